import { z } from 'zod';

const line = z.object({ line: z.number().nullable(), text: z.string() });
const ask = z.object({
  name: z.string(),
  others: z.array(z.string()),
  speeches: z.array(line),
  spoken: z.number(),
});

/** What the task reads of its input. */
export type ExtractAsk = z.infer<typeof ask>;

/** The parse boundary: a task's input as data. @throws ZodError when the task was asked with something else. */
export const readExtractAsk = (input: unknown): ExtractAsk => ask.parse(input);
