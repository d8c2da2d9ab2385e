import { contextFor, entryById, knownFacts } from '../bibles/index.ts';
import { askLines, briefOf, sceneReferences } from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import type { Offer, Stage } from './stage.ts';

/**
 * One character in one scene. Of the bible it is given its own dossier and the outside of the others; of the
 * past, the facts it has learnt in earlier scenes; of this scene, the whole card.
 */
export async function character(
  run: Run,
  { story, card, take, character: id }: Stage & { readonly character: string },
): Promise<Offer> {
  const { script, bible, outline } = story;
  const context = contextFor(bible, { role: 'character', character: id }, card);
  const scene = briefOf(bible, outline, card);
  const self = entryById(bible, id)?.name ?? id;
  const knows = knownFacts(outline.cards, id, card.id);
  const offer = await askLines(
    run,
    { scene: card.id, take },
    { title: script.title, self, scene, bible: context.entries, knows },
    [
      ...sceneReferences(context, card, scene),
      ...knows.map((fact) => ({
        source: id,
        field: `knows ${fact}`,
        label: `${self.toUpperCase()} knows`,
        version: fact,
      })),
    ],
  );
  return { character: self, offer };
}
