import { z } from 'zod';
import type { Format } from '../bibles/index.ts';
import { fingerprint } from '../core/index.ts';
import { AREAS } from '../coverage/index.ts';
import { type Run, step } from '../steps/index.ts';
import { bullets } from './print.ts';

/** What the report is written from: how the parts were retold, and evidence that stands in the script. Not the script itself. */
export interface CoverageReportInput {
  readonly title: string;
  readonly form: Format;
  readonly pages: number;
  readonly parts: readonly { readonly scenes: string; readonly synopsis: string }[];
  readonly evidence: readonly {
    readonly id: string;
    readonly criterion: string;
    readonly grade: number;
    readonly scene: string;
    readonly quote: string;
    readonly why: string;
  }[];
  /** What to comment on. */
  readonly areas: readonly string[];
}

/** The words of a report. It has no place for a score or a verdict: those are computed. */
export const CoverageReportAnswer = z.object({
  logline: z.string().describe('One to three sentences: who wants what, and what stands against it.'),
  genre: z.string().describe('One to three words; empty if it cannot be told.'),
  period: z.string().describe('When it plays, in a few words; empty if it cannot be told.'),
  synopsis: z
    .array(z.object({ heading: z.string(), text: z.string().min(1) }))
    .min(1)
    .describe('The whole story in the present tense, ending included, an act or sequence each.'),
  comments: z.array(
    z.object({
      area: z.string().describe(`overall, ${AREAS.join(', ')}`),
      text: z.string().min(1),
      cites: z.array(z.string()).describe('Ids of the evidence it stands on.'),
    }),
  ),
});
export type CoverageReportAnswer = z.infer<typeof CoverageReportAnswer>;

const FORM_WORDS = { short: 'short film', feature: 'feature film', 'tv-hour': 'hour of television', sitcom: 'sitcom' };

/** Ask for logline, synopsis and comments from what the parts came to. */
export function writeCoverage(run: Run, input: CoverageReportInput): Promise<CoverageReportAnswer> {
  const { title, form, pages, parts, evidence, areas } = input;
  return step(run, {
    slot: 'coverage/report',
    prompt: 'coverage.report',
    input: { ...input },
    variables: {
      title,
      form: `${FORM_WORDS[form]}, ${pages} ${pages === 1 ? 'page' : 'pages'}`,
      areas: bullets(['overall', ...areas]),
      parts: parts.map(({ scenes, synopsis }) => `${scenes}\n${synopsis}`).join('\n\n'),
      evidence: bullets(
        evidence.map(
          ({ id, criterion, grade, scene, quote, why }) =>
            `${id} [${criterion} ${grade > 0 ? '+' : ''}${grade}] scene ${scene}: “${quote}” ${why}`,
        ),
      ),
    },
    schema: CoverageReportAnswer,
    references: [
      { source: run.script, field: 'synopses', label: 'synopses', version: fingerprint(parts) },
      { source: run.script, field: 'evidence', label: 'evidence', version: fingerprint(evidence) },
    ],
  });
}
