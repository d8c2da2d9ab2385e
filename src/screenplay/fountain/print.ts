import { normalizeScreenplay } from '../normalize.ts';
import type { Screenplay } from '../tree.ts';
import { printBlock, printTitlePage } from './print-block.ts';
import { printFromSource } from './print-source.ts';

/**
 * Write a screenplay as Fountain 1.1 (fountain.io/syntax).
 *
 * What was read from Fountain and not changed since is printed as it stood, byte for byte, with what stands around it.
 * Everything else is normalized and printed blocks a blank line apart; a forcing mark (`.` `@` `!` `>`) is written
 * where the plain line would be read as another element, and before an action that other readers take for a heading;
 * nowhere else. Ids are not written. What Fountain cannot hold is left out: {@link fountainLosses} tells what.
 */
export function printFountain(script: Screenplay): string {
  return printFromSource(script) ?? printPlain(script);
}

/** Write a screenplay without regard to the text it was read from; `\n` ends every line. */
export function printPlain(script: Screenplay): string {
  const { titlePage, children } = normalizeScreenplay(script);
  const parts = children.map((block, index) => printBlock(block, titlePage === null && index === 0));
  const all = titlePage === null ? parts : [printTitlePage(titlePage), ...parts];
  return all.length === 0 ? '' : `${all.join('\n\n')}\n`;
}
