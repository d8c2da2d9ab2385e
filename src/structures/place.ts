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
  const span = spansOf(cards).find(({ card }) => card.id === id);
  return span === undefined ? undefined : (span.from + span.to) / 2;
}

/** A scene, and where it begins and ends as fractions of the pages. */
export interface Span {
  readonly card: SceneCard;
  readonly from: number;
  readonly to: number;
}

/** Where every scene begins and ends, in script order, by the words that their lengths let expect. */
export function spansOf(cards: readonly SceneCard[]): readonly Span[] {
  const whole = cards.reduce((sum, card) => sum + expectedWords(card), 0);
  let words = 0;
  return cards.map((card) => {
    const from = words / whole;
    words += expectedWords(card);
    return { card, from, to: words / whole };
  });
}
