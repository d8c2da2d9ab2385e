import type { SceneBrief, SceneElement } from '../../generators/index.ts';
import { EXTRA_LINES } from './banks/extras.ts';
import { sceneRandom } from './plan.ts';
import { plainQuotes } from './stage.ts';

/** Whoever is heard before they are seen. */
const OFF_STAGE = /\b(?:voice|radio|loudspeaker|announcer|tannoy|telephone|phone)\b/i;

/** Give every extra its line: early, where a place shows what it is, and never as the last thing of a scene. */
export function withExtras(
  elements: readonly SceneElement[],
  extras: readonly { readonly name: string; readonly sketch: string }[],
  scene: SceneBrief,
): readonly SceneElement[] {
  return extras.slice(0, 2).reduce((list, { name, sketch }, index) => {
    const random = sceneRandom(scene).fork(`extra ${name}`);
    const line: SceneElement = {
      type: 'line',
      character: name,
      extension: OFF_STAGE.test(`${name} ${sketch}`) ? 'O.S.' : '',
      parenthetical: '',
      text: plainQuotes(random.pick(EXTRA_LINES)),
    };
    const gaps = list.flatMap((element, at) =>
      at > 0 && element.type === 'action' && list[at - 1]?.type === 'action' ? [at] : [],
    );
    const early = gaps[0] ?? list.findIndex(({ type }) => type === 'action') + 1;
    const at = index === 0 ? early : Math.floor(list.length / 2);
    return list.toSpliced(Math.min(Math.max(1, at), Math.max(1, list.length - 1)), 0, line);
  }, elements);
}
