import { foldName } from '../bibles/index.ts';
import { wordFinder } from '../extract/index.ts';

/** Somebody or some place that a text names, and who or what that is. */
export interface Named {
  readonly name: string;
  readonly is: string;
}

/** Something true of a person or a place, and the words that say so. */
export interface SourceFact {
  readonly about: string;
  readonly fact: string;
  readonly quote: string;
}

/** What a text tells, or a part of it. */
export interface Told {
  /** In the order of the text, one sentence each. */
  readonly events: readonly string[];
  readonly people: readonly Named[];
  readonly places: readonly Named[];
  readonly facts: readonly SourceFact[];
}

/** How many people and places a planner is shown. */
const MOST_PEOPLE = 40;
const MOST_PLACES = 30;

/**
 * Hold against a text what a reader says it tells: people stay whose name stands in it, and facts whose quote does, word
 * for word. Names are taken as they are written there.
 */
export function holdDigest({ events, people, places, facts }: Told, text: string): Told {
  const stands = wordFinder(text);
  const trimmed = people.map((one) => ({ ...one, name: one.name.replaceAll(/\s+/gu, ' ').trim() }));
  return {
    events: events.map((event) => event.replaceAll(/\s+/gu, ' ').trim()).filter((event) => event !== ''),
    people: trimmed.filter(({ name }) => stands(name)),
    places,
    facts: facts.filter(({ quote }) => stands(quote)),
  };
}

/** Put together what the parts of a text tell. The people who are named most come first. */
export function mergeDigests(parts: readonly Told[], text: string): Told {
  const people = onePerName(parts.flatMap((part) => part.people));
  const counts = new Map(people.map((one) => [one, countOf(text, one.name)]));
  const order = people.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const facts = new Map(parts.flatMap((part) => part.facts).map((fact) => [`${fact.about} ${fact.fact}`, fact]));
  return {
    events: parts.flatMap((part) => part.events),
    people: order.slice(0, MOST_PEOPLE),
    places: onePerName(parts.flatMap((part) => part.places)).slice(0, MOST_PLACES),
    facts: [...facts.values()],
  };
}

/** The same name is the same one, and so is a name that is part of exactly one other: `Anna` and `Anna Weber`. */
function onePerName(named: readonly Named[]): readonly Named[] {
  const byName = new Map<string, Named>();
  for (const one of named) if (!byName.has(foldName(one.name))) byName.set(foldName(one.name), one);
  const names = [...byName.keys()];
  const wordsOf = new Map(names.map((name) => [name, name.split(' ')]));
  const longer = new Map(
    names.map((name) => {
      const own = wordsOf.get(name) ?? [];
      const holds = (words: readonly string[]): boolean =>
        words.length > own.length && own.every((word) => words.includes(word));
      return [name, names.filter((other) => holds(wordsOf.get(other) ?? []))];
    }),
  );
  const gone = new Set([...longer.values()].flatMap((others) => (others.length === 1 ? others : [])));
  return names.filter((name) => !gone.has(name)).flatMap((name) => byName.get(name) ?? []);
}

function countOf(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) count += 1;
  return count;
}
