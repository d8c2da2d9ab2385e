import { AREAS, type Area, GRID } from './areas.ts';
import type { Evidence } from './evidence.ts';
import type { Measure } from './measures.ts';
import { RATINGS, type Rating, ratingOf, THRESHOLDS, type Verdict } from './thresholds.ts';

/** One row of the grid: what an area scores, and what that was computed from. */
export interface AreaScore {
  readonly area: Area;
  /** -2 to 2, two decimals; `null` without enough evidence. */
  readonly score: number | null;
  /** `null` without enough evidence. */
  readonly rating: Rating | null;
  /** How many pieces of evidence count, and from how many scenes. */
  readonly pieces: number;
  readonly scenes: number;
  /** How many pieces have each grade, from -2 to 2. */
  readonly grades: readonly [number, number, number, number, number];
  /** The ids of the evidence that counts. */
  readonly evidence: readonly string[];
  /** What is summed up: the mean grade of each scene that has evidence, then each measure. */
  readonly terms: readonly { readonly of: string; readonly value: number }[];
  readonly measures: readonly Measure[];
}

/** What the score of an area is computed from. */
export interface Graded {
  readonly evidence: readonly Pick<Evidence, 'id' | 'area' | 'grade' | 'scene' | 'number' | 'piece'>[];
  readonly measures: readonly Measure[];
  /** How many scenes the script has. */
  readonly scenes: number;
}

/**
 * Score every area: the mean over scenes of the mean grade of the evidence in each, measures counting as a scene each,
 * drawn to plain as {@link THRESHOLDS} says. One scene weighs the same however much is said of it.
 *
 * A better grade never lowers a score, and the order of the evidence makes no difference.
 */
export function scoreAreas({ evidence, measures, scenes }: Graded): readonly AreaScore[] {
  return AREAS.map((area) =>
    scoreArea(area, {
      evidence: evidence.filter((one) => one.area === area),
      measures: measures.filter((one) => one.area === area),
      scenes,
    }),
  );
}

function scoreArea(area: Area, { evidence, measures, scenes }: Graded): AreaScore {
  const { plain, enough } = THRESHOLDS;
  const ordered = evidence.toSorted((a, b) => a.scene - b.scene || pieceOf(a) - pieceOf(b) || compare(a.id, b.id));
  const places = new Map<string, Graded['evidence'][number][]>();
  for (const one of ordered) {
    const place = `${one.scene}.${pieceOf(one)}`;
    places.set(place, [...(places.get(place) ?? []), one]);
  }
  const terms = [
    ...[...places.values()].map((own) => ({ of: nameOf(own[0]), value: mean(own.map(({ grade }) => grade)) })),
    ...measures.map(({ name, grade }) => ({ of: name, value: grade })),
  ];
  const isEnough = evidence.length >= enough.pieces && places.size >= Math.min(enough.scenes, scenes);
  const score = isEnough ? rounded(terms.reduce((sum, { value }) => sum + value, 0) / (terms.length + plain)) : null;
  const having = (grade: number): number => evidence.filter((one) => one.grade === grade).length;
  return {
    area,
    score,
    rating: score === null ? null : ratingOf(score),
    pieces: evidence.length,
    scenes: places.size,
    grades: [having(-2), having(-1), having(0), having(1), having(2)],
    evidence: ordered.map(({ id }) => id),
    terms: terms.map(({ of, value }) => ({ of, value: rounded(value) })),
    measures,
  };
}

/** The mean of the five scores; `null` while one of them is missing. */
export function meanScore(grid: readonly Pick<AreaScore, 'area' | 'score'>[]): number | null {
  const scores = scoresIn(grid);
  return scores === undefined ? null : rounded(mean(scores));
}

/** What a grid comes to for the script: `null` while one of the five areas has no score. No writer is judged. */
export function verdictOf(grid: readonly Pick<AreaScore, 'area' | 'score'>[]): Verdict | null {
  const scores = scoresIn(grid);
  if (scores === undefined) return null;
  const worst = Math.min(...scores.map((score) => RATINGS.indexOf(ratingOf(score))));
  const found = THRESHOLDS.verdicts.find(
    (one) => rounded(mean(scores)) >= one.least && worst >= RATINGS.indexOf(one.worst),
  );
  return found?.verdict ?? 'pass';
}

function scoresIn(grid: readonly Pick<AreaScore, 'area' | 'score'>[]): readonly number[] | undefined {
  const scores = GRID.map((area) => grid.find((row) => row.area === area)?.score ?? null);
  return scores.every((score) => score !== null) ? scores : undefined;
}

function pieceOf({ piece = 0 }: Pick<Evidence, 'piece'>): number {
  return piece;
}

function nameOf(one: Pick<Evidence, 'number' | 'piece'> | undefined): string {
  return `scene ${one?.number ?? ''}${one?.piece === undefined ? '' : `, piece ${one.piece}`}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value: number): number {
  // Sums of the same numbers in another order differ far behind the point; and there is no -0.
  return Math.round(Number((value * 100).toFixed(6))) / 100 + 0;
}
