import { type Block, blockText } from '../../screenplay/index.ts';
import type { Lock } from '../lock.ts';
import { NO_MARKUP } from '../markup.ts';
import type { Mark, SceneNote, TextProposal } from '../proposal.ts';
import { sameBlocks } from '../rebase.ts';
import { lockAgainst } from '../refuse-locked.ts';
import type { HunkState, TextHunk } from './hunk.ts';
import { type Place, placesIn, type Range } from './place.ts';
import { diffBlocks } from './plain-blocks.ts';
import { type Segment, segmentsOf } from './segments.ts';

/** What a proposal's changes are found against. */
export interface Against {
  /** The scene's text as it reads now, without the heading. */
  readonly current: readonly Block[];
  /** What was decided about it: what was applied is not proposed any more. */
  readonly marks?: readonly Mark[];
  readonly locks?: readonly Lock[];
  /** Notes of the scene, to find which of them a change answers. */
  readonly notes?: readonly SceneNote[];
}

/** A text hunk, and where it stands in the scene's text. */
export interface PlacedHunk extends TextHunk {
  readonly place: Place;
}

/** The changes of a text proposal, in the order of the text. Where the scene's text has changed since, some may be stale. */
export function hunksOf(proposal: TextProposal & { readonly id: string }, against: Against): readonly TextHunk[] {
  return placedHunks(proposal, against).map(({ place: _, ...hunk }) => hunk);
}

/** As {@link hunksOf}, each with where it stands now. */
export function placedHunks(
  proposal: TextProposal & { readonly id: string },
  { current, marks = [], locks = [], notes = [] }: Against,
): readonly PlacedHunk[] {
  const laid = laidOut(proposal, marks);
  const placeOf = placesIn(
    laid.flatMap(({ blocks }) => blocks),
    current,
  );
  const count = laid.filter(({ isChange }) => isChange).length;
  return laid.flatMap(({ isChange, number, isApplied, base, text, range }): readonly PlacedHunk[] => {
    if (!isChange) return [];
    const place = placeOf(range);
    const now = current.slice(place.from, place.to);
    const after = current.toSpliced(place.from, now.length, ...text);
    const lock = lockOn(locks, { scene: proposal.scene, before: current, after });
    const state = isApplied ? 'applied' : stateOf({ place, lock, isDone: sameBlocks(now, text) });
    return [
      {
        ...{ type: 'text', id: `${proposal.id}#${number}`, proposal: proposal.id, number, scene: proposal.scene },
        ...{ state, base, text, place, changes: diffBlocks(base, text).changes },
        ...(state === 'locked' && lock !== undefined ? { lock: { id: lock.id, by: lock.by, time: lock.time } } : {}),
        ...(place.stands ? {} : { now }),
        why: proposal.why.length === count ? proposal.why.slice(number - 1, number) : proposal.why,
        notes: notesOf(proposal, base, notes),
      },
    ];
  });
}

interface LaidOut extends Segment {
  /** Of a change, from 1; 0 else. */
  readonly number: number;
  readonly isApplied: boolean;
  /** What the text had in its place when something of the proposal was applied last. */
  readonly blocks: readonly Block[];
  /** Where that stood. */
  readonly range: Range;
}

/** The segments of a proposal, as they stood in the text when something of it was applied last. */
function laidOut(proposal: TextProposal & { readonly id: string }, marks: readonly Mark[]): readonly LaidOut[] {
  const applied = new Map(
    marks.filter((mark) => mark.proposal === proposal.id && mark.applied).map((mark) => [mark.hunk, mark]),
  );
  const laid: LaidOut[] = [];
  let [number, end] = [0, 0];
  for (const segment of segmentsOf(proposal.base, proposal.text)) {
    if (segment.isChange) number += 1;
    const mark = segment.isChange ? applied.get(number) : undefined;
    const blocks = asApplied(segment, mark);
    const range = { from: end, to: end + blocks.length };
    end = range.to;
    laid.push({ ...segment, number: segment.isChange ? number : 0, isApplied: mark !== undefined, blocks, range });
  }
  return laid;
}

function asApplied({ base, text }: Segment, mark: Mark | undefined): readonly Block[] {
  if (mark === undefined || mark.decision === 'reject') return base;
  return mark.decision === 'accept' ? text : (mark.text ?? text);
}

/** The lock that stands against a change of a scene's text. */
export function lockOn(
  locks: readonly Lock[],
  change: { readonly scene: string; readonly before: readonly Block[]; readonly after: readonly Block[] },
): Lock | undefined {
  return lockAgainst({ ...NO_MARKUP, locks }, { type: 'text', ...change });
}

function stateOf({
  place,
  lock,
  isDone,
}: {
  readonly place: Place;
  readonly lock: Lock | undefined;
  readonly isDone: boolean;
}): HunkState {
  if (!place.stands && isDone) return 'done';
  if (lock !== undefined) return 'locked';
  return place.stands ? 'open' : 'stale';
}

/** The notes whose quote stands in what is changed; those that quote nothing of the scene are answered by every change. */
function notesOf(proposal: TextProposal, base: readonly Block[], notes: readonly SceneNote[]): readonly string[] {
  return proposal.notes.filter((id) => {
    const quote = notes.find((note) => note.id === id)?.quote;
    return quote === undefined || !isQuoted(proposal.base, quote) || isQuoted(base, quote);
  });
}

function isQuoted(blocks: readonly Block[], quote: string): boolean {
  const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  return flat(blocks.map(blockText).join('\n')).includes(flat(quote));
}
