import type { Random } from '../random.ts';
import { ADVERBS, CLOSERS, HANDLES, LOOKS, MANNERS, OPENERS, SMALL_THINGS } from './banks/compose.ts';
import { SPEECH_PARTS } from './banks/speeches.ts';
import { sentenceCase } from './slots.ts';

/** Something done with the hands, put together from small parts: there are some hundred thousand of them. */
export function composeBusiness(name: string, random: Random): string {
  const adverb = random.int(100) < 26 ? `${random.pick(ADVERBS)} ` : '';
  const manner = random.int(100) < 70 ? ` ${random.pick(MANNERS)}` : '';
  const more = random.int(100) < 45 ? `, then ${random.pick(HANDLES)} ${smallThing(random)}` : '';
  return sentenceCase(`${name} ${adverb}${random.pick(HANDLES)} ${smallThing(random)}${manner}${more}.`);
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
