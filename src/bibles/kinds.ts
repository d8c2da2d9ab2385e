import { z } from 'zod';

/** How a character speaks, in the four habits an ear can tell apart. */
export const Voice = z.object({
  vocabulary: z.string().describe('The words this person reaches for: trade, region, class, favourite images.'),
  sentences: z.string().describe('Habits of sentence and rhythm: clipped, winding, questions, unfinished.'),
  avoids: z.string().describe('What this person will not talk about, and what they do instead.'),
  address: z.string().describe('How this person addresses others: names, titles, nicknames, none.'),
});

/** A person in the story. Want is conscious, need is not; the contradiction is what makes them worth watching. */
export const Character = z.object({
  role: z.enum(['protagonist', 'antagonist', 'ally', 'other']).describe('Place in the story.'),
  age: z.string().describe('Age as a script gives it: 60s, 34.'),
  look: z.string().describe('What a camera sees, in one line, present tense.'),
  want: z.string().describe('What they pursue and could name.'),
  need: z.string().describe('What they lack and could not name.'),
  fear: z.string().describe('What they would do nearly anything to avoid.'),
  contradiction: z.string().describe('Two true things about them that do not fit together.'),
  voice: Voice,
  backstory: z.string().default('').describe('What happened before the first scene.'),
  notes: z.string().default('').describe("The writers' own notes. No agent reads this field."),
});

/** A place scenes happen in. `name` is what stands in the scene heading. */
export const Setting = z.object({
  interior: z.boolean().describe('Whether scenes here are INT. by default.'),
  look: z.string().describe('What is seen, in one or two concrete lines.'),
  sound: z.string().describe('What is heard when nobody speaks.'),
  rules: z.string().default('').describe('What this place allows and forbids.'),
  notes: z.string().default('').describe("The writers' own notes. No agent reads this field."),
});

/** A thread of the plot: a question that the story opens and answers. */
export const Plot = z.object({
  thread: z.enum(['A', 'B', 'C']).describe('A is the main line.'),
  question: z.string().describe('The question that keeps an audience in its seat.'),
  stakes: z.string().describe('What is lost if it goes wrong.'),
  setup: z.string().describe('How it is planted.'),
  payoff: z.string().describe('How it is settled.'),
  notes: z.string().default('').describe("The writers' own notes. No agent reads this field."),
});

/** What the story argues about, with both sides alive. */
export const Theme = z.object({
  question: z.string().describe('The question the story puts.'),
  argument: z.string().describe('The answer the ending leans to.'),
  counter: z.string().describe('The best case against it.'),
  images: z.string().default('').describe('Things to see and hear that carry it.'),
  notes: z.string().default('').describe("The writers' own notes. No agent reads this field."),
});

/** The built-in kinds, by the name an entry carries. */
export const KINDS = { character: Character, setting: Setting, plot: Plot, theme: Theme } as const;

/** The name of a built-in kind. */
export type Kind = keyof typeof KINDS;
/** The document of an entry of one kind. */
export type DocumentOf<K extends Kind> = z.infer<(typeof KINDS)[K]>;
/** The id prefix of each kind: an entry keeps its id for life. */
export const ID_PREFIX: Readonly<Record<Kind, string>> = { character: 'ch', setting: 'st', plot: 'pl', theme: 'th' };
