import { contextFor } from '../bibles/index.ts';
import { fingerprint } from '../core/index.ts';
import {
  askCritique,
  briefOf,
  type CritiqueAnswer,
  earlierReferences,
  type SceneElement,
  sceneReferences,
} from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import type { Making } from './stage.ts';

/** Read a scene against its card and the logline, and give at most seven notes. */
export function dramaturge(
  run: Run,
  { story, card, take, earlier, elements }: Making & { readonly elements: readonly SceneElement[] },
): Promise<CritiqueAnswer> {
  const moment = { outline: story.outline, card };
  const context = contextFor(story.bible, moment, { role: 'dramaturge' });
  const scene = briefOf(story.bible, moment);
  return askCritique(
    run,
    { scene: card.id, take },
    { title: story.script.title, logline: story.script.logline, scene, bible: context.entries, elements, earlier },
    [
      ...sceneReferences(context, card, scene),
      ...earlierReferences(earlier),
      {
        source: `${card.id}/draft`,
        field: 'text',
        label: "the director's draft",
        version: fingerprint(elements),
      },
    ],
  );
}
