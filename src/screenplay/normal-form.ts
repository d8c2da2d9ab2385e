import { cleanSceneNumber } from './scene-number.ts';
import type { Block, Dialogue, DialoguePart, SceneHeading } from './tree.ts';

/**
 * What may have to be changed in lines of text: a note, a boneyard, a character that is not of Latin script; a line
 * that is blank, has a space at its edge, or begins with `(` or `~`.
 */
const ODD_LINES = /[^\n -Z\\-~\u00a1-\u02ff\u2010-\u2027]|\/\*|(?:^|\n)(?:[ (~\n]|$)|[ \n](?:\n|$)/;

/** The same for text that stands on one line, with one space between words. */
const ODD_LINE = /[^ -Z\\-~\u00a1-\u02ff\u2010-\u2027]|\/\*|^(?:[ (~]|$)| (?: |$)/;

/** The same for a name: no parentheses, and no `^` at its end. */
const ODD_NAME = /[^ -'*-Z\\-~\u00a1-\u02ff\u2010-\u2027]|\/\*|^(?:[ ~]|$)| (?: |$)|\^$/;

const made = new WeakSet<readonly Block[]>();

/** Take down that blocks were made in normal form, as a reader makes them, so that nobody looks through them for that. */
export function madeNormal(blocks: readonly Block[]): readonly Block[] {
  made.add(blocks);
  return blocks;
}

/** Whether blocks are this very list that was made in normal form: a tree is never changed, but another made of it. */
export function isMadeNormal(blocks: readonly Block[]): boolean {
  return made.has(blocks);
}

/**
 * Whether a block is in normal form already, as far as a look at its text tells: nearly all blocks that were read are,
 * and none of them has to be taken apart. `false` says nothing.
 */
export function isTidyBlock(block: Block): boolean {
  switch (block.type) {
    case 'action':
    case 'lyrics':
    case 'centered':
    case 'general':
      return block.spans === undefined && isTidy(block.text);
    case 'dialogue':
      return isTidyDialogue(block);
    case 'dualDialogue':
      return isTidyDialogue(block.left) && isTidyDialogue(block.right);
    case 'sceneHeading':
      return isTidyHeading(block);
    case 'transition':
      return isTidyLine(block.text) && !block.text.endsWith('<');
    case 'shot':
    case 'actBreak':
    case 'synopsis':
      return isTidyLine(block.text);
    case 'pageBreak':
      return true;
    case 'section':
    case 'note':
    case 'boneyard':
      return false;
  }
}

function isTidyHeading({ text, number }: SceneHeading): boolean {
  if (!isTidyLine(text) || text.startsWith('.')) return false;
  return number === undefined ? !text.endsWith('#') : cleanSceneNumber(number) === number;
}

function isTidyDialogue({ name, extensions, remark, parts }: Dialogue): boolean {
  return remark === undefined && isTidyName(name) && extensions.every(isTidyName) && parts.every(isTidyPart);
}

/** Neighbours of one type are joined in normal form. */
function isTidyPart({ type, text }: DialoguePart, index: number, parts: readonly DialoguePart[]): boolean {
  return type === 'parenthetical' ? isTidyLine(text) : type !== parts[index - 1]?.type && isTidy(text);
}

function isTidyName(text: string): boolean {
  return !ODD_NAME.test(text);
}

function isTidy(lines: string): boolean {
  return !ODD_LINES.test(lines);
}

function isTidyLine(text: string): boolean {
  return !ODD_LINE.test(text);
}
