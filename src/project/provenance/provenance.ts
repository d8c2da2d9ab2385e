import { z } from 'zod';
import { whose } from '../../markup/index.ts';
import { disclosureOf } from './disclosure.ts';
import type { Traced } from './traced.ts';

const Decided = {
  by: z.string().optional().describe('The person.'),
  time: z.string().optional().describe('When; ISO 8601, UTC.'),
  version: z.number().int().optional().describe("The version of the scene's edit that brought it."),
};

const ElementOrigin = z.object({
  type: z
    .enum(['person', 'imported', 'model', 'taken', 'edited'])
    .describe(
      'Typed by a person, read from a file, generated, generated and taken by a person, generated and changed by one.',
    ),
  ...Decided,
  model: z.string().optional().describe('`provider/model` that wrote the words first.'),
  steps: z
    .array(
      z.object({
        key: z.string().describe('A step of the scene.'),
        part: z
          .enum(['wrote', 'changed', 'kept'])
          .describe('Whether these are its words, their form, or it took them on.'),
        note: z.string().optional().describe('The note that they were given for.'),
      }),
    )
    .optional(),
  from: z.string().optional().describe('The proposal or take that it was taken from.'),
  notes: z.array(z.string()).optional().describe('The notes that it answers.'),
  keys: z.array(z.string()).optional().describe('The steps that wrote what was taken.'),
  before: z.string().optional().describe('As it was generated.'),
  kept: z.number().int().optional().describe("Words that are still the machine's."),
  own: z.number().int().optional().describe("Words that are the person's."),
});

const Step = z.object({
  key: z.string().describe('The content address of the question in the journal.'),
  slot: z.string(),
  task: z.string(),
  agent: z.string().describe('A role, or the name of a character.'),
  model: z.string(),
  prompt: z.object({ name: z.string(), version: z.string() }).optional(),
  reads: z
    .array(z.object({ label: z.string(), version: z.string() }))
    .describe('What of bible and card it read, in which version.'),
  time: z.string().describe('When it was answered; ISO 8601, UTC.'),
  cost: z.number().nullable().describe('US dollars; null when the price is not known.'),
});

const Amount = z.object({ elements: z.number().int(), words: z.number().int() });

/** Where everything in a script comes from, as `scriptgen provenance export` writes it. */
export const Provenance = z
  .object({
    format: z.literal('scriptgen-provenance'),
    version: z.literal(1),
    script: z.object({ id: z.string(), slug: z.string(), title: z.string() }),
    total: z.object({ human: Amount, machine: Amount, edited: Amount, all: Amount }),
    method: z.array(z.string()),
    models: z.array(z.object({ model: z.string(), isLanguageModel: z.boolean(), elements: z.number().int() })),
    people: z.array(z.object({ name: z.string(), elements: z.number().int() })),
    money: z
      .object({ steps: z.number().int(), cost: z.number(), unpriced: z.number().int() })
      .describe(
        'What the steps of the scenes as they are cost, in US dollars, each once; and how many have no known price.',
      ),
    scenes: z.array(
      z.object({
        id: z.string(),
        number: z.number().int(),
        heading: z.string(),
        steps: z.array(Step),
        elements: z.array(
          z.object({
            line: z.number().int().describe('Its first line in the scene as it is printed; the heading is 1.'),
            lastLine: z.number().int(),
            kind: z.enum(['action', 'speech', 'parenthetical', 'transition', 'other']),
            speaker: z.string().optional(),
            text: z.string(),
            words: z.number().int(),
            whose: z.enum(['human', 'machine', 'edited']),
            origin: ElementOrigin,
          }),
        ),
      }),
    ),
  })
  .meta({ title: 'Where everything in a script comes from' });
/** A value of that schema. */
export type Provenance = z.infer<typeof Provenance>;

/** The JSON Schema of {@link Provenance}. */
export function provenanceSchema(): object {
  return z.toJSONSchema(Provenance);
}

/** Everything that is known of where a script comes from. */
export function provenanceOf(traced: Traced): Provenance {
  const { script, total, models, people, method } = disclosureOf(traced);
  const { human, machine, edited, all } = total;
  const steps = new Map(
    traced.scenes.flatMap(({ history }) => history.answers.map((answer) => [answer.key, answer] as const)),
  );
  const costs = [...steps.values()].map(({ cost }) => cost);
  return {
    ...{ format: 'scriptgen-provenance', version: 1, script },
    total: { human, machine, edited, all },
    ...{ method: [...method], models: [...models], people: [...people] },
    money: {
      steps: steps.size,
      cost: costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
      unpriced: costs.filter((cost) => cost === null).length,
    },
    scenes: traced.scenes.map(({ place, history, passages }) => {
      const given = new Set(
        passages.flatMap(({ origin }) => ('steps' in origin ? origin.steps.map(({ key }) => key) : [])),
      );
      const told = [...history.answers, ...(history.older ?? []).filter(({ key }) => given.has(key))];
      return {
        ...{ id: place.id, number: place.number, heading: place.heading },
        steps: told.map(({ said: _, reads, ...answer }) => ({ ...answer, reads: [...reads] })),
        elements: passages.map(({ origin, ...passage }) => ({
          ...passage,
          whose: whose(origin),
          origin: originOf(origin),
        })),
      };
    }),
  };
}

function originOf(origin: Traced['scenes'][number]['passages'][number]['origin']): z.infer<typeof ElementOrigin> {
  const steps =
    'steps' in origin
      ? origin.steps.map(({ key, part, note }) => ({ key, part, ...(note === undefined ? {} : { note }) }))
      : [];
  return {
    type: origin.type,
    ...('by' in origin ? { by: origin.by.name, time: origin.time, version: origin.version } : {}),
    ...('model' in origin ? { model: origin.model } : {}),
    ...(steps.length === 0 ? {} : { steps }),
    ...(origin.type === 'taken' ? { from: origin.from, notes: [...origin.notes], keys: [...origin.keys] } : {}),
    ...(origin.type === 'edited' ? { before: origin.before, kept: origin.kept, own: origin.own } : {}),
  };
}
