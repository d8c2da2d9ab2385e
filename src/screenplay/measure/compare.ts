import type { MetricValues } from './measured-values.ts';
import { METRICS, type MetricKey, type MetricNeed } from './metrics.ts';
import { EXCERPT_NORMS, FEATURE_NORMS, type Norm } from './norms.ts';

/** Which norms a script is held against: whole features, excerpts of 4,500 words from them, or none. */
export type NormSet = 'feature' | 'excerpt' | 'none';

/** Where a value lies among the norms. Between p5 and p25 it is `low`; without those percentiles, anywhere below p25. */
export type Band = 'very low' | 'low' | 'middle' | 'high' | 'very high';

/** One metric of a script, beside its norm. */
export interface MeasuredMetric {
  readonly key: MetricKey;
  readonly title: string;
  /** `null` where there is nothing to measure it on. */
  readonly value: number | null;
  /** Absent when the script is too short for it, or no norm was measured. */
  readonly norm?: Norm;
  readonly band?: Band;
  /**
   * How far it lies from the median, in robust standard deviations (interquartile range / 1.35), at most 4. Absent too
   * where a quarter of the sample lies on its median: there is no scale.
   */
  readonly distance?: number;
}

/** From how many words on a script is held against whole features. Four fifths of what 95 in 100 of them have. */
export const FEATURE_WORDS = 12_000;

/** Below this many words (five to six pages) nothing is held against norms. */
export const LEAST_WORDS = 1_000;

/** How many speeches, scenes or roles there must be at least, for their shares to say something. */
const LEAST = { speeches: 30, scenes: 8, roles: 8 } as const;

/** No distance counts for more. */
const FARTHEST = 4;

/** Which norms fit a script of so many words. */
export function normSet(words: number): NormSet {
  if (words < LEAST_WORDS) return 'none';
  return words < FEATURE_WORDS ? 'excerpt' : 'feature';
}

/** Put each metric beside its norm, where the script is long enough for it. */
export function compareMetrics(values: MetricValues): readonly MeasuredMetric[] {
  const set = normSet(values.words ?? 0);
  const norms = set === 'feature' ? FEATURE_NORMS : set === 'excerpt' ? EXCERPT_NORMS : {};
  return METRICS.map(({ key, title, needs }) => {
    const value = values[key];
    const norm = suffices(needs, values) ? norms[key] : undefined;
    if (value === null || norm === undefined) return { key, title, value };
    const distance = distanceTo(value, norm);
    return { key, title, value, norm, band: bandOf(value, norm), ...(distance === undefined ? {} : { distance }) };
  });
}

function suffices(needs: MetricNeed, { words, cues, scenes, speaking_roles: roles }: MetricValues): boolean {
  switch (needs) {
    case 'words':
      return true;
    case 'speeches':
      return (cues ?? 0) >= LEAST.speeches;
    case 'scenes':
      return (scenes ?? 0) >= LEAST.scenes;
    case 'roles':
      return (roles ?? 0) >= LEAST.roles;
    case 'feature':
      return (words ?? 0) >= FEATURE_WORDS;
  }
}

function bandOf(value: number, { p5, p25, p75, p95 }: Norm): Band {
  if (p5 !== undefined && value < p5) return 'very low';
  if (value < p25) return 'low';
  if (p95 !== undefined && value > p95) return 'very high';
  return value > p75 ? 'high' : 'middle';
}

/** Where a quarter of the scripts lie on the median itself (most have no slop trigram at all), there is no scale: `undefined`. */
function distanceTo(value: number, { p25, median, p75 }: Norm): number | undefined {
  if (p25 === median || p75 === median) return undefined;
  return Math.min(FARTHEST, Math.abs(value - median) / ((p75 - p25) / 1.35));
}
