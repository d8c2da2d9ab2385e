import { z } from 'zod';
import { type Context, type Format, printContext } from '../bibles/index.ts';
import { type Run, step } from '../steps/index.ts';
import { size } from './print.ts';

/** What the beat sheet reads. */
export interface BeatsInput {
  readonly title: string;
  readonly logline: string;
  readonly premise: string;
  readonly format: Format;
  readonly scenes: number;
  /** Scenes in each sequence, in order: their sum is `scenes`. */
  readonly sequences: readonly number[];
  readonly bible: Context['entries'];
}

/** The spine of the story, and what each sequence does. */
export const Beats = z.object({
  question: z.string().min(1).describe('The dramatic question of the whole.'),
  sequences: z.array(
    z.object({
      title: z.string().min(1),
      purpose: z.string().min(1).describe('What has changed when this sequence ends, and because of what.'),
      ends: z.string().min(1).describe('The turn it ends on.'),
    }),
  ),
});
export type Beats = z.infer<typeof Beats>;

/** Plan the sequences of a script: structure before scenes. */
export function planBeats(run: Run, input: BeatsInput, context: Pick<Context, 'references'>): Promise<Beats> {
  return step(run, {
    slot: 'outline/beats',
    prompt: 'outline.beats',
    input: { ...input },
    variables: {
      title: input.title,
      logline: input.logline,
      premise: input.premise,
      size: size(input),
      sequences: input.sequences.map((scenes, index) => `Sequence ${index + 1}: ${scenes} scenes`).join('\n'),
      count: String(input.sequences.length),
      bible: printContext({ entries: input.bible }),
    },
    schema: Beats.extend({ sequences: Beats.shape.sequences.length(input.sequences.length) }),
    references: context.references,
  });
}
