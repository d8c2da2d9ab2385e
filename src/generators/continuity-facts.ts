import { z } from 'zod';
import { PREDICATE_NAMES } from '../continuity/index.ts';
import { fingerprint } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { bullets, numbered } from './print.ts';

/** One scene of a finished script, as a reader gets it. */
export interface WrittenScene {
  readonly heading: string;
  readonly mode: string;
  /** Of action without a speaker: empty. */
  readonly elements: readonly { readonly speaker: string; readonly text: string }[];
}

/** What the question for a scene's facts reads: that scene alone, and the names that count. */
export interface FactsInput {
  readonly title: string;
  readonly people: readonly string[];
  readonly scene: WrittenScene;
}

/** Typed facts, each with the words that show it. */
export const FactsAnswer = z.object({
  facts: z
    .array(
      z.object({
        subject: z.string().min(1).describe('A name from <people> as it stands there, or a thing.'),
        predicate: z.enum(PREDICATE_NAMES),
        object: z.string().min(1).describe('A name, a place, or a word or two.'),
        to: z.string().describe('Of kin and relation: to whom; else empty.'),
        quote: z.string().min(1).describe('The exact words of one element that show it.'),
        believer: z.string().describe('Who takes it for true or claims it, where it may not be so; else empty.'),
        isImplied: z.boolean().describe('Whether it is only to be gathered from the words.'),
      }),
    )
    .max(40),
});
export type FactsAnswer = z.infer<typeof FactsAnswer>;

/** Ask which facts one scene states. */
export function askFacts(run: Run, scene: string, input: FactsInput): Promise<FactsAnswer> {
  return step(run, {
    slot: `continuity/${scene}/facts`,
    scene,
    prompt: 'continuity.facts',
    input: { ...input },
    variables: {
      title: input.title,
      people: bullets(input.people),
      scene: printWritten(input.scene),
    },
    schema: FactsAnswer,
    references: [{ source: scene, field: 'text', label: "the scene's text", version: fingerprint(input.scene) }],
  });
}

/** A scene as text, its elements numbered. */
export function printWritten({ heading, mode, elements }: WrittenScene): string {
  const lines = elements.map(({ speaker, text }) => (speaker === '' ? text : `${speaker}: ${text}`));
  return `${heading}${mode === 'present' ? '' : ` [${mode}]`}\n${numbered(lines)}`;
}
