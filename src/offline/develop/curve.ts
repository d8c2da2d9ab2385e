import type { Station } from './shapes/index.ts';

/**
 * Where the five turning points stand as fractions of a script, measured on 128 annotated synopses of films
 * (TRIPOD, Papalampidi et al. 2019), with the first and the last scene.
 */
export const STATIONS: readonly (readonly [station: Station, at: number, tension: number])[] = [
  ['opening', 0, 2],
  ['opportunity', 0.141, 4],
  ['change', 0.322, 5],
  ['committed', 0.537, 7],
  ['setback', 0.75, 8],
  ['climax', 0.909, 10],
  ['final', 1, 3],
];

/** Which stations a script of `scenes` has room for: the climax first, the frame last. */
const FIRST: readonly Station[] = ['climax', 'opportunity', 'committed', 'final', 'setback', 'change', 'opening'];

/** The stations by scene, counting from 0. */
export function stationsFor(scenes: number): ReadonlyMap<number, Station> {
  const kept = new Set(FIRST.slice(0, scenes));
  const wanted = STATIONS.filter(([station]) => kept.has(station));
  const taken = new Map<number, Station>();
  wanted.forEach(([station, at], index) => {
    const least = Math.max(-1, ...taken.keys()) + 1;
    const most = scenes - (wanted.length - index);
    taken.set(Math.min(most, Math.max(least, Math.round(at * (scenes - 1)))), station);
  });
  return taken;
}

/** The tension at a fraction of the script, between 2 and 10, without dips. */
export function tensionAt(at: number): number {
  const after = STATIONS.findIndex(([, to]) => to >= at);
  const [, to, high] = STATIONS[Math.max(after, 0)] ?? ['final', 1, 3];
  const [, from, low] = STATIONS[Math.max(after - 1, 0)] ?? ['opening', 0, 2];
  return to === from ? high : low + ((high - low) * (at - from)) / (to - from);
}
