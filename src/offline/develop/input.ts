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
const planInput = premiseInput.extend({
  title: z.string(),
  bible: z.array(z.object({ kind: z.string(), name: z.string(), fields })),
});
const asked = {
  sequences: z.array(z.number()),
  structure: z.array(z.object({ id: z.string(), sequence: z.number(), scene: z.number() })),
};
const beatsInput = planInput.extend({ ...asked, plants: z.number(), reveals: z.number() });
const names = z.array(z.string());
const quota = z.object({ flash: z.number(), short: z.number(), standard: z.number(), setPiece: z.number() });
const beats = z.object({
  plants: z.array(z.object({ what: z.string(), plantedIn: z.number(), paidIn: z.number() })),
  reveals: z.array(z.object({ fact: z.string() })),
});
const lists = { characters: names, settings: names, plots: names };
const cardsInput = planInput.extend({ ...asked, ...lists, sequence: z.number(), quota, beats });

/** What the tasks read of their inputs. Anything else in them is left alone. */
export type PremiseAsk = z.infer<typeof premiseInput>;
export type EntriesAsk = z.infer<typeof entriesInput>;
export type PlanAsk = z.infer<typeof planInput>;
export type BeatsAsk = z.infer<typeof beatsInput>;
export type CardsAsk = z.infer<typeof cardsInput>;

/** The parse boundary: a task's input as data. @throws ZodError when the task was asked with something else. */
export const readPremiseAsk = (input: unknown): PremiseAsk => premiseInput.parse(input);
export const readEntriesAsk = (input: unknown): EntriesAsk => entriesInput.parse(input);
export const readPlanAsk = (input: unknown): PlanAsk => planInput.parse(input);
export const readBeatsAsk = (input: unknown): BeatsAsk => beatsInput.parse(input);
export const readCardsAsk = (input: unknown): CardsAsk => cardsInput.parse(input);
