import { contextFor } from '../bibles/index.ts';
import { fingerprinted } from '../core/index.ts';
import {
  askDirector,
  briefOf,
  type DirectAnswer,
  earlierReferences,
  instructionReferences,
  sceneReferences,
} from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import type { Making, Offered } from './stage.ts';

/** Weave what the characters offered into a staged scene. May shorten and reorder lines; gives nobody knowledge. */
export function director(
  run: Run,
  { story, card, take, earlier, instruction, offers, turns }: Making & Offered,
): Promise<DirectAnswer> {
  const moment = { outline: story.outline, card };
  const context = contextFor(story.bible, moment, { role: 'director' });
  const scene = briefOf(story.bible, moment);
  return askDirector(
    run,
    { scene: card.id, take },
    { title: story.script.title, scene, bible: context.entries, offers, turns, earlier, instruction },
    [
      ...sceneReferences(context, card, scene),
      ...earlierReferences(earlier),
      ...offers.map(({ character, offer }) =>
        fingerprinted(
          { source: `${card.id}/lines/${character}`, field: 'answer', label: `${character.toUpperCase()}'s lines` },
          offer,
        ),
      ),
      ...instructionReferences(card, instruction),
      ...(turns === undefined
        ? []
        : [fingerprinted({ source: `${card.id}/turns`, field: 'order', label: 'who spoke when' }, turns)]),
    ],
  );
}
