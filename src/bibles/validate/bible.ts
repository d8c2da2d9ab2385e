import type { Note } from '../../core/index.ts';
import type { Outline } from '../card.ts';
import type { Bible, Entry } from '../entry.ts';
import { BUILT_IN } from '../kinds/built-in.ts';
import { cardNotes } from './cards.ts';
import { validateContent } from './content.ts';
import { boundNotes } from './facts.ts';
import { knownOf } from './known.ts';
import { nameNotes } from './names.ts';
import { peopleNotes } from './people.ts';
import { placeNotes } from './places.ts';

/** What else there is beside a bible. */
export interface ValidateOptions {
  /** Entries that were proposed and are not accepted yet: they are looked at too, and what needs them is told so. */
  readonly drafts?: readonly Entry[];
}

/**
 * Look through a bible, and the scene cards that are planned from it, for what cannot be meant so. Nothing is changed
 * and nothing is thrown; entries first, in the bible's order, then what is between them, then cards in script order.
 */
export function validateBible(bible: Bible, outline?: Outline, { drafts = [] }: ValidateOptions = {}): readonly Note[] {
  const known = knownOf(bible, drafts, outline);
  const { kinds = BUILT_IN } = bible;
  return [
    ...known.all.flatMap((entry) =>
      validateContent(kinds, entry.kind, entry, { isPartial: entry.overrides !== undefined }),
    ),
    ...nameNotes(known.all),
    ...placeNotes(known),
    ...peopleNotes(known),
    ...boundNotes(known),
    ...cardNotes(known),
  ];
}

/** Look through scene cards alone for names that lead nowhere: people, places, threads and facts that the bible does not have. */
export function validateCards(bible: Bible, outline: Outline): readonly Note[] {
  return cardNotes(knownOf(bible, [], outline));
}
