import { entriesOf } from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';
import { sequenceRanges } from './by-sequence.ts';
import { type Laid, nameOf, percent, remark } from './laid.ts';

/** How long a thread may be out of sight, and where the part begins in which each is seen once more. */
const LONGEST_GAP = 1 / 3;
const LAST_PART = 2 / 3;
/** Fewer scenes than this have nothing to weave. */
const LEAST_SCENES = 6;

/** Threads are woven: each returns, none is long out of sight, all are seen in the last third, A in most sequences. */
export function threadNotes(laid: Laid): readonly Note[] {
  if (laid.cards.length < LEAST_SCENES) return [];
  const plots = entriesOf(laid.bible, 'plot');
  const mains = plots.filter(({ document }) => document.thread === 'A').map(({ id }) => id);
  return [
    ...plots.flatMap(({ id, document }) => oneThread(laid, id, document.thread)),
    ...(mains.length === 0 ? [] : absentNotes(laid, mains)),
  ];
}

function oneThread(laid: Laid, id: string, letter: string): readonly Note[] {
  const spans = laid.spans.filter(({ card }) => card.threads.includes(id));
  const [first, last] = [spans[0], spans.at(-1)];
  const thread = `${nameOf(laid, id)} (${letter})`;
  if (first === undefined || last === undefined)
    return [
      remark('thread-unused', {
        severity: 'major',
        message: `No scene moves ${thread}.`,
        fix: 'Let scenes move it, or take it out of the bible.',
      }),
    ];
  if (spans.length === 1)
    return [
      remark('thread-once', {
        severity: 'major',
        card: first.card,
        message: `Only one scene moves ${thread}: a thread that does not return is an episode.`,
        fix: 'Let a later scene take it up.',
      }),
    ];
  const isMain = letter === 'A';
  const gaps = spans.flatMap((span, at) => {
    const since = spans[at - 1]?.to ?? (isMain ? 0 : span.from);
    const gap = span.from - since;
    if (gap <= LONGEST_GAP) return [];
    return [
      remark('thread-gap', {
        severity: isMain ? 'major' : 'minor',
        card: span.card,
        message: `${thread} is out of sight for ${percent(gap)} of the pages before this scene: it is forgotten.`,
        fix: 'Let a scene in between move it.',
      }),
    ];
  });
  if (last.to > LAST_PART) return gaps;
  return [
    ...gaps,
    remark('thread-dropped', {
      severity: 'major',
      card: last.card,
      message: `${thread} is last seen at ${percent(last.to)} of the pages: nobody learns how it ends.`,
      fix: 'Settle it in the last third.',
    }),
  ];
}

function absentNotes({ outline, cards }: Laid, mains: readonly string[]): readonly Note[] {
  const isMain = (threads: readonly string[]): boolean => threads.some((thread) => mains.includes(thread));
  const ranges = sequenceRanges(outline);
  const without = ranges.flatMap(({ start, end }, at) =>
    cards.slice(start, end).some(({ threads }) => isMain(threads)) ? [] : [at + 1],
  );
  if (without.length * 2 < ranges.length || without.length === 0) return [];
  return [
    remark('thread-absent', {
      severity: 'major',
      message: `The main thread is not moved in ${without.length} of ${ranges.length} sequences (${without.join(', ')}): the story stands still there.`,
      fix: 'Let at least one scene of most sequences move it.',
    }),
  ];
}
