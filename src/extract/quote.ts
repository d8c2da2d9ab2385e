import { type Block, oneLine, plainText, type Screenplay } from '../screenplay/index.ts';
import type { Quote } from './extracted.ts';

/** Makes a quote of words of a block. */
export type Quoter = (block: Block, words: string) => Quote;

/** A quote is cut after this many characters, at the end of a sentence or a word. */
const LONGEST = 200;

/** How much of a quote is looked for. */
const SOUGHT = 24;

/** Make what finds the lines of quotes: the line of the script's text on which the first words of a quote stand. */
export function quoter({ source }: Screenplay): Quoter {
  const lines = source?.text.split(/\r\n|[\r\n]/) ?? [];
  return ({ position }, words) => {
    if (position === undefined) return { text: words, line: null };
    const sought = oneLine(words).slice(0, SOUGHT);
    const own = lines
      .slice(position.line - 1, position.endLine)
      .map((line) => oneLine(plainText(line)).replace(/^~/u, ''));
    // A quote may go on over the end of a line; blank lines have no words.
    const at = own.join(' ').replace(/ {2,}/gu, ' ').indexOf(sought);
    let end = 0;
    const line = own.findIndex((text) => {
      end += text === '' ? 0 : text.length + 1;
      return at < end;
    });
    return { text: words, line: position.line + (at < 0 ? 0 : Math.max(0, line)) };
  };
}

/** The beginning of a text on one line, 200 characters at most: whole sentences, or words where the first is longer. */
export function shortened(text: string, longest = LONGEST): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line;
  const head = line.slice(0, longest);
  const sentence = /^.*[.!?…](?=\s)/u.exec(head)?.[0];
  return sentence !== undefined && sentence.length >= 40 ? sentence : head.replace(/\s+\S*$/u, '');
}

/** The sentences of a text with where they begin. A title (`Mrs.`) and an initial end none. */
export function sentencesOf(text: string): readonly { readonly text: string; readonly at: number }[] {
  const ends = [
    ...text.matchAll(/(?<!\b(?:Mr|Mrs|Ms|Dr|St|Prof|Capt|Lt|Sgt|\p{Lu}))[.!?…]+["”’)]*(?:\s+—?|—\s*)|\n{2,}|。/gu),
  ];
  const starts = [0, ...ends.map((match) => match.index + match[0].length)];
  return starts
    .map((at, index) => ({ text: text.slice(at, starts[index + 1] ?? text.length).trim(), at }))
    .filter((sentence) => sentence.text !== '');
}
