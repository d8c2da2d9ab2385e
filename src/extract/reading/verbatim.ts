import { blockText, dialoguesOf, plainText, type Screenplay } from '../../screenplay/index.ts';
import type { Quote } from '../extracted.ts';
import { saidIn } from '../material.ts';
import { quoter } from '../quote.ts';
import { normalized, standsIn } from './words.ts';

/** Finds a quote in a script: with its line, `undefined` where it does not stand there word for word. */
export type QuoteFinder = (words: string) => Quote | undefined;

/** Make what finds quotes in a script. White space and the shapes of quotation marks make no difference, all else does. */
export function quoteFinder(script: Screenplay): QuoteFinder {
  const quote = quoter(script);
  const blocks = script.children
    .filter(({ type }) => type !== 'note' && type !== 'boneyard')
    .map((block) => ({
      block,
      // Words that go on behind a parenthetical are said in one go.
      texts: [plainText(blockText(block)), ...dialoguesOf(block).map(saidIn)].map(normalized),
    }));
  return (words) => {
    const sought = normalized(words);
    if (!/\p{L}[^\p{L}]*\p{L}/u.test(sought)) return undefined;
    const found = blocks.find(({ texts }) => texts.some((text) => standsIn(text, sought)));
    return found === undefined ? undefined : quote(found.block, words.trim());
  };
}
