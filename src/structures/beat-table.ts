import type { Outline } from '../bibles/index.ts';
import { expectedPages } from './pages.ts';
import { type Span, spansOf } from './place.ts';
import type { Structure, StructureBeat } from './structure.ts';

/** How far from its place a beat may fall where nobody has measured how widely scripts differ, as a fraction of the pages. */
export const TOLERANCE = 0.05;

/** A beat of a structure, and where an outline has it. */
export interface BeatRow {
  readonly beat: StructureBeat;
  /** The page on which it is expected to begin, from 1. */
  readonly page: number;
  /** The page on which it is expected to end. */
  readonly lastPage: number;
  /** `untold`: no card says that it carries it; then the scene is the one that stands where it is expected. */
  readonly state: 'in place' | 'early' | 'late' | 'untold';
  readonly scene: string;
  /** From 1. */
  readonly number: number;
  /** The page on which that scene begins. */
  readonly scenePage: number;
  /** What happens there, as the plan tells the beat, or the card its scene. */
  readonly event: string;
}

/** Where each beat of a structure falls, by the pages that cards are likely to take. Empty without cards. */
export function tableOfBeats({ cards, plan }: Outline, structure: Structure): readonly BeatRow[] {
  const spans = spansOf(cards);
  const pages = expectedPages(cards);
  const pageAt = (fraction: number): number => Math.min(Math.ceil(pages), Math.floor(fraction * pages) + 1);
  const isPlanned = plan?.structure === structure.id;
  return structure.beats.flatMap((beat): readonly BeatRow[] => {
    const found = carriers(spans, beat)[0];
    const span = found ?? spans.find(({ to }) => to > middleOf(beat)) ?? spans.at(-1);
    if (span === undefined) return [];
    const { card } = span;
    const planned = isPlanned && found !== undefined ? plan.beats.find((one) => one.beat === beat.id) : undefined;
    return [
      {
        beat,
        page: pageAt(beat.from),
        lastPage: pageAt(beat.to),
        state: found === undefined ? 'untold' : stateOf(found, beat),
        scene: card.id,
        number: spans.indexOf(span) + 1,
        scenePage: pageAt(span.from),
        event: planned?.event ?? card.synopsis,
      },
    ];
  });
}

/** The scenes that say they carry a beat, those that stand where it is expected first. */
export function carriers(spans: readonly Span[], beat: StructureBeat): readonly Span[] {
  const own = spans.filter(({ card }) => card.beat === beat.id);
  return [
    ...own.filter((span) => stateOf(span, beat) === 'in place'),
    ...own.filter((span) => stateOf(span, beat) !== 'in place'),
  ];
}

/** Whether a scene has some part where a beat is expected, give or take what is usual. */
export function stateOf({ from, to }: Pick<Span, 'from' | 'to'>, beat: StructureBeat): 'in place' | 'early' | 'late' {
  const off = beat.sd ?? TOLERANCE;
  if (to <= beat.from - off) return 'early';
  return from >= beat.to + off ? 'late' : 'in place';
}

function middleOf({ from, to }: StructureBeat): number {
  return (from + to) / 2;
}
