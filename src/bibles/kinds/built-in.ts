import { z } from 'zod';
import { type FieldHints, type JsonSchema, type Kind, type Kinds, makeKind, type Reader } from './kind.ts';

const ALL_BUT_PRESENT: readonly Reader[] = ['planner', 'self', 'director', 'dramaturge', 'continuity'];

/** Hints of a field that these read. */
function readBy(readers: readonly Reader[], weight = 5, more: FieldHints = {}): FieldHints & Record<string, unknown> {
  return { 'x-readers': readers, 'x-weight': weight, ...more };
}

const text = (description: string, hints: FieldHints): z.ZodString => z.string().meta({ description, ...hints });
const mayBeEmpty = (description: string, hints: FieldHints): z.ZodDefault<z.ZodString> =>
  z
    .string()
    .default('')
    .meta({ description, ...hints });

const notes = mayBeEmpty("The writers' own notes. No agent reads this field.", readBy([]));

/** How a character speaks, in the habits an ear can tell apart. */
export const Voice = z.object({
  vocabulary: z.string().describe('The words this person reaches for: trade, region, class, favourite images.'),
  sentences: z.string().describe('Habits of sentence and rhythm: clipped, winding, questions, unfinished.'),
  avoids: z.string().describe('What this person will not talk about, and what they do instead.'),
  address: z.string().describe('How this person addresses others: names, titles, nicknames, none.'),
  partners: z
    .array(z.object({ to: z.string(), form: z.string() }))
    .default([])
    .describe('How this person addresses one other person: Tom, "boss".'),
});

/** A person in the story. Want is conscious, need is not; the contradiction is what makes them worth watching. */
export const Character = z.object({
  role: z
    .enum(['protagonist', 'antagonist', 'ally', 'other'])
    .meta({ description: 'Place in the story.', ...readBy([...ALL_BUT_PRESENT, 'present'], 9) }),
  age: text('Age as a script gives it: 60s, 34.', readBy(['planner', 'self', 'present', 'director', 'continuity'], 6)),
  pronouns: mayBeEmpty('How others speak of them: she/her, they/them.', readBy([...ALL_BUT_PRESENT, 'present'], 6)),
  look: text('What a camera sees, in one line, present tense.', readBy(['present', 'director', 'continuity'], 6)),
  want: text('What they pursue and could name.', readBy(ALL_BUT_PRESENT, 9)),
  need: text('What they lack and could not name.', readBy(['planner', 'self', 'dramaturge', 'continuity'], 8)),
  fear: text('What they would do nearly anything to avoid.', readBy(['planner', 'self', 'continuity'], 7)),
  contradiction: text(
    'Two true things about them that do not fit together.',
    readBy(['planner', 'self', 'continuity'], 7),
  ),
  secret: mayBeEmpty(
    'What they hide. Who else knows it, and since when, is said by a fact.',
    readBy(ALL_BUT_PRESENT, 8, { 'x-secret': true }),
  ),
  arc: mayBeEmpty('Who they are at the end, and what that costs.', readBy(['planner', 'dramaturge'], 6)),
  voice: Voice.meta({ description: 'How they speak.', ...readBy(['self', 'director', 'continuity'], 10) }),
  relations: z
    .array(z.object({ to: z.string(), is: z.string() }))
    .default([])
    .meta({ description: 'What others are to them.', ...readBy(['planner', 'self', 'director', 'continuity'], 7) }),
  backstory: mayBeEmpty('What happened before the first scene.', readBy(['self', 'continuity'], 4)),
  notes,
});

/** A place scenes happen in. `name` is what stands in the scene heading. */
export const Setting = z.object({
  interior: z
    .boolean()
    .meta({ description: 'Whether scenes here are INT. by default.', ...readBy(['planner', 'continuity'], 3) }),
  inside: mayBeEmpty('The id of the place that this one is in.', readBy(['planner', 'continuity'], 3)),
  look: text(
    'What is seen, in one or two concrete lines.',
    readBy(['planner', 'present', 'director', 'dramaturge', 'continuity'], 7),
  ),
  sound: text('What is heard when nobody speaks.', readBy(['present', 'director', 'dramaturge', 'continuity'], 5)),
  rules: mayBeEmpty(
    'What this place allows and forbids.',
    readBy(['present', 'director', 'dramaturge', 'continuity'], 6),
  ),
  time: mayBeEmpty(
    'When it is what it is: a year, a season, opening hours.',
    readBy(['planner', 'present', 'director', 'continuity'], 5),
  ),
  notes,
});

/** A thread of the plot: a question that the story opens and answers. */
export const Plot = z.object({
  thread: z.enum(['A', 'B', 'C']).meta({ description: 'A is the main line.', ...readBy(['planner', 'continuity'], 5) }),
  question: text('The question that keeps an audience in its seat.', readBy(['planner', 'continuity'], 8)),
  stakes: text('What is lost if it goes wrong.', readBy(['planner', 'continuity'], 8)),
  setup: text('How it is planted.', readBy(['planner', 'continuity'], 6)),
  payoff: text('How it is settled.', readBy(['planner', 'continuity'], 6)),
  notes,
});

/** What the story argues about, with both sides alive. */
export const Theme = z.object({
  question: text('The question the story puts.', readBy(['planner', 'director', 'continuity'], 6)),
  argument: text('The answer the ending leans to.', readBy(['planner', 'continuity'], 5)),
  counter: text('The best case against it.', readBy(['planner', 'continuity'], 5)),
  images: mayBeEmpty('Things to see and hear that carry it.', readBy(['director', 'continuity'], 4)),
  notes,
});

const SCHEMAS = { character: Character, setting: Setting, plot: Plot, theme: Theme } as const;

/** The name of a built-in kind. */
export type BuiltIn = keyof typeof SCHEMAS;

/** The document of an entry of one kind. */
export type DocumentOf<K extends BuiltIn> = z.infer<(typeof SCHEMAS)[K]>;

/** The built-in kinds. */
export const BUILT_IN: Kinds = new Map(
  (
    [
      ['character', 'ch', 'A person in the story.'],
      ['setting', 'st', 'A place scenes happen in.'],
      ['plot', 'pl', 'A thread of the plot.'],
      ['theme', 'th', 'What the story argues about.'],
    ] as const
  ).map(([name, prefix, description]): [string, Kind] => [
    name,
    makeKind({ name, prefix, description, schema: SCHEMAS[name] }),
  ]),
);

/** The JSON Schema of the documents of all built-in kinds, each under `$defs`, as it is shipped in `config/kinds.schema.json`. */
export function kindsSchema(): { readonly title: string; readonly $defs: Readonly<Record<string, JsonSchema>> } {
  const schemas = [...BUILT_IN.values()].map(({ name, description, jsonSchema }) => [
    name,
    { ...jsonSchema, description },
  ]);
  return { title: 'ScriptGen bible entries', $defs: Object.fromEntries(schemas) };
}
