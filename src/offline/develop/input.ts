import { z } from 'zod';

const premiseInput = z.object({ logline: z.string(), format: z.string(), scenes: z.number() });
const premise = z.object({
  title: z.string(),
  premise: z.string(),
  people: z.array(z.object({ name: z.string(), role: z.string(), sketch: z.string() })),
  places: z.array(z.object({ name: z.string(), sketch: z.string() })),
});
const entriesInput = premiseInput.extend({ premise });
const fields = z.record(z.string(), z.json());
const beatsInput = premiseInput.extend({
  title: z.string(),
  sequences: z.array(z.number()),
  bible: z.array(z.object({ kind: z.string(), name: z.string(), fields })),
});
const names = z.array(z.string());
const cardsInput = beatsInput.extend({ sequence: z.number(), characters: names, settings: names, plots: names });

/** What the tasks read of their inputs. Anything else in them is left alone. */
export type PremiseAsk = z.infer<typeof premiseInput>;
export type EntriesAsk = z.infer<typeof entriesInput>;
export type BeatsAsk = z.infer<typeof beatsInput>;
export type CardsAsk = z.infer<typeof cardsInput>;

/** The parse boundary: a task's input as data. @throws ZodError when the task was asked with something else. */
export const readPremiseAsk = (input: unknown): PremiseAsk => premiseInput.parse(input);
export const readEntriesAsk = (input: unknown): EntriesAsk => entriesInput.parse(input);
export const readBeatsAsk = (input: unknown): BeatsAsk => beatsInput.parse(input);
export const readCardsAsk = (input: unknown): CardsAsk => cardsInput.parse(input);
