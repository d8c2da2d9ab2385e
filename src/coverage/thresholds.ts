/** A cell of the grid: how good one area is. */
export const RATINGS = ['Poor', 'Fair', 'Good', 'Excellent'] as const;
/** One of {@link RATINGS}, the worst first. */
export type Rating = (typeof RATINGS)[number];

/** What a report comes to. */
export const VERDICTS = ['pass', 'consider', 'recommend'] as const;
/** One of {@link VERDICTS}, the worst first. */
export type Verdict = (typeof VERDICTS)[number];

/**
 * By what a score becomes a rating, and ratings a verdict. Own numbers, taken from no study and from no reader: they say
 * where the words change, and the score stands beside the word.
 */
export const THRESHOLDS = {
  /** The least score of each rating. Below the last, an area is Poor. */
  ratings: [
    { rating: 'Excellent', least: 1 },
    { rating: 'Good', least: 0.4 },
    { rating: 'Fair', least: -0.4 },
  ],
  /** The least mean of the five scores, and the worst rating that one of them may have. Otherwise the verdict is pass. */
  verdicts: [
    { verdict: 'recommend', least: 1, worst: 'Good' },
    { verdict: 'consider', least: 0.4, worst: 'Fair' },
  ],
  /** So many scenes that are plain (0) are added to every area, so that a few quotes alone are no extreme. */
  plain: 2,
  /** An area with less says nothing: pieces of evidence, and scenes that they are from (all scenes of a shorter script). */
  enough: { pieces: 4, scenes: 3 },
} as const satisfies {
  readonly ratings: readonly { readonly rating: Rating; readonly least: number }[];
  readonly verdicts: readonly { readonly verdict: Verdict; readonly least: number; readonly worst: Rating }[];
  readonly plain: number;
  readonly enough: { readonly pieces: number; readonly scenes: number };
};

/** The rating of a score. */
export function ratingOf(score: number): Rating {
  return THRESHOLDS.ratings.find(({ least }) => score >= least)?.rating ?? 'Poor';
}
