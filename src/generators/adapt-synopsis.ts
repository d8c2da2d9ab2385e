import { z } from 'zod';
import { fingerprint } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { bullets } from './print.ts';

/** One scene that is written already. */
export interface SynopsisInput {
  readonly title: string;
  readonly heading: string;
  /** Who is in it, by name. */
  readonly people: readonly string[];
  /** Its text, without the heading. */
  readonly text: string;
}

/** What a written scene does. Empty where the scene does not show it. */
export const SynopsisAnswer = z.object({
  synopsis: z.string().min(1).describe('What happens, in one sentence.'),
  lead: z.string().describe('Who drives the scene, from the list; empty for nobody.'),
  goal: z.string(),
  opposition: z.string(),
  turn: z.object({ from: z.string(), to: z.string() }),
  tension: z.number().min(1).max(10),
  beats: z.array(z.string().min(1)).max(6),
  pattern: z.string(),
  learns: z
    .array(z.object({ character: z.string().min(1), fact: z.string().min(1), quote: z.string().min(1) }))
    .max(8)
    .describe('Who learns what here.'),
});
export type SynopsisAnswer = z.infer<typeof SynopsisAnswer>;

/** Ask what a written scene does. `id` is the scene's. */
export function readScene(run: Run, id: string, input: SynopsisInput): Promise<SynopsisAnswer> {
  return step(run, {
    slot: `adapt/scene/${id}`,
    prompt: 'adapt.synopsis',
    input: { ...input },
    variables: { title: input.title, heading: input.heading, people: bullets(input.people), text: input.text },
    schema: SynopsisAnswer,
    references: [{ source: id, field: 'text', label: 'the scene', version: fingerprint(input) }],
  });
}
