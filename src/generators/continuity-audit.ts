import { z } from 'zod';
import { CATEGORIES, type Category } from '../continuity/index.ts';
import { fingerprint } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { printWritten, type WrittenScene } from './continuity-facts.ts';

/** What an audit reads: a stretch of the script, and what to look for in it. */
export interface AuditInput {
  readonly title: string;
  readonly category: Category;
  readonly scenes: readonly WrittenScene[];
}

/** Pairs of quotes that do not go together. None is a good answer. */
export const AuditAnswer = z.object({
  notes: z
    .array(
      z.object({
        first: z.string().min(1).describe('The exact words that establish something.'),
        second: z.string().min(1).describe('The exact words, later, that do not fit them.'),
        message: z.string().min(1).describe('Why both cannot be, in one sentence.'),
      }),
    )
    .max(8),
});
export type AuditAnswer = z.infer<typeof AuditAnswer>;

/** Ask for contradictions of one category in a stretch of the script. */
export function askAudit(run: Run, stretch: number, input: AuditInput): Promise<AuditAnswer> {
  return step(run, {
    slot: `continuity/audit/${stretch}/${input.category}`,
    prompt: 'continuity.audit',
    input: { ...input },
    variables: {
      title: input.title,
      script: input.scenes.map(printWritten).join('\n\n'),
      category: `${input.category}: ${CATEGORIES[input.category]}`,
    },
    schema: AuditAnswer,
    references: [
      { source: run.script, field: `audit/${stretch}`, label: 'the scenes', version: fingerprint(input.scenes) },
    ],
  });
}
