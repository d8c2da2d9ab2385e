import type { BlamedPassage } from './blame-scene.ts';
import { type Whose, whose } from './origin.ts';

/** How much of something: passages and their words. */
export interface Amount {
  readonly elements: number;
  readonly words: number;
}

/** Whose words a text is, counted: every passage is in just one of the three. */
export type Shares = Readonly<Record<Whose, Amount>> & {
  /** All of it: the sum of the three. */
  readonly all: Amount;
  /** Of the human: read from a screenplay that was written elsewhere. */
  readonly imported: Amount;
  /** Of the machine: taken by a person as it was. */
  readonly taken: Amount;
  /** Of the edited words: still the machine's, and the person's. */
  readonly editedWords: { readonly kept: number; readonly own: number };
};

/** Count whose words passages are. */
export function sharesOf(passages: readonly BlamedPassage[]): Shares {
  const amount = (of: (passage: BlamedPassage) => boolean): Amount => {
    const own = passages.filter(of);
    return { elements: own.length, words: own.reduce((sum, { words }) => sum + words, 0) };
  };
  const edited = passages.flatMap(({ origin }) => (origin.type === 'edited' ? [origin] : []));
  return {
    human: amount(({ origin }) => whose(origin) === 'human'),
    machine: amount(({ origin }) => whose(origin) === 'machine'),
    edited: amount(({ origin }) => whose(origin) === 'edited'),
    all: amount(() => true),
    imported: amount(({ origin }) => origin.type === 'imported'),
    taken: amount(({ origin }) => origin.type === 'taken'),
    editedWords: {
      kept: edited.reduce((sum, { kept }) => sum + kept, 0),
      own: edited.reduce((sum, { own }) => sum + own, 0),
    },
  };
}

/** The models that gave passages their words, by name, with how many passages each. */
export function modelsIn(passages: readonly BlamedPassage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { origin } of passages)
    if ('model' in origin) counts.set(origin.model, (counts.get(origin.model) ?? 0) + 1);
  return counts;
}

/** The people who typed or took something, by name, with how many passages each. */
export function peopleIn(passages: readonly BlamedPassage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { origin } of passages)
    if ('by' in origin && origin.by.type === 'person')
      counts.set(origin.by.name, (counts.get(origin.by.name) ?? 0) + 1);
  return counts;
}
