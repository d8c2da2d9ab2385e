import { z } from 'zod';
import { VERDICTS } from '../continuity/index.ts';
import { fingerprint } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';

/** One side of a pair: what is said, and where. */
export interface JudgedFact {
  /** As a sentence: `Tom, eyes: blue`. */
  readonly says: string;
  readonly quote: string;
  /** Who says it; empty for action, the bible or a card. */
  readonly speaker: string;
  readonly heading: string;
  /** present, flashback, flash-forward, dream; `bible` for what the bible says. */
  readonly mode: string;
  readonly status: 'asserted' | 'implied' | 'planned';
}

/** What the question about one pair reads, and nothing else of the script. */
export interface JudgeInput {
  readonly title: string;
  /** How long such a fact holds: always, until-changed, moment. */
  readonly lasts: string;
  readonly before: JudgedFact;
  readonly after: JudgedFact;
}

/** Innocent readings first, then what holds. */
export const JudgeAnswer = z.object({
  readings: z
    .array(z.string())
    .max(5)
    .describe('Innocent readings that were tried, a few words each, and why each holds or not.'),
  verdict: z.enum(VERDICTS),
});
export type JudgeAnswer = z.infer<typeof JudgeAnswer>;

/** Ask about one pair. `vote` 0 is the first opinion, 1 a second one that knows nothing of it. */
export function askJudge(
  run: Run,
  { pair, vote }: { readonly pair: string; readonly vote: number },
  input: JudgeInput,
): Promise<JudgeAnswer> {
  return step(run, {
    slot: `continuity/judge/${pair}/${vote}`,
    take: vote,
    prompt: 'continuity.judge',
    input: { ...input },
    variables: {
      title: input.title,
      lasts: input.lasts,
      before: printSide(input.before),
      after: printSide(input.after),
    },
    schema: JudgeAnswer,
    references: [
      { source: pair, field: 'pair', label: 'the two quotes', version: fingerprint([input.before, input.after]) },
    ],
  });
}

function printSide({ says, quote, speaker, heading, mode, status }: JudgedFact): string {
  const who = speaker === '' ? '' : `\nSaid by: ${speaker}`;
  return `Fact: ${says} (${status})\nScene: ${heading === '' ? 'none' : heading} [${mode}]${who}\nQuote: ${quote}`;
}
