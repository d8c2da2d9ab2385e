import { askLines, type LinesInput, sceneReferences } from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import type { Offer, Stage } from './stage.ts';
import { type View, viewOf } from './view.ts';

/** One character in one scene, asked alone: it is given what it knows, as {@link viewOf} says, and nothing else. */
export async function character(
  run: Run,
  { character: id, ...stage }: Stage & { readonly character: string },
): Promise<Offer> {
  const view = viewOf(stage, id);
  const { card, take } = stage;
  const references = sceneReferences(view.context, card, view.scene);
  const offer = await askLines(run, { scene: card.id, take }, linesInput(stage, view), references);
  return { character: view.name, offer };
}

/** What the question to one character reads. */
export function linesInput({ story }: Stage, { name, context, scene }: View): LinesInput {
  const knows = context.knows.map(({ text }) => text);
  return { title: story.script.title, self: name, scene, bible: context.entries, knows };
}
