import { z } from 'zod';
import { printContext } from '../bibles/index.ts';
import type { Reference } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import type { Beats, BeatsInput } from './beats.ts';
import { size } from './print.ts';

/** What the cards of one sequence read. */
export interface CardsInput extends BeatsInput {
  readonly beats: Beats;
  /** Which sequence, from 0. */
  readonly sequence: number;
  /** The number of its first scene in the script, from 1. */
  readonly firstScene: number;
  readonly characters: readonly string[];
  readonly settings: readonly string[];
  readonly plots: readonly string[];
}

/** The answer for a sequence of `count` scenes: people and places are named, and the names are closed lists. */
export function CardsAnswer(input: Pick<CardsInput, 'characters' | 'settings' | 'plots' | 'sequences' | 'sequence'>) {
  const person = z.enum([...input.characters] as [string, ...string[]]);
  return z.object({
    cards: z
      .array(
        z.object({
          interior: z.boolean(),
          setting: z.enum([...input.settings] as [string, ...string[]]),
          time: z.enum(['DAY', 'NIGHT', 'MORNING', 'EVENING', 'DAWN', 'DUSK', 'LATER', 'CONTINUOUS']),
          cast: z.array(person).min(1).describe('Everybody on stage.'),
          speakers: z.array(person).describe('Those of the cast who speak; empty for a silent scene.'),
          lead: person.describe('Who drives the scene: one of the cast.'),
          goal: z.string().min(1).describe('What the lead wants here and now.'),
          opposition: z.string().min(1).describe('Who or what stands against it.'),
          turn: z.object({ from: z.string().min(1), to: z.string().min(1) }).describe('The value that changes.'),
          tension: z.number().min(1).max(10),
          beats: z.array(z.string().min(1)).min(1).max(6).describe('What happens, in order, each a change.'),
          pattern: z.string().min(1).describe('The dramatic pattern in a word or two; neighbours differ.'),
          length: z.enum(['flash', 'short', 'standard', 'setPiece']),
          learns: z.array(z.object({ character: person, fact: z.string().min(1) })),
          becauseOf: z.array(z.number().int()).describe('Numbers of earlier scenes this one follows from.'),
          threads: z.array(z.enum([...input.plots] as [string, ...string[]])),
          synopsis: z.string().min(1).describe('One sentence.'),
        }),
      )
      .length(input.sequences[input.sequence] ?? 0),
  });
}
export type CardsAnswer = z.infer<ReturnType<typeof CardsAnswer>>;

/** Plan the scene cards of one sequence. */
export function planCards(run: Run, input: CardsInput, references: readonly Reference[]): Promise<CardsAnswer> {
  const { beats, sequence, firstScene } = input;
  const count = input.sequences[sequence] ?? 0;
  return step(run, {
    slot: `outline/cards/${sequence + 1}`,
    prompt: 'outline.cards',
    input: { ...input },
    variables: {
      title: input.title,
      logline: input.logline,
      premise: input.premise,
      size: size(input),
      bible: printContext({ entries: input.bible }),
      question: beats.question,
      sequences: beats.sequences.map((s, index) => `${index + 1}. ${s.title}: ${s.purpose} Ends: ${s.ends}`).join('\n'),
      sequence: String(sequence + 1),
      first: String(firstScene),
      last: String(firstScene + count - 1),
      count: String(count),
    },
    schema: CardsAnswer(input),
    references: [
      ...references,
      { source: 'outline/beats', field: 'text', label: 'beat sheet', version: beats.question.slice(0, 40) },
    ],
  });
}
