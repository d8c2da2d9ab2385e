import { ScriptGenError } from '../../core/index.ts';
import { type Block, parseFountain, printFountain } from '../../screenplay/index.ts';

/**
 * Read a part of a scene from Fountain.
 *
 * @throws ScriptGenError `markup/invalid` when nothing is in it, or a scene heading is.
 */
export function readBlocks(text: string): readonly Block[] {
  // Behind a heading nothing is taken for a title page.
  const [, ...blocks] = parseFountain(`.${PLACE}\n\n${text.replace(/^\uFEFF/, '').trim()}\n`).screenplay.children;
  if (blocks.length === 0)
    throw invalid(
      'The text is empty.',
      'Reject the change to leave the scene as it is, or accept it and edit the scene.',
    );
  if (blocks.some(({ type }) => type === 'sceneHeading'))
    throw invalid(
      'The text has a scene heading in it.',
      'A change stays within its scene; scenes are parted on their cards.',
    );
  return blocks.map(({ id: _, position: __, ...block }) => block as Block);
}

const PLACE = 'HERE';

/** A part of a scene as Fountain: {@link readBlocks} reads it back. */
export function printBlocks(blocks: readonly Block[]): string {
  return printFountain({
    type: 'screenplay',
    titlePage: null,
    children: blocks.map(({ id: _, ...block }) => block as Block),
  });
}

function invalid(message: string, hint: string): ScriptGenError {
  return new ScriptGenError({ code: 'markup/invalid', message, hint });
}
