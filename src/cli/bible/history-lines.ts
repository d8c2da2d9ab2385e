import type { Blame, ChangeSet, FieldChange } from '../../project.ts';
import { counted, table } from '../format.ts';
import { cut, oneLine } from '../text.ts';

/** How much of a value is shown in a diff, in cells. */
const VALUE = 200;

/** What differs, two lines a field: `-` for what was, `+` for what is. */
export function diffLines(changes: readonly FieldChange[]): readonly string[] {
  if (changes.length === 0) return ['No difference.'];
  return changes.flatMap(({ field, from, to }) => [
    oneLine(field),
    ...(from === undefined ? [] : [`  - ${shown(from)}`]),
    ...(to === undefined ? [] : [`  + ${shown(to)}`]),
  ]);
}

/** Fields with version, author, time and reason. */
export function blameLines(blames: readonly Blame[], width: number): readonly string[] {
  const rows = blames.map(({ field, version, author, time, reason }) => [
    oneLine(field),
    `v${version}`,
    `${author.type} ${oneLine(author.name)}`,
    time,
    oneLine(reason),
  ]);
  return table([['field', 'version', 'by', 'time', 'why'], ...rows], [1]).map((line) => cut(line, width));
}

/** What was changed together, a line each: id, time, author, entries, reason. */
export function changeSetLines(sets: readonly ChangeSet[], nameOf: (id: string) => string): readonly string[] {
  return table(
    sets.map(({ id, time, author, reason, versions }) => [
      id,
      time,
      `${author.type} ${oneLine(author.name)}`,
      touched(versions, nameOf),
      oneLine(reason),
    ]),
  );
}

function touched(versions: ChangeSet['versions'], nameOf: (id: string) => string): string {
  const [first] = versions;
  if (first === undefined || versions.length > 1) return counted(versions.length, 'version');
  return `${nameOf(first.entry)} v${first.version}`;
}

function shown(value: unknown): string {
  return cut(oneLine(typeof value === 'string' ? value : JSON.stringify(value)), VALUE);
}
