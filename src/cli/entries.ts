import type { Entry, EntryVersion } from '../project.ts';
import { table } from './format.ts';
import { cellsOf, cut, fill, oneLine, wrap } from './text.ts';

/** The entries of a bible as a table: kind, name, version, id. */
export function entryTable(entries: readonly Entry[], width: number): readonly string[] {
  const rows = entries.map(({ kind, name, version, id }) => [kind, oneLine(name), `v${version}`, id]);
  return table([['kind', 'name', 'version', 'id'], ...rows], [2]).map((line) => cut(line, width));
}

/** One entry whole: a line for each field with the version it last changed in, broken at `width` cells. */
export function entryLines(
  { name, kind, id, version, document, fieldVersions }: Entry,
  width: number,
): readonly string[] {
  const rows = Object.entries(document).flatMap(([field, value]) =>
    partsOf(field, value).map(([label, text]) => ({ label, text, version: fieldVersions[field] ?? version })),
  );
  const column = Math.max(0, ...rows.map(({ label }) => cellsOf(label)));
  return [
    `${oneLine(name)}  ${kind}  v${version}  ${id}`,
    ...rows.flatMap(({ label, text, version: changed }) =>
      wrap(text, width - column - 9).map((line, at) =>
        `  ${fill(at === 0 ? label : '', column)}  ${fill(at === 0 ? `v${changed}` : '', 4)} ${line}`.trimEnd(),
      ),
    ),
  ];
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
  if (typeof value !== 'object' || value === null) return [[field, oneLine(String(value))]];
  return Object.entries(value).map(([key, part]) => [`${field}.${key}`, oneLine(String(part))]);
}
