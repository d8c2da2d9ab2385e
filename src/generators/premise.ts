import { z } from 'zod';
import type { Format } from '../bibles/index.ts';
import { type Run, step } from '../steps/index.ts';
import { size } from './print.ts';

/** What the premise reads. */
export interface PremiseInput {
  readonly logline: string;
  readonly format: Format;
  readonly scenes: number;
}

/** The logline developed: who, where, and the story in a paragraph. The bibles grow from it. */
export const Premise = z.object({
  title: z.string().min(1).describe('A working title of one to five words.'),
  genre: z.string().min(1).describe('One or two words.'),
  tone: z.string().min(1).describe('How it feels, in a few words.'),
  premise: z.string().min(1).describe('The story in one paragraph of four to seven sentences, ending included.'),
  people: z
    .array(
      z.object({
        name: z.string().min(1).describe('The name on the cue: one or two words, distinct first letters.'),
        role: z.enum(['protagonist', 'antagonist', 'ally', 'other']),
        sketch: z.string().min(1).describe('Who they are to the story, in one line.'),
      }),
    )
    .min(2)
    .max(8),
  places: z
    .array(
      z.object({
        name: z.string().min(1).describe('As in a scene heading, without INT. or time.'),
        sketch: z.string().min(1).describe('Why scenes happen here.'),
      }),
    )
    .min(1)
    .max(10),
});
export type Premise = z.infer<typeof Premise>;

/** Develop a logline into a premise. */
export function developPremise(run: Run, input: PremiseInput): Promise<Premise> {
  return step(run, {
    slot: 'bible/premise',
    prompt: 'bible.premise',
    input: { ...input },
    variables: { logline: input.logline, size: size(input) },
    schema: Premise,
    references: [{ source: 'logline', field: 'text', label: 'logline', version: input.logline }],
  });
}
