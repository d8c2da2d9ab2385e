import { z } from 'zod';
import type { Note, Reference } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { CardAnswer } from './card-answer.ts';
import { beatSheet, type CardsInput, listsFor, printQuota } from './cards.ts';
import { bullets } from './print.ts';
import { cardPlanVariables } from './story-plan.ts';

/** What mending one sequence reads. */
export interface MendInput extends CardsInput {
  /** Its cards as they stand. */
  readonly cards: readonly CardAnswer[];
  /** What is wrong with them. `scene` is a number in the script; absent for a note about the whole. */
  readonly notes: readonly (Pick<Note, 'rule' | 'severity' | 'message' | 'fix'> & { readonly scene?: number })[];
  /** The synopses of the scenes just before the sequence and just after it, by their numbers. */
  readonly around: readonly { readonly scene: number; readonly synopsis: string }[];
}

/** The answer for one sequence: the cards that change, by the numbers of their scenes. */
export function MendAnswer(input: Parameters<typeof listsFor>[0]) {
  return z.object({
    cards: z
      .array(CardAnswer(listsFor(input)).extend({ scene: z.number().int() }))
      .describe('Only the cards that change, each whole.'),
  });
}
export type MendAnswer = z.infer<ReturnType<typeof MendAnswer>>;

/** Ask the planner of a sequence to mend what notes say of its cards. Rounds count from 1. */
export function mendCards(
  run: Run,
  input: MendInput,
  { references, round }: { readonly references: readonly Reference[]; readonly round: number },
): Promise<MendAnswer> {
  const { sequence, firstScene, cards, notes, around, quota } = input;
  const cardLines = cards.map((card, at) => `Scene ${firstScene + at}: ${JSON.stringify(card)}`);
  const noteLines = notes.map(
    ({ scene, severity, message, fix }) =>
      `${severity}${scene === undefined ? '' : `, scene ${scene}`}: ${message}${fix === undefined ? '' : ` ${fix}`}`,
  );
  return step(run, {
    slot: `outline/mend/${sequence + 1}/${round}`,
    prompt: 'outline.mend',
    input: { ...input },
    variables: {
      ...cardPlanVariables(input),
      sequence: String(sequence + 1),
      quota: printQuota(quota),
      cards: cardLines.join('\n'),
      around: bullets(around.map(({ scene, synopsis }) => `Scene ${scene}: ${synopsis}`)),
      notes: bullets(noteLines),
    },
    schema: MendAnswer(input),
    references: [...references, beatSheet(input)],
  });
}
