import type { Entry, EntryVersion, Fact } from '../../project.ts';
import { table } from '../format.ts';
import { cellsOf, cut, fill, oneLine, wrap } from '../text.ts';
import { textOf } from './answer-lines.ts';

/** The entries of a bible as a table: kind, name, version, id, and the state of those that do not count. */
export function entryTable(entries: readonly Entry[], width: number): readonly string[] {
  const rows = entries.map(({ kind, name, version, id, state }) => [
    kind,
    oneLine(name),
    `v${version}`,
    id,
    state === 'accepted' ? '' : state,
  ]);
  return table([['kind', 'name', 'version', 'id', ''], ...rows], [2]).map((line) => cut(line, width));
}

interface Row {
  readonly label: string;
  readonly text: string;
  /** The version it last changed in. */
  readonly version: number;
}

/** One entry whole: a line for each field and fact with the version it last changed in, broken at `width` cells. */
export function entryLines(entry: Entry, width: number, nameOf: (id: string) => string): readonly string[] {
  const { name, kind, id, version, state } = entry;
  const rows = rowsOf(entry, nameOf);
  const column = Math.max(0, ...rows.map(({ label }) => cellsOf(label)));
  return [
    `${oneLine(name)}  ${kind}  v${version}  ${id}${state === 'accepted' ? '' : `  ${state}`}`,
    ...rows.flatMap(({ label, text, version: changed }) =>
      wrap(text, width - column - 9).map((line, at) =>
        `  ${fill(at === 0 ? label : '', column)}  ${fill(at === 0 ? `v${changed}` : '', 4)} ${line}`.trimEnd(),
      ),
    ),
  ];
}

function rowsOf(
  { aliases, document, facts, locked, version, fieldVersions }: Entry,
  nameOf: (id: string) => string,
): readonly Row[] {
  const row = (field: string, label: string, text: string): Row => ({
    label: locked.includes(field) ? `${label} (locked)` : label,
    text: oneLine(text),
    version: fieldVersions[field] ?? version,
  });
  return [
    ...(aliases.length === 0 ? [] : [row('aliases', 'aliases', aliases.join(', '))]),
    ...Object.entries(document).flatMap(([field, value]) =>
      partsOf(field, value).map(([label, text]) => row(field, label, text)),
    ),
    ...facts.map((fact) =>
      row(`facts.${fact.id}`, fact.field === undefined ? 'fact' : `fact ${fact.field}`, factText(fact, nameOf)),
    ),
  ];
}

function factText({ id, value, from, to, holders = [], secretUntil }: Fact, nameOf: (id: string) => string): string {
  const bounds = [
    ...(from === undefined ? [] : [`from ${nameOf(from)}`]),
    ...(to === undefined ? [] : [`to ${nameOf(to)}`]),
    ...(secretUntil === undefined ? [] : [`secret until ${nameOf(secretUntil)}`]),
    ...holders.map(({ character, since, believes }) =>
      [
        nameOf(character),
        believes === undefined ? 'knows' : `believes "${believes}"`,
        ...(since === undefined ? [] : [`since ${nameOf(since)}`]),
      ].join(' '),
    ),
  ];
  return [textOf(value), ...bounds, id].join(', ');
}

/** The versions of an entry, newest first: version, time, author, fields that changed in it, reason. */
export function versionLines(versions: readonly EntryVersion[]): readonly string[] {
  return table(
    versions.map(({ version, time, author, reason, fieldVersions }) => {
      const changed = Object.keys(fieldVersions).filter((field) => fieldVersions[field] === version);
      const what = version === 1 ? 'first version' : changed.join(', ');
      return [`v${version}`, time, `${author.type} ${oneLine(author.name)}`, what, oneLine(reason)];
    }),
    [0],
  );
}

function partsOf(field: string, value: unknown): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[field, textOf(value)]];
  return Object.entries(value).map(([key, part]) => [`${field}.${key}`, textOf(part)]);
}
