import type { Outline, SceneCard } from './card.ts';
import type { Fact } from './fact.ts';

/** The scenes of a script in story time. */
export interface Timeline {
  readonly cards: readonly SceneCard[];
  /** The place of a scene in it, from 0; `undefined` for a scene that is not there. */
  readonly rank: (scene: string) => number | undefined;
}

/**
 * Put scenes into story time. A scene says when it happens, or happens right after the one before it. A flashback that
 * does not say comes before the whole story, a flash-forward after it; neither moves the clock of the scenes that follow.
 */
export function timelineOf({ cards }: Outline): Timeline {
  const known = timelines.get(cards);
  if (known !== undefined) return known;
  let clock = 0;
  const timed = cards.map((card, place) => {
    const mode = card.mode ?? 'present';
    if (mode === 'present') clock = card.storyTime ?? clock;
    return { card, place, time: card.storyTime ?? UNSAID[mode] ?? clock };
  });
  timed.sort((a, b) => (a.time === b.time ? a.place - b.place : a.time - b.time));
  const ranks = new Map(timed.map(({ card }, rank) => [card.id, rank]));
  const timeline: Timeline = { cards: timed.map(({ card }) => card), rank: (scene) => ranks.get(scene) };
  timelines.set(cards, timeline);
  return timeline;
}

/** Outlines are values: the same one always has the same timeline, and every agent of a scene asks for it. */
const timelines = new WeakMap<readonly SceneCard[], Timeline>();

const UNSAID: Readonly<Record<string, number>> = {
  flashback: Number.NEGATIVE_INFINITY,
  'flash-forward': Number.POSITIVE_INFINITY,
};

/** Whether one scene is at another or after it. A scene that is gone is never reached. */
export function isReached({ rank }: Timeline, mark: string, scene: string): boolean {
  const [at, here] = [rank(mark), rank(scene)];
  return at !== undefined && here !== undefined && at <= here;
}

/** Whether a fact holds in a scene. */
export function holdsAt(timeline: Timeline, { from, to }: Fact, scene: string): boolean {
  if (from !== undefined && !isReached(timeline, from, scene)) return false;
  return to === undefined || timeline.rank(to) === undefined || isReached(timeline, scene, to);
}
