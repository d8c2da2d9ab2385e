import { z } from 'zod';
import { type Run, step } from '../steps/index.ts';
import type { CardAnswer } from './card-answer.ts';
import { printSpine, type Spine } from './spine.ts';

/** What the choice between two plans of one sequence reads. */
export interface ChooseInput {
  readonly title: string;
  readonly logline: string;
  readonly spine: Spine;
  /** What the sequence is for. */
  readonly purpose: string;
  readonly ends: string;
  readonly a: readonly CardAnswer[];
  readonly b: readonly CardAnswer[];
}

/** The better of two plans, with the reasons first. */
export const ChooseAnswer = z.object({
  reasons: z.string().min(1).describe('What decides it, naming scenes of both.'),
  better: z.enum(['A', 'B', 'tie']),
});
export type ChooseAnswer = z.infer<typeof ChooseAnswer>;

/** Ask a judge for the better of two plans of one sequence; `pair` says which they are: `2/take-1-or-2`. */
export function chooseCards(run: Run, pair: string, input: ChooseInput): Promise<ChooseAnswer> {
  return step(run, {
    slot: `outline/choose/${pair}`,
    prompt: 'outline.choose',
    input: { ...input },
    variables: {
      title: input.title,
      logline: input.logline,
      spine: printSpine(input.spine),
      purpose: input.purpose,
      ends: input.ends,
      a: printCards(input.a),
      b: printCards(input.b),
    },
    schema: ChooseAnswer,
    references: [{ source: 'outline/beats', field: 'text', label: 'beat sheet', version: input.purpose.slice(0, 40) }],
  });
}

function printCards(cards: readonly CardAnswer[]): string {
  return cards.map(printCard).join('\n');
}

function printCard(card: CardAnswer, at: number): string {
  const { setting, time, cast, speakers, lead, goal, opposition, turn, change, length, beats, synopsis } = card;
  const talk = speakers.length === 0 ? 'silent' : `${speakers.join(', ')} speak`;
  return [
    `${at + 1}. ${setting} - ${time}; ${cast.join(', ')}; ${talk}; ${length}. ${synopsis}`,
    `   ${lead} wants: ${goal} Against it: ${opposition} Turn: ${turn.from} to ${turn.to}, ${change}.`,
    ...beats.map((beat) => `   - ${beat}`),
  ].join('\n');
}
