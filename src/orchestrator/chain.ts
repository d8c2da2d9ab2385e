import type { Change } from '../steps/index.ts';
import type { Gone } from './go-through.ts';
import type { PlannedScene } from './report.ts';

/**
 * Tell of scenes that are open because of the text of others where that comes from: the scenes it comes through, and what
 * changed in the first. Pure.
 *
 * @param gone by place, as the scenes were gone over.
 */
export function withChains(scenes: readonly PlannedScene[], gone: readonly Gone[]): readonly PlannedScene[] {
  const byNumber = new Map(scenes.map((scene) => [scene.number, scene]));
  return scenes.map((scene) => {
    const through = throughTo(scene.number, gone);
    const [first] = through;
    const source = first === undefined ? undefined : byNumber.get(first);
    return source === undefined ? scene : { ...scene, chain: { changes: changesOf(source), scenes: through } };
  });
}

/** The scenes by whose text a scene is open, from the source on; none where it is not. */
function throughTo(number: number, gone: readonly Gone[]): readonly number[] {
  const through: number[] = [];
  for (let at = gone[number - 1]?.openedBy; at !== undefined; at = gone[at - 1]?.openedBy) through.unshift(at);
  return through;
}

function changesOf({ reason }: PlannedScene): readonly Change[] {
  return reason === 'new' ? [] : reason;
}
