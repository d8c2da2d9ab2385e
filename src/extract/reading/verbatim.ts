import { blockText, dialoguesOf, plainText, type Screenplay } from '../../screenplay/index.ts';
import type { Quote } from '../extracted.ts';
import { saidIn } from '../material.ts';
import { quoter } from '../quote.ts';

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

/** Whether words stand in a text as whole words. */
function standsIn(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [before, after] = [text.slice(at - 1, at), text.charAt(at + words.length)];
    if (!isCut(before, words.charAt(0)) && !isCut(words.charAt(words.length - 1), after)) return true;
  }
  return false;
}

/** Whether a word goes on over the end of a quote. Scripts without spaces have no such ends. */
function isCut(left: string, right: string): boolean {
  return /[\p{L}\p{N}]/u.test(left) && /[\p{L}\p{N}]/u.test(right) && !/\p{Lo}/u.test(left + right);
}

function normalized(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„‟«»]/gu, '"')
    .replace(/[‘’‚‛`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}
