import type { BeatsAsk } from './input.ts';
import type { Planned } from './script-plan.ts';
import type { Station } from './shapes/index.ts';

/** Something that is planted and comes back. */
export interface Seed {
  readonly what: string;
  /** The scene that shows it first, from 0. */
  readonly from: number;
  /** The scene in which it counts. */
  readonly to: number;
}

/** The things of a script that come back, those that are longest away first, in the order in which they are planted. */
export function seedsOf(plan: readonly Planned[], most: number): readonly Seed[] {
  const back = plan.flatMap(({ prop, pays }, to): readonly Seed[] => {
    const from = plan.findIndex((scene) => scene.prop === prop);
    return pays && from < to ? [{ what: prop, from, to }] : [];
  });
  const own = back.filter(({ what }, at) => back.findIndex((one) => one.what === what) === at);
  return own
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, most)
    .toSorted((a, b) => a.from - b.from);
}

/** What comes out in a script and somebody acts on later, then what else comes out, each with the scene in which it does. */
export function revealsOf(
  plan: readonly Planned[],
  most: number,
): readonly { readonly fact: string; readonly at: number }[] {
  const all = plan.flatMap(({ learns }, at) => learns.map(({ fact }) => ({ fact, at })));
  const used = new Set(plan.flatMap(({ uses }) => uses.map(({ fact }) => fact)));
  const first = all.filter(({ fact }, place) => all.findIndex((one) => one.fact === fact) === place);
  return [...first.filter(({ fact }) => used.has(fact)), ...first.filter(({ fact }) => !used.has(fact))]
    .slice(0, most)
    .toSorted((a, b) => a.at - b.at);
}

/** The sequence that a scene is in, from 1. */
export function sequenceOf(scene: number, sequences: readonly number[]): number {
  let end = 0;
  const found = sequences.findIndex((count) => {
    end += count;
    return scene < end;
  });
  return (found < 0 ? sequences.length - 1 : found) + 1;
}

/** The turning points of the offline writer, by the beats of structures that ask for the same. */
const STATION_OF: Readonly<Record<string, Station>> = {
  ...{ opportunity: 'opportunity', catalyst: 'opportunity', disturbance: 'opportunity', call: 'opportunity' },
  ...{ 'inciting-incident': 'opportunity', 'change-of-plans': 'change', 'break-into-two': 'change' },
  ...{ 'act-one-turn': 'change', threshold: 'change', 'point-of-no-return': 'committed', midpoint: 'committed' },
  ...{ ordeal: 'committed', 'major-setback': 'setback', 'all-is-lost': 'setback', 'act-two-turn': 'setback' },
  ...{ crisis: 'setback', climax: 'climax', finale: 'climax', resurrection: 'climax', 'opening-image': 'opening' },
  ...{ hook: 'opening', 'image-and-want': 'opening', 'cold-open': 'opening', teaser: 'opening' },
  ...{ 'final-image': 'final', 'last-image': 'final', resolution: 'final', tag: 'final' },
};

/** How far a turning point may be from where the structure wants it, as a fraction of the script. */
const NEAR = 0.07;

/**
 * The scene for each beat of the structure: the turning point that does what it asks for, where one is near; else the
 * scene at its place, or the next that is free in its sequence; none when that is full.
 */
export function beatScenes(
  { structure, sequences }: Pick<BeatsAsk, 'structure' | 'sequences'>,
  plan: readonly Planned[],
): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const { id, scene } of structure) {
    const at = plan.findIndex(({ station }) => station !== undefined && station === STATION_OF[id]);
    const isNear = Math.abs(at - (scene - 1)) <= Math.max(1, NEAR * plan.length);
    if (at >= 0 && isNear && ![...taken.values()].includes(at)) taken.set(id, at);
  }
  for (const { id, scene, sequence } of structure) {
    if (taken.has(id)) continue;
    const free = plan
      .map((_, at) => ({ at, off: Math.abs(at - (scene - 1)) }))
      .filter(({ at }) => sequenceOf(at, sequences) === sequence && ![...taken.values()].includes(at));
    const [best] = free.toSorted((a, b) => a.off - b.off);
    if (best !== undefined) taken.set(id, best.at);
  }
  return taken;
}
