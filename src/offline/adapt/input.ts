import { z } from 'zod';

const named = z.array(z.object({ name: z.string(), is: z.string() }));
const digestInput = z.object({ text: z.string() });
const premiseInput = z.object({
  format: z.string(),
  scenes: z.number(),
  title: z.string(),
  events: z.array(z.string()),
  people: named,
  places: named,
  opening: z.string(),
});

/** What the tasks read of their inputs. Anything else in them is left alone. */
export type DigestAsk = z.infer<typeof digestInput>;
export type AdaptAsk = z.infer<typeof premiseInput>;

/** The parse boundary: a task's input as data. @throws ZodError when the task was asked with something else. */
export const readDigestAsk = (input: unknown): DigestAsk => digestInput.parse(input);
export const readAdaptAsk = (input: unknown): AdaptAsk => premiseInput.parse(input);
