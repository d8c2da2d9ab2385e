import type { LoggedChange, Undone } from '../project.ts';
import { table } from './format.ts';
import { oneLine } from './text.ts';

/** How many things that were changed together are named; the rest is counted. */
const NAMED = 3;

/** What was changed together, a line each: id, time, author, what, why. */
export function logLines(changes: readonly LoggedChange[]): readonly string[] {
  return table(
    changes.map(({ id, time, author, what, reason, isUndone }) => [
      id,
      time,
      `${author.type} ${oneLine(author.name)}`,
      touched(what),
      `${oneLine(reason)}${isUndone ? ' (taken back)' : ''}`,
    ]),
  );
}

/** What was taken back, and what stands now. */
export function undoneLines({ undone, what, entries, changeSet }: Undone): readonly string[] {
  const { reason, author } = undone;
  const first = `${oneLine(reason)} (${oneLine(author.name)}, ${touched(what)})`;
  if (changeSet === undefined) return [`Nothing is left to take back of: ${first}`];
  return [
    `Taken back: ${first}`,
    ...entries.map(
      ({ name, version, state }) => `${oneLine(name)} is at v${version}${state === 'removed' ? ', removed' : ''}`,
    ),
    'See what that reaches: scriptgen plan',
  ];
}

function touched(what: readonly string[]): string {
  const more = what.length - NAMED;
  return [...what.slice(0, NAMED).map(oneLine), ...(more > 0 ? [`+${more} more`] : [])].join(', ');
}
