/** What a predicate is about. */
export type FactKind = 'knowledge' | 'place' | 'prop' | 'body' | 'relationship' | 'identity' | 'promise' | 'rule';

/** How long a fact holds when nothing says so: for good, until another of its kind takes its place, or just then. */
export type Lasting = 'always' | 'until-changed' | 'moment';

interface Meaning {
  readonly kind: FactKind;
  /** Whether there is one object at a time: two different ones cannot both hold. */
  readonly functional: boolean;
  readonly lasts: Lasting;
  /** What it says of its subject and object. */
  readonly says: string;
}

const meaning = (kind: FactKind, functional: boolean, lasts: Lasting, says: string): Meaning => ({
  kind,
  functional,
  lasts,
  says,
});

/** What facts can say. Closed: what a reader gives under another name is dropped. */
export const PREDICATES = {
  alive: meaning('body', true, 'until-changed', 'the person is alive, or dead'),
  age: meaning('body', true, 'always', 'how old the person is, in years'),
  eyes: meaning('body', true, 'always', 'the colour of their eyes'),
  hair: meaning('body', true, 'until-changed', 'the colour of their hair'),
  injury: meaning('body', false, 'until-changed', 'a wound, and where'),
  costume: meaning('body', false, 'moment', 'what they wear'),
  at: meaning('place', true, 'moment', 'where the person is'),
  holder: meaning('prop', true, 'until-changed', 'who has the thing'),
  state: meaning('prop', true, 'until-changed', 'what the thing is like: whole, destroyed, locked, loaded'),
  count: meaning('prop', true, 'until-changed', 'how many there are'),
  job: meaning('identity', true, 'until-changed', 'what the person does for a living'),
  name: meaning('identity', true, 'always', 'what the person is called'),
  skill: meaning('identity', false, 'always', 'what the person can or cannot do'),
  kin: meaning('relationship', true, 'always', 'what the subject is to another person'),
  relation: meaning('relationship', false, 'until-changed', 'how two people stand to each other'),
  knows: meaning('knowledge', false, 'until-changed', 'something the person knows'),
  believes: meaning('knowledge', false, 'until-changed', 'something the person takes for true'),
  promise: meaning('promise', false, 'until-changed', 'a promise, a deadline, a question'),
  rule: meaning('rule', false, 'always', 'a rule of this world'),
} as const satisfies Readonly<Record<string, Meaning>>;

/** One of {@link PREDICATES}. */
export type Predicate = keyof typeof PREDICATES;

/** The names of all predicates. */
export const PREDICATE_NAMES = Object.keys(PREDICATES) as unknown as readonly [Predicate, ...Predicate[]];

/** Whether a word is a predicate's name. */
export function isPredicate(word: string): word is Predicate {
  return Object.hasOwn(PREDICATES, word);
}
