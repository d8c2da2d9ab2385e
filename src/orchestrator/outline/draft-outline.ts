import type { Bible, Outline, Script } from '../../bibles/index.ts';
import type { Note, Reference } from '../../core/index.ts';
import { type CardAnswer, type CardsInput, plantsOf } from '../../generators/index.ts';
import { checkOutline, type Structure } from '../../structures/index.ts';
import { placeCards, plantId } from './place-cards.ts';

/** What all questions about the cards of one script have in common, and what their answers are held against. */
export interface CardWork {
  readonly script: Script;
  readonly bible: Bible;
  readonly structure: Structure;
  readonly references: readonly Reference[];
  /** What each sequence asks, in order. */
  readonly asks: readonly CardsInput[];
}

/** The cards of every sequence, in order, as they were answered. */
export type CardsBySequence = readonly (readonly CardAnswer[])[];

/** The outline that answers make, with the plan above the cards. */
export function outlineOf({ script, bible, structure, asks }: CardWork, cards: CardsBySequence): Outline {
  const [first] = asks;
  if (first === undefined) return { cards: [] };
  const { beats, spine } = first;
  return {
    cards: placeCards(cards.flat(), { script, bible, beats }),
    plan: {
      structure: structure.id,
      spine,
      sequences: beats.sequences.map((sequence, at) => ({ ...sequence, scenes: first.sequences[at] ?? 0 })),
      beats: first.structure.flatMap(({ id, sequence }) => {
        const event = beats.beats.find(({ beat }) => beat === id)?.event;
        return event === undefined ? [] : [{ beat: id, sequence, event }];
      }),
      plants: plantsOf(beats).map(({ key, text, to }) => ({ id: plantId(script, key), what: text, open: to === 0 })),
    },
  };
}

/** What is wrong with the outline that answers make. */
export function faultsOf(work: CardWork, cards: CardsBySequence): readonly Note[] {
  const { bible, structure, script } = work;
  return checkOutline({ bible, structure, script, format: script.format, outline: outlineOf(work, cards) });
}
