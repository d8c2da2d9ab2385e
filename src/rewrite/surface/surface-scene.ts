import type { Stage } from '../../agents/index.ts';
import { contextFor } from '../../bibles/index.ts';
import { fingerprinted } from '../../core/index.ts';
import { askSurface, briefOf, type SceneElement, sceneReferences } from '../../generators/index.ts';
import type { Run } from '../../steps/index.ts';
import type { Revised } from '../revise-scene.ts';
import { acceptSurface, type SurfaceGate } from './accept-surface.ts';

/** Have the echoes of one scene said in other words. Without one nobody is asked. */
export async function surfaceScene(
  run: Run,
  { story, card, take, elements }: Stage & { readonly elements: readonly SceneElement[] },
  gate: SurfaceGate,
): Promise<Omit<Revised, 'keep'>> {
  const { echoes, keep } = gate;
  if (echoes.length === 0) return { elements, decisions: [] };
  const moment = { outline: story.outline, card };
  const context = contextFor(story.bible, moment, { role: 'director' });
  const scene = briefOf(story.bible, moment);
  const { lines } = await askSurface(
    run,
    { scene: card.id, take },
    { title: story.script.title, scene, bible: context.entries, elements, lines: echoes, keep },
    [
      ...sceneReferences(context, card, scene),
      fingerprinted({ source: `${card.id}/revised`, field: 'text', label: 'the revised draft' }, elements),
      fingerprinted({ source: 'script', field: 'echoes', label: 'what other scenes say alike' }, echoes),
    ],
  );
  return acceptSurface(elements, lines, gate);
}
