import type { Random } from '../random.ts';
import { ADVERBS, CLOSERS, HANDLES, MANNERS, OPENERS, SMALL_THINGS } from './banks/compose.ts';
import { sentenceCase } from './slots.ts';

/** Something done with the hands, put together from small parts: there are some hundred thousand of them. */
export function composeBusiness(name: string, random: Random): string {
  const adverb = random.int(100) < 22 ? `${random.pick(ADVERBS)} ` : '';
  const manner = random.int(100) < 70 ? ` ${random.pick(MANNERS)}` : '';
  return sentenceCase(`${name} ${adverb}${random.pick(HANDLES)} ${random.pick(SMALL_THINGS)}${manner}.`);
}

/** A line of speech with a word before it or after it: the same line, and another run of words. */
export function turnLine(text: string, random: Random): string {
  if (random.int(2) === 0) return `${random.pick(OPENERS)}. ${sentenceCase(text)}`;
  return text.replace(
    /([.?!]+)(["']?)$/,
    (_, mark: string, quote: string) => `, ${random.pick(CLOSERS)}${mark}${quote}`,
  );
}
