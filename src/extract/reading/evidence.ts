import { findMentions, nameIndex } from '../../bibles/index.ts';
import type { Screenplay } from '../../screenplay/index.ts';
import { nameKey } from '../cast/name.ts';
import type { ExtractedCharacter, Quote } from '../extracted.ts';
import { readMaterial } from '../material.ts';
import { quoter, shortened } from '../quote.ts';

/** What a reader of one character is given. */
export interface Evidence {
  /** Their speeches, or some of each part of the script, in order. */
  readonly speeches: readonly Quote[];
  /** Action that names them, likewise. */
  readonly actions: readonly Quote[];
  /** How many speeches they have in all. */
  readonly spoken: number;
}

/** About how many tokens a reader is given; two thirds of them for speeches. */
const BUDGET = 4000;
/** So many stretches of the script are read from, the same share of each. */
const STRETCHES = 16;
/** A longer speech or action is cut. */
const LONGEST = 600;

/** What a script shows of somebody: speeches and action, spread over the script, of about `budget` tokens at most. */
export function evidenceOf(
  script: Screenplay,
  { id, name, aliases, cues }: ExtractedCharacter,
  { budget = BUDGET }: { readonly budget?: number } = {},
): Evidence {
  const { speeches, told } = readMaterial(script);
  const quote = quoter(script);
  const keys = new Set(cues.map(nameKey));
  const index = nameIndex([{ id, name, aliases: [...aliases, ...cues] }]);
  const own = speeches.filter(({ cue, text }) => keys.has(nameKey(cue)) && text.trim() !== '');
  const about = told.filter(({ text }) => findMentions(text, index).length > 0);
  const quoted = (items: typeof own | typeof about): readonly Quote[] =>
    items.map(({ block, text }) => quote(block, shortened(text, LONGEST)));
  return {
    speeches: spread(quoted(own), (budget * 2) / 3),
    actions: spread(quoted(about), budget / 3),
    spoken: own.length,
  };
}

/** As many of these as `budget` tokens hold, from every stretch alike. All of them when they fit. */
function spread(quotes: readonly Quote[], budget: number): readonly Quote[] {
  if (quotes.reduce((sum, { text }) => sum + tokensOf(text), 0) <= budget) return quotes;
  const stretches = Math.min(STRETCHES, quotes.length);
  let left = budget;
  return Array.from({ length: stretches }, (_, at) => {
    const from = Math.floor((at * quotes.length) / stretches);
    const to = Math.floor(((at + 1) * quotes.length) / stretches);
    let share = left / (stretches - at);
    return quotes.slice(from, to).filter(({ text }) => {
      const cost = tokensOf(text);
      if (cost > share) return false;
      share -= cost;
      left -= cost;
      return true;
    });
  }).flat();
}

/** About how many tokens a text is: four characters each, one where a character is a word. */
function tokensOf(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return Math.ceil((text.length - wide) / 4) + wide;
}
