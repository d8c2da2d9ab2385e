import { fingerprint } from '../core/index.ts';
import { askTurn, sceneReferences } from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import { linesInput } from './character.ts';
import type { PlayedTurn, Stage, TurnCall } from './stage.ts';
import { viewOf } from './view.ts';

/** One character when it is its turn: it is given what it knows, as {@link viewOf} says, and what it has seen and heard. */
export async function player(
  run: Run,
  { character: id, turn, heard, ...stage }: Stage & TurnCall,
): Promise<PlayedTurn> {
  const view = viewOf(stage, id);
  const { card, take } = stage;
  const references = [
    ...sceneReferences(view.context, card, view.scene),
    { source: `${card.id}/turns`, field: 'heard', label: 'what was said before', version: fingerprint(heard) },
  ];
  const input = { ...linesInput(stage, view), heard };
  const answer = await askTurn(run, { scene: card.id, take, turn }, input, references);
  return { character: view.name, ...answer };
}
