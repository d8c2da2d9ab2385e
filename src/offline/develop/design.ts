import type { BeatsAsk } from './input.ts';
import type { Planned } from './script-plan.ts';

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

/** How far a turning point may be from where the structure wants one, as a fraction of the script. */
const NEAR = 0.08;

/** The scene for each beat of the structure: a turning point near its place, else the scene there or the next that is free; none when its sequence is full. */
export function beatScenes(
  { structure, sequences }: Pick<BeatsAsk, 'structure' | 'sequences'>,
  plan: readonly Planned[],
): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const { id, scene, sequence } of structure) {
    const free = plan
      .map((planned, at) => ({ planned, at, off: Math.abs(at - (scene - 1)) }))
      .filter(({ at }) => sequenceOf(at, sequences) === sequence && ![...taken.values()].includes(at));
    const cost = ({ planned, off }: (typeof free)[number]): number =>
      planned.station !== undefined && off <= NEAR * plan.length ? off / 100 : off;
    const [best] = free.toSorted((a, b) => cost(a) - cost(b));
    if (best !== undefined) taken.set(id, best.at);
  }
  return taken;
}
