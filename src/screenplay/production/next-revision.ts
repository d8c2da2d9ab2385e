import type { RevisionSet, Screenplay } from '../tree.ts';
import { REVISION_COLORS, type RevisionColor } from './revision-colors.ts';

/** How a round of changes begins. */
export interface RevisionOptions {
  /** As it is to stand in the page header. */
  readonly date?: string;
  /** The colours in their order: {@link REVISION_COLORS} unless given. At least one. */
  readonly colors?: readonly RevisionColor[];
  /** What stands beside a changed line: `*` unless given. */
  readonly mark?: string;
}

const ROUNDS = ['', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];

/**
 * Begin the next round of changes: the script with one more revision set, in the colour after that of the last set.
 * The text itself is not marked.
 */
export function nextRevision(script: Screenplay, options: RevisionOptions = {}): Screenplay {
  const { date, colors = REVISION_COLORS, mark = '*' } = options;
  const revisions = script.production?.revisions ?? [];
  const turn = turnAfter(revisions, colors);
  const color = colors[turn % colors.length];
  if (color === undefined) return script;
  const set: RevisionSet = {
    id: revisions.reduce((last, { id }) => Math.max(last, id), 0) + 1,
    name: `${roundName(Math.floor(turn / colors.length))} ${color.name}`.trim(),
    mark,
    color: color.color,
    pageColor: color.pageColor,
    ...(date === undefined ? {} : { date }),
  };
  return { ...script, production: { ...script.production, revisions: [...revisions, set] } };
}

/** Which colour is next, counted on through all rounds. A last set that has a name of its own counts for one. */
function turnAfter(revisions: readonly RevisionSet[], colors: readonly RevisionColor[]): number {
  const words = revisions.at(-1)?.name.toLowerCase().split(' ') ?? [];
  const color = colors.findIndex(({ name }) => name.toLowerCase() === words.at(-1));
  const round = words.length > 1 ? ROUNDS.findIndex((name) => name.toLowerCase() === words[0]) : 0;
  return color < 0 || round < 0 ? revisions.length : round * colors.length + color + 1;
}

function roundName(round: number): string {
  return ROUNDS[round] ?? `${round + 1}th`;
}
