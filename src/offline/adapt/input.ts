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

const synopsisInput = z.object({ heading: z.string(), people: z.array(z.string()), text: z.string() });
const goOnInput = z.object({
  title: z.string(),
  logline: z.string(),
  premise: z.string(),
  format: z.string(),
  scenes: z.number(),
  bible: z.array(z.json()),
  characters: z.array(z.string()),
  settings: z.array(z.string()),
  first: z.number(),
  count: z.number(),
});

/** What the tasks read of their inputs. Anything else in them is left alone. */
export type DigestAsk = z.infer<typeof digestInput>;
export type AdaptAsk = z.infer<typeof premiseInput>;
export type SynopsisAsk = z.infer<typeof synopsisInput>;
export type GoOnAsk = z.infer<typeof goOnInput>;

/** The parse boundary: a task's input as data. @throws ZodError when the task was asked with something else. */
export const readDigestAsk = (input: unknown): DigestAsk => digestInput.parse(input);
export const readAdaptAsk = (input: unknown): AdaptAsk => premiseInput.parse(input);
export const readSynopsisAsk = (input: unknown): SynopsisAsk => synopsisInput.parse(input);
export const readGoOnAsk = (input: unknown): GoOnAsk => goOnInput.parse(input);
