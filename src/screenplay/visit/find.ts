import { plainText } from '../inline/inline.ts';
import type { Block, Dialogue, Screenplay } from '../tree.ts';
import { blockText } from './block-text.ts';
import { characterName } from './character-name.ts';
import { type VisitedPlace, visitBlocks } from './visit.ts';

/** What a block has to be; everything that is given has to hold. */
export interface BlockQuery {
  readonly type?: Block['type'] | readonly Block['type'][];
  readonly id?: string;
  /** Words that it says as a reader of the page sees them, in small letters or capitals; or a pattern that they match. */
  readonly text?: string | RegExp;
  /** Who speaks in it, in small letters or capitals; one of the two in a dual dialogue. */
  readonly character?: string;
  /** The id of the heading of its scene, or the scene's number. The heading is found, too. */
  readonly scene?: string;
}

/** A block and where it stands. */
export interface FoundBlock extends VisitedPlace {
  readonly block: Block;
}

/** The blocks of a script that a query or a test of yours takes, in order. */
export function findBlocks(
  script: Screenplay,
  query: BlockQuery | ((block: Block, place: VisitedPlace) => boolean),
): readonly FoundBlock[] {
  const takes = typeof query === 'function' ? query : tester(query);
  const found: FoundBlock[] = [];
  visitBlocks(script, {
    block: (block, place) => {
      if (takes(block, place)) found.push({ block, ...place });
    },
  });
  return found;
}

function tester({ type, id, text, character, scene }: BlockQuery): (block: Block, place: VisitedPlace) => boolean {
  const types = typeof type === 'string' ? [type] : type;
  const words = typeof text === 'string' ? text.toLowerCase() : text;
  const name = character === undefined ? undefined : characterName(character).toUpperCase();
  return (block, place) => {
    if (types !== undefined && !types.includes(block.type)) return false;
    if (id !== undefined && block.id !== id) return false;
    if (scene !== undefined && place.scene?.id !== scene && place.scene?.number !== scene) return false;
    if (name !== undefined && !speakers(block).some((one) => characterName(one.name).toUpperCase() === name))
      return false;
    return words === undefined || says(block, words);
  };
}

function speakers(block: Block): readonly Dialogue[] {
  if (block.type === 'dialogue') return [block];
  return block.type === 'dualDialogue' ? [block.left, block.right] : [];
}

function says(block: Block, words: string | RegExp): boolean {
  const raw = block.type === 'note' || block.type === 'boneyard';
  const shown = raw ? block.text : plainText(blockText(block));
  // `search` begins at the start whatever a pattern with the flag `g` matched last.
  return typeof words === 'string' ? shown.toLowerCase().includes(words) : shown.search(words) >= 0;
}
