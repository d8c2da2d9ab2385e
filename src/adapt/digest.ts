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
/** How many people are counted in the text: those of the most parts. */
const MOST_COUNTED = 300;
/** A name that is longer is none. */
const LONGEST_NAME = 60;

/**
 * Hold against a text what a reader says it tells: people stay whose name stands in it, and facts whose quote does, word
 * for word. Names are taken as they are written there.
 */
export function holdDigest({ events, people, places, facts }: Told, text: string): Told {
  const stands = wordFinder(text);
  const trimmed = people.map((one) => ({ ...one, name: one.name.replaceAll(/\s+/gu, ' ').trim() }));
  return {
    events: events.map((event) => event.replaceAll(/\s+/gu, ' ').trim()).filter((event) => event !== ''),
    people: trimmed.filter(({ name }) => name.length <= LONGEST_NAME && stands(name)),
    places: places.filter(({ name }) => name.length <= LONGEST_NAME),
    facts: facts.filter(({ quote }) => stands(quote)),
  };
}

/** Put together what the parts of a text tell. The people who are named most come first. */
export function mergeDigests(parts: readonly Told[], text: string): Told {
  const people = onePerName(parts.flatMap((part) => part.people)).slice(0, MOST_COUNTED);
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

/**
 * Each name once, those of the most parts first: the same name is the same one, and so is a name that is part of exactly
 * one other, as `Anna` is of `Anna Weber`.
 */
function onePerName(named: readonly Named[]): readonly Named[] {
  const byName = new Map<string, { readonly one: Named; readonly words: readonly string[]; parts: number }>();
  for (const one of named) {
    const key = foldName(one.name);
    const row = byName.get(key) ?? { one, words: key.split(' '), parts: 0 };
    row.parts += 1;
    byName.set(key, row);
  }
  const rows = [...byName.values()];
  const byWord = new Map<string, Set<(typeof rows)[number]>>();
  for (const row of rows)
    for (const word of row.words) byWord.set(word, (byWord.get(word) ?? new Set<(typeof rows)[number]>()).add(row));
  const longer = ({ words: own }: (typeof rows)[number]) => {
    // Those with its rarest word are the fewest to look at.
    const [near] = own.flatMap((word) => byWord.get(word) ?? []).toSorted((a, b) => a.size - b.size);
    return [...(near ?? [])].filter(
      ({ words }) => words.length > own.length && own.every((word) => words.includes(word)),
    );
  };
  const gone = new Set(
    rows.flatMap((row) => {
      const others = longer(row);
      return others.length === 1 ? others : [];
    }),
  );
  return rows
    .filter((row) => !gone.has(row))
    .toSorted((a, b) => b.parts - a.parts)
    .map(({ one }) => one);
}

function countOf(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) count += 1;
  return count;
}
