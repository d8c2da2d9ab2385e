import type { Random } from '../random.ts';
import { ADVERBS, ASKINGS, CLOSERS, HANDLES, LOOKS, MANNERS, OPENERS, SAYINGS, SMALL_THINGS } from './banks/compose.ts';
import { SPEECH_PARTS } from './banks/speeches.ts';
import { countWords, sentenceCase } from './slots.ts';

/** Something done with the hands, put together from small parts: there are some hundred thousand of them. */
export function composeBusiness(name: string, random: Random): string {
  const adverb = random.int(100) < 26 ? `${random.pick(ADVERBS)} ` : '';
  const joins = random.int(100) < 45;
  const manner = !joins && random.int(100) < 80 ? ` ${random.pick(MANNERS)}` : '';
  const more = joins
    ? `${random.pick([', then', ' and', ', and next'])} ${random.pick(HANDLES)} ${smallThing(random)}`
    : '';
  return sentenceCase(`${name} ${adverb}${random.pick(HANDLES)} ${smallThing(random)}${manner}${more}.`);
}

/** About so many words of talk about small things, as a statement or a question. */
export function composeTalk(
  words: number,
  { asks, random }: { readonly asks: boolean; readonly random: Random },
): string {
  const sentences: string[] = [];
  const tail = (): string => (random.int(3) === 0 ? `, ${random.pick(CLOSERS)}` : '');
  while (countWords(sentences.join(' ')) < words * 0.7 - 4)
    sentences.push(`${random.pick(SAYINGS)} ${smallThing(random)}${tail()}.`);
  sentences.push(
    asks ? `${random.pick(ASKINGS)} ${smallThing(random)}?` : `${random.pick(SAYINGS)} ${smallThing(random)}.`,
  );
  return sentences.join(' ');
}

/** A speech of more than fifty words, as a big scene may have one. */
export function composeSpeech(random: Random): string {
  return SPEECH_PARTS.map((part) => random.pick(part)).join(' ');
}

function smallThing(random: Random): string {
  const [look, thing] = [random.pick(LOOKS), random.pick(SMALL_THINGS)];
  if (random.int(2) === 0) return `the ${look} ${thing}`;
  return `${/^[aeiou]/.test(look) ? 'an' : 'a'} ${look} ${thing}`;
}

/** A line of speech with a word before it or after it: the same line, and another run of words. */
export function turnLine(text: string, random: Random): string {
  if (random.int(2) === 0) return `${random.pick(OPENERS)}. ${sentenceCase(text)}`;
  return text.replace(
    /([.?!]+)(["']?)$/,
    (_, mark: string, quote: string) => `, ${random.pick(CLOSERS)}${mark}${quote}`,
  );
}
