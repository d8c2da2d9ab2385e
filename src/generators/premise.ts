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

/** The most people and the most places that one answer develops; more come as extras, or by hand. */
export const MOST = 16;

/** How many people and places a story of each format carries. */
const SIZES = {
  short: { cast: '2 to 4', locations: '1 to 3' },
  feature: { cast: '8 to 14', locations: '8 to 14' },
  'tv-hour': { cast: '6 to 12', locations: '6 to 12' },
  sitcom: { cast: '4 to 8', locations: '2 to 5' },
} as const;

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
    .max(MOST),
  places: z
    .array(
      z.object({
        name: z.string().min(1).describe('As in a scene heading, without INT. or time.'),
        sketch: z.string().min(1).describe('Why scenes happen here.'),
      }),
    )
    .min(1)
    .max(MOST),
});
export type Premise = z.infer<typeof Premise>;

/** Develop a logline into a premise. */
export function developPremise(run: Run, input: PremiseInput): Promise<Premise> {
  return step(run, {
    slot: 'bible/premise',
    prompt: 'bible.premise',
    input: { ...input },
    variables: { logline: input.logline, size: size(input), ...SIZES[input.format] },
    schema: Premise,
    references: [{ source: 'logline', field: 'text', label: 'logline', version: input.logline }],
  });
}
