import { z } from 'zod';
import type { Reference } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { CardAnswer, type CardLists } from './card-answer.ts';
import { bullets } from './print.ts';
import type { PlanInput } from './spine.ts';
import { beatsIn, type CardPlan, cardPlanVariables, type Keyed, plantsOf, revealsOf } from './story-plan.ts';

/** How many scenes of each length a sequence is to have, and how many of them without speech. */
export interface Quota {
  readonly flash: number;
  readonly short: number;
  readonly standard: number;
  readonly setPiece: number;
  /** Absent where the format asks for none. */
  readonly silent?: number;
}

/** What the cards of one sequence read. */
export interface CardsInput extends PlanInput, CardPlan {
  /** Which sequence, from 0. */
  readonly sequence: number;
  /** The number of its first scene in the script, from 1. */
  readonly firstScene: number;
  readonly quota: Quota;
  readonly characters: readonly string[];
  readonly settings: readonly string[];
  readonly plots: readonly string[];
}

/**
 * The answer for one sequence: a card for each of its scenes. The closed lists are those of the whole script, so that
 * the questions about all sequences begin alike; which plants and beats belong to which, the prompt says.
 */
export function CardsAnswer(input: CardsLists & Pick<CardsInput, 'sequences' | 'sequence'>) {
  return z.object({ cards: z.array(CardAnswer(listsFor(input))).length(input.sequences[input.sequence] ?? 0) });
}
export type CardsAnswer = z.infer<ReturnType<typeof CardsAnswer>>;

/** What closed lists are made from. */
export type CardsLists = Pick<CardsInput, 'characters' | 'settings' | 'plots'> & Pick<CardPlan, 'structure' | 'beats'>;

/** All that cards of a script may name. */
export function listsFor({ characters, settings, plots, structure, beats }: CardsLists): CardLists {
  const plants = plantsOf(beats).map(({ key }) => key);
  return { characters, settings, plots, plants, beats: structure.map(({ id }) => id) };
}

/** How to ask. */
export interface CardsOptions {
  readonly references: readonly Reference[];
  /** 0 for the first answer, 1, 2 … for others to choose from. */
  readonly take?: number;
}

/** Plan the scene cards of one sequence. */
export function planCards(run: Run, input: CardsInput, { references, take = 0 }: CardsOptions): Promise<CardsAnswer> {
  const { sequence, firstScene, quota } = input;
  const count = input.sequences[sequence] ?? 0;
  const plants = plantsOf(input.beats);
  const here = revealsOf(input.beats).filter(({ from }) => from === sequence + 1);
  const known = revealsOf(input.beats).filter(({ from }) => from <= sequence);
  const keys = (list: readonly Keyed[]): string => list.map(({ key }) => key).join(', ') || 'none';
  return step(run, {
    slot: `outline/cards/${sequence + 1}${take === 0 ? '' : `/take-${take + 1}`}`,
    prompt: 'outline.cards',
    input: { ...input },
    variables: {
      ...cardPlanVariables(input),
      sequence: String(sequence + 1),
      first: String(firstScene),
      last: String(firstScene + count - 1),
      count: String(count),
      quota: printQuota(quota),
      beats: bullets(beatsIn(input, sequence + 1)),
      setsUp: keys(plants.filter(({ from }) => from === sequence + 1)),
      paysOff: keys(plants.filter(({ to }) => to === sequence + 1)),
      learns: keys(here),
      known: keys(known),
    },
    schema: CardsAnswer(input),
    references: [...references, beatSheet(input)],
    take,
  });
}

/** Where a question about cards read the plan above them. */
export function beatSheet({ spine }: Pick<CardPlan, 'spine'>): Reference {
  return { source: 'outline/beats', field: 'text', label: 'beat sheet', version: spine.question.slice(0, 40) };
}

/** A quota as text: `2 flash, 2 short, 2 standard, 1 setPiece; 2 of them silent`. */
export function printQuota({ silent, ...lengths }: Quota): string {
  const counts = Object.entries(lengths).filter(([, count]) => count > 0);
  const mix = counts.map(([length, count]) => `${count} ${length}`).join(', ');
  return silent === undefined ? mix : `${mix}; ${silent} of them silent`;
}
