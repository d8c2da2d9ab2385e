import type { Outline, SceneCard } from '../bibles/index.ts';
import type { MeasuredMetric, Measurement, MetricKey } from '../screenplay/index.ts';
import type { Structure } from '../structures/index.ts';
import type { Area } from './areas.ts';
import { MEANINGS } from './meanings.ts';
import type { CoveredScene } from './scenes.ts';

/** Something that code measured, graded as evidence is. */
export interface Measure {
  readonly area: Area;
  /** `turning points by page` */
  readonly name: string;
  /** -2 to 2. */
  readonly grade: number;
  /** `4 of 5 where films have them` */
  readonly says: string;
}

/** Which metrics of `measure` stand for an area. Those of style and of length have no part in it. */
const METRICS_OF: readonly { readonly area: Area; readonly name: string; readonly keys: readonly MetricKey[] }[] = [
  {
    area: 'structure',
    name: 'scenes beside produced features',
    keys: ['words_per_scene', 'scene_len_cv', 'scenes_no_dialogue'],
  },
  { area: 'characterization', name: 'voices beside produced features', keys: ['voice_kappa'] },
  {
    area: 'dialogue',
    name: 'speeches beside produced features',
    keys: ['speech_len_median', 'speech_le_10w', 'speech_gt_50w', 'question_share', 'vocative_share'],
  },
];

/** The grade of a mean distance from the norms, in spreads of the films: up to one is as films are, and above three far off. */
const DISTANCES = [
  { most: 1, grade: 1 },
  { most: 2, grade: 0 },
  { most: 3, grade: -1 },
] as const;

/** What `measure` found, as grades for the areas that its metrics stand for. */
export function normMeasures({ metrics }: Pick<Measurement, 'metrics'>): readonly Measure[] {
  return METRICS_OF.flatMap(({ area, name, keys }): readonly Measure[] => {
    const distances = metrics.flatMap(({ key, distance }) =>
      distance !== undefined && keys.some((one) => one === key) ? [distance] : [],
    );
    if (distances.length === 0) return [];
    const distance = distances.reduce((sum, one) => sum + one, 0) / distances.length;
    const grade = DISTANCES.find(({ most }) => distance <= most)?.grade ?? -2;
    const of = distances.length === 1 ? '1 number' : `${distances.length} numbers`;
    return [{ area, name, grade, says: `${of}, ${distance.toFixed(1)} spreads from the median` }];
  });
}

/** A beat of which no spread was measured may be so far off, as a part of the whole. */
const TOLERANCE = 0.05;

/**
 * What the cards of a script show of its structure: beats where its structure expects them, by the pages of the scenes
 * that were written, and plants paid off.
 */
export function cardMeasures(
  { cards, plan }: Outline,
  { scenes, structure }: { readonly scenes: readonly CoveredScene[]; readonly structure?: Structure | undefined },
): readonly Measure[] {
  return [...beatsInPlace(cards, scenes, structure), ...plants(cards, plan?.plants ?? [])];
}

function beatsInPlace(
  cards: readonly SceneCard[],
  scenes: readonly CoveredScene[],
  structure: Structure | undefined,
): readonly Measure[] {
  const placed = cards.flatMap(({ id, beat: named }) => {
    const beat = structure?.beats.find((one) => one.id === named);
    const scene = scenes.findIndex((one) => one.id === id);
    const [from, to] = [scenes[scene]?.at ?? null, scenes[scene + 1]?.at ?? 1];
    if (beat === undefined || from === null) return [];
    const { from: first, to: last, sd = TOLERANCE } = beat;
    return [from <= last + sd && to >= first - sd];
  });
  if (placed.length === 0 || structure === undefined) return [];
  return [share('structure', 'beats by page', placed, `where the structure expects them: ${structure.name}`)];
}

function plants(cards: readonly SceneCard[], planned: NonNullable<Outline['plan']>['plants']): readonly Measure[] {
  const paid = new Set(cards.flatMap(({ paysOff = [] }) => paysOff));
  const open = new Set(planned.filter((plant) => plant.open).map(({ id }) => id));
  const set = [...new Set(cards.flatMap(({ setsUp = [] }) => setsUp))].filter((id) => !open.has(id));
  if (set.length === 0) return [];
  const closed = set.map((id) => paid.has(id));
  return [share('story line', 'plants on the cards', closed, 'paid off')];
}

/** All or all but a tenth is good, three quarters plain, half weak. Own steps. */
const SHARES = [
  { least: 0.9, grade: 1 },
  { least: 0.75, grade: 0 },
  { least: 0.5, grade: -1 },
] as const;

function share(area: Area, name: string, met: readonly boolean[], says: string): Measure {
  const count = met.filter(Boolean).length;
  const grade = SHARES.find(({ least }) => count / met.length >= least)?.grade ?? -2;
  return { area, name, grade, says: `${count} of ${met.length} ${says}` };
}

/** A metric far from its norm, with what that is like to read. */
export interface FarMetric extends MeasuredMetric {
  readonly means: string;
}

/** The three metrics that lie farthest from produced features, the farthest first; none for a script that has no norms. */
export function farthest({ metrics, worst }: Pick<Measurement, 'metrics' | 'worst'>): readonly FarMetric[] {
  return worst.flatMap((key) => {
    const metric = metrics.find((one) => one.key === key);
    if (metric?.norm === undefined) return [];
    const { low, high } = MEANINGS[key] ?? { low: '', high: '' };
    return [{ ...metric, means: (metric.value ?? 0) < metric.norm.median ? low : high }];
  });
}
