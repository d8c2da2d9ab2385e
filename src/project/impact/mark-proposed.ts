import type { Plan, PlannedScene } from '../../orchestrator/index.ts';
import type { Change } from '../../steps/index.ts';

/** What stands in the place of a version that there is not yet. */
export const PROPOSED = '(proposed)';

/**
 * The plan of a story as it would be, held against that of the story as it is: what is new at a version that nobody
 * wrote is proposed, and a scene that is asked for just as much already is stale already. Pure.
 */
export function markProposed(now: Plan, then: Plan): Plan {
  const before = new Map(now.scenes.map((scene) => [scene.id, scene]));
  return { ...then, scenes: then.scenes.map((scene) => marked(scene, before.get(scene.id))) };
}

function marked(scene: PlannedScene, was: PlannedScene | undefined): PlannedScene {
  const known = new Set(was === undefined ? [] : changesOf(was).map(keyOf));
  const mark = (change: Change): Change =>
    change.to === undefined || known.has(keyOf(change)) ? change : { ...change, to: proposed(change.to) };
  const { reason, chain, ...rest } = scene;
  return {
    ...rest,
    reason: reason === 'new' ? reason : reason.map(mark),
    ...(chain === undefined ? {} : { chain: { ...chain, changes: chain.changes.map(mark) } }),
    ...(was !== undefined && changesOf(scene).every((change) => known.has(keyOf(change))) ? { already: true } : {}),
  };
}

function changesOf({ reason, chain }: PlannedScene): readonly Change[] {
  return [...(reason === 'new' ? [] : reason), ...(chain?.changes ?? [])];
}

function keyOf({ label, from, to }: Change): string {
  return JSON.stringify([label, from, to]);
}

/** Versions and hashes of what is not written say nothing; the words of a lesson and the name of a model do. */
function proposed(version: string): string {
  return /^(v\d+|[0-9a-f]{8})$/.test(version) ? PROPOSED : `${version} ${PROPOSED}`;
}
