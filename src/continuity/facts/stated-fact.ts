import type { FactKind, Predicate } from './predicates.ts';

/** Where a fact is said: exact words of one element of one scene, or of the bible or a card. */
export interface FactSource {
  /** The scene's id; absent for what the bible says. */
  readonly scene?: string;
  /** The element's id; absent for what a card or the bible says. */
  readonly element?: string;
  /** Words as they stand there. */
  readonly quote: string;
  /** The bible entry and its field, where the bible says it. */
  readonly entry?: { readonly id: string; readonly field: string };
}

/** One row of the ledger: something that is so in the story, or that somebody takes for so, and where it is said. */
export interface StatedFact {
  /** `sf_…`, made of what it says and where. */
  readonly id: string;
  /** An entry's id, or the name of a thing in small letters. */
  readonly subject: string;
  readonly predicate: Predicate;
  /** An entry's id where it is one, else words in small letters. */
  readonly object: string;
  readonly kind: FactKind;
  /** The scene from which it holds; from the beginning unless given. */
  readonly holdsFrom?: string;
  /** The last scene in which it holds; as long as its predicate lasts unless given. */
  readonly holdsUntil?: string;
  /** Of the world, or what one character takes for true: then it is no fault when the world is otherwise. */
  readonly scope: 'world' | { readonly belief: string };
  readonly source: FactSource;
  /** From 0 to 1: how sure it is that this is what the words say. */
  readonly confidence: number;
  /** Said in so many words, to be gathered from them, or planned by a card. */
  readonly status: 'asserted' | 'implied' | 'planned';
}
