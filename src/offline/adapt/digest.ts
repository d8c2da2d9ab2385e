import type { Digest } from '../../generators/index.ts';
import { readDigestAsk } from './input.ts';
import { namesIn } from './names.ts';
import { sentencesIn } from './sentences.ts';

/** As many as the answer may hold. */
const MOST = { events: 14, people: 40, places: 20, facts: 30 } as const;

/**
 * Answer `adapt.digest`: sentences of the text as its events, and who and what is named in it. Nothing is understood and
 * nothing made up: everything stands in the text.
 */
export function answerDigest(input: unknown): Digest {
  const { text } = readDigestAsk(input);
  const sentences = sentencesIn(text);
  const names = namesIn(text);
  const shown = (name: string): string => sentences.find((sentence) => sentence.includes(name)) ?? name;
  const people = names.filter(({ isPlace }) => !isPlace).slice(0, MOST.people);
  return {
    events: spread(
      sentences.filter((sentence) => sentence.split(' ').length >= 4),
      MOST.events,
    ),
    people: people.map(({ name }) => ({ name, is: shown(name) })),
    places: names
      .filter(({ isPlace }) => isPlace)
      .slice(0, MOST.places)
      .map(({ name }) => ({ name, is: shown(name) })),
    facts: people.flatMap(({ name }) => factsAbout(text, name)).slice(0, MOST.facts),
  };
}

/** Evenly spread over a list, first and last among them. */
export function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, at) => list[Math.round((at * (list.length - 1)) / (most - 1))]).filter(
    (one) => one !== undefined,
  );
}

/** What stands between commas behind a name: `Mara, a keeper of forty, …`. */
function factsAbout(text: string, name: string): Digest['facts'] {
  const pattern = new RegExp(`${escaped(name)}, ((?:an?|the) [^,.;:!?\\n]{3,60}|\\d{1,2})(?=[,.])`, 'u');
  const match = pattern.exec(text);
  const is = match?.[1];
  if (match === null || is === undefined) return [];
  return [{ about: name, fact: /^\d/.test(is) ? `${name} is ${is} years old.` : `${name} is ${is}.`, quote: match[0] }];
}

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\-]/g, '\\$&');
}
