import { z } from 'zod';
import { fingerprint } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';

/** A part of a source, to be read for what happens in it. */
export interface DigestInput {
  /** Which part, from 1, and of how many. */
  readonly part: number;
  readonly parts: number;
  readonly text: string;
}

/** What one part of a source tells. */
export const Digest = z.object({
  events: z.array(z.string().min(1)).max(14).describe('What happens, in the order of the text, one sentence each.'),
  people: z
    .array(z.object({ name: z.string().min(1), is: z.string().min(1) }))
    .max(40)
    .describe('Everybody who acts or speaks, by the name that the text uses.'),
  places: z
    .array(z.object({ name: z.string().min(1), is: z.string().min(1) }))
    .max(20)
    .describe('Where it happens.'),
  facts: z
    .array(z.object({ about: z.string().min(1), fact: z.string().min(1), quote: z.string().min(1) }))
    .max(30)
    .describe('What is true of a person or a place.'),
});
export type Digest = z.infer<typeof Digest>;

/** Ask what one part of a source tells. `slot` is its place in the build. */
export function digestPart(run: Run, slot: string, input: DigestInput): Promise<Digest> {
  return step(run, {
    slot,
    prompt: 'adapt.digest',
    input: { ...input },
    variables: { part: `Part ${input.part} of ${input.parts}`, text: input.text },
    schema: Digest,
    references: [{ source: 'source', field: slot, label: 'the source', version: fingerprint(input.text) }],
  });
}
