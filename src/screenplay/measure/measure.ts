import { layoutScreenplay } from '../layout/layout.ts';
import { measureScenes } from '../layout/measure.ts';
import type { Page } from '../layout/page.ts';
import type { Screenplay } from '../tree.ts';
import { compareMetrics, type MeasuredMetric, type NormSet, normSet } from './compare.ts';
import { readMaterial } from './material.ts';
import { measuredValues } from './measured-values.ts';
import type { MetricKey } from './metrics.ts';
import { type CharacterMeasure, measureCharacters } from './speakers.ts';
import { mean } from './statistics.ts';
import { measureVoices, type VoiceMeasure } from './voice.ts';

/** How a script is measured. */
export interface MeasureOptions {
  /** The script's pages from `layoutScreenplay`, when they are at hand; laid out for US letter paper otherwise. */
  readonly pages?: readonly Page[];
}

/** What can be counted in a script, beside what is usual in produced features. */
export interface Measurement {
  /** Body pages. */
  readonly pages: number;
  /** Which norms the script is long enough for. */
  readonly norms: NormSet;
  readonly metrics: readonly MeasuredMetric[];
  /** The mean distance of the metrics that have a norm; `null` when none has. */
  readonly distance: number | null;
  /** The three metrics farthest from their median, the farthest first. */
  readonly worst: readonly MetricKey[];
  /** Every speaker; those with the most words come first. */
  readonly characters: readonly CharacterMeasure[];
  /** `null` when fewer than two speakers say enough to be told apart. */
  readonly voices: VoiceMeasure | null;
}

/**
 * Count what can be counted in a script, and say how far it lies from 77 produced features.
 *
 * No model is asked: the same script always measures the same. The norms are of English features of 1956 to 2012:
 * information, no target. A script of under 12,000 words is held against excerpts of 4,500 words from the same
 * films, without what grows with length; one of under 1,000 words against nothing.
 */
export function measureScreenplay(script: Screenplay, options: MeasureOptions = {}): Measurement {
  const material = readMaterial(script);
  const characters = measureCharacters(material);
  const voices = measureVoices(material);
  const metrics = compareMetrics({ ...measuredValues(material, characters), voice_kappa: voices?.kappa ?? null });
  const distances = metrics.flatMap(({ key, distance }) => (distance === undefined ? [] : [{ key, distance }]));
  return {
    pages: measureScenes(script, options.pages ?? layoutScreenplay(script)).pages,
    norms: normSet(material.words),
    metrics,
    distance: mean(distances.map(({ distance }) => distance)),
    worst: distances
      .toSorted((a, b) => b.distance - a.distance)
      .slice(0, 3)
      .map(({ key }) => key),
    characters,
    voices,
  };
}
