import { contextFor, entryById } from '../bibles/index.ts';
import { askLines, briefOf, sceneReferences } from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import type { Offer, Stage } from './stage.ts';

/**
 * One character in one scene. Of the bible it is given what it knows: its own dossier, the outside of the others, facts
 * it holds or has learnt in earlier scenes; of this scene, the card without what is kept from it.
 */
export async function character(
  run: Run,
  { story, card, take, character: id }: Stage & { readonly character: string },
): Promise<Offer> {
  const { script, bible, outline } = story;
  const context = contextFor(bible, { outline, card }, { role: 'character', character: id });
  const scene = briefOf(bible, { outline, card }, id);
  const self = entryById(bible, id)?.name ?? id;
  const knows = context.knows.map(({ text }) => text);
  const offer = await askLines(
    run,
    { scene: card.id, take },
    { title: script.title, self, scene, bible: context.entries, knows },
    [...sceneReferences(context, card, scene)],
  );
  return { character: self, offer };
}
