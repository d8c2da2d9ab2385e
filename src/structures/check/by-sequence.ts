import type { Outline } from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';

/** What is to be told to whoever plans one sequence. */
export interface SequenceNotes {
  /** From 1; absent for what is about the script as a whole. */
  readonly sequence?: number;
  readonly notes: readonly Note[];
}

/**
 * The scenes of each sequence, as the places of its first card and of the one after its last, from 0. Those of the plan;
 * an outline without a plan is cut into eight stretches of nearly equal length.
 */
export function sequenceRanges({ cards, plan }: Outline): readonly { readonly start: number; readonly end: number }[] {
  const planned = plan?.sequences.map(({ scenes }) => scenes) ?? [];
  const counts = planned.length > 0 ? planned : evenly(cards.length);
  let start = 0;
  const ranges = counts.map((count, place) => {
    const end = place === counts.length - 1 ? cards.length : Math.min(cards.length, start + Math.max(0, count));
    const range = { start, end };
    start = end;
    return range;
  });
  return ranges.filter(({ start: first, end }) => end > first);
}

/** Notes by the sequence that their scene is in, in script order; those about the whole come first. Empty groups are left out. */
export function notesBySequence(notes: readonly Note[], outline: Outline): readonly SequenceNotes[] {
  const places = new Map(outline.cards.map(({ id }, place) => [id, place]));
  const ranges = sequenceRanges(outline);
  const sequenceOf = ({ scene }: Note): number | undefined => {
    const place = scene === undefined ? undefined : places.get(scene);
    if (place === undefined) return undefined;
    return ranges.findIndex(({ start, end }) => place >= start && place < end) + 1;
  };
  const sequences = notes.map(sequenceOf);
  return [undefined, ...ranges.map((_, at) => at + 1)].flatMap((sequence): readonly SequenceNotes[] => {
    const own = notes.filter((_, at) => sequences[at] === sequence);
    if (own.length === 0) return [];
    return [sequence === undefined ? { notes: own } : { sequence, notes: own }];
  });
}

/** Eight parts, or as many as there are scenes. */
function evenly(scenes: number): readonly number[] {
  const count = Math.min(8, scenes);
  return Array.from({ length: count }, (_, at) => Math.floor(scenes / count) + (at < scenes % count ? 1 : 0));
}
