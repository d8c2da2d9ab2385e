import { z } from 'zod';
import { fingerprint } from '../core/index.ts';
import { CRITERIA, GRADES } from '../coverage/index.ts';
import { type Run, step } from '../steps/index.ts';
import { bullets } from './print.ts';

/** A part of a script as its reader is given it. No number says where in the script it stands: then it stays the same when scenes before it come or go. */
export interface CoverageReadInput {
  readonly title: string;
  readonly scenes: readonly { readonly heading: string; readonly text: string }[];
}

/** What a reader makes of a part. What does not hold is sorted out later, so the schema lets any word, number and length through. */
export const CoverageReadAnswer = z.object({
  synopsis: z.string().min(1).describe('What happens in this part, in the present tense.'),
  evidence: z.array(
    z.object({
      criterion: z.string().describe('A key from the list of criteria.'),
      grade: z.number().describe('-2, -1, 0, 1 or 2.'),
      scene: z.number().describe('The number of the scene in this part, from 1.'),
      quote: z.string().describe('The exact words that show it.'),
      why: z.string().describe('What it does to an audience, in one sentence.'),
    }),
  ),
});
export type CoverageReadAnswer = z.infer<typeof CoverageReadAnswer>;

/** Ask a reader to retell a part of a script and to grade what is shown there, with quotes. `script` says which text was read. */
export function readPart(
  run: Run,
  { part, script }: { readonly part: string; readonly script: string },
  input: CoverageReadInput,
): Promise<CoverageReadAnswer> {
  return step(run, {
    slot: `coverage/${part}`,
    prompt: 'coverage.read',
    input: { ...input },
    variables: {
      title: input.title,
      criteria: bullets(CRITERIA.map(({ key, definition }) => `\`${key}\`: ${definition}`)),
      grades: bullets(Object.entries(GRADES).map(([grade, says]) => `${grade}, ${says}`)),
      scenes: input.scenes
        .map(({ heading, text }, index) => `Scene ${index + 1}. ${heading}\n\n${text}`.trimEnd())
        .join('\n\n'),
    },
    schema: CoverageReadAnswer,
    references: [{ source: script, field: part, label: 'script', version: fingerprint(input) }],
  });
}
