import type { SceneCard } from '../bibles/index.ts';
import { expectedWords } from './pages.ts';
import type { Structure, StructureBeat } from './structure.ts';

/** Which parts of a script a beat should fall in. */
export interface PlacedBeat {
  readonly beat: StructureBeat;
  /** The part in which its middle is, from 1: a sequence's or a scene's number. */
  readonly place: number;
  /** The part in which it begins, from 1. */
  readonly first: number;
  /** The part in which it ends, from 1. */
  readonly last: number;
}

/**
 * Say which part of a script each beat should fall in. `lengths` are those of the parts, in order and in any unit: the
 * scenes of each sequence, or the expected words of each card. Nothing is placed where there are no parts.
 */
export function placeBeats({ beats }: Structure, lengths: readonly number[]): readonly PlacedBeat[] {
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  if (whole <= 0) return [];
  const ends: number[] = [];
  for (const length of lengths) ends.push((ends.at(-1) ?? 0) + length);
  // A beat that is a moment on a border belongs to what begins there.
  const partAt = (fraction: number): number => {
    const found = ends.findIndex((end) => end / whole > fraction + EPSILON);
    return (found < 0 ? ends.length - 1 : found) + 1;
  };
  return beats.map((beat) => {
    const first = partAt(beat.from);
    return {
      beat,
      place: partAt((beat.from + beat.to) / 2),
      first,
      last: beat.to > beat.from ? Math.max(first, partAt(beat.to - 2 * EPSILON)) : first,
    };
  });
}

/** Below what any script can tell apart, above what rounding makes of fractions. */
const EPSILON = 1e-9;

/** Where the middle of a scene is, as a fraction of the pages; `undefined` for a scene that is not there. */
export function whereIs(cards: readonly SceneCard[], id: string): number | undefined {
  return placesOf(cards).get(id);
}

/** Where the middle of every scene is, as a fraction of the pages, by its id. */
export function placesOf(cards: readonly SceneCard[]): ReadonlyMap<string, number> {
  const whole = cards.reduce((sum, card) => sum + expectedWords(card), 0);
  let before = 0;
  return new Map(
    cards.map((card) => {
      const words = expectedWords(card);
      before += words;
      return [card.id, (before - words / 2) / whole] as const;
    }),
  );
}
