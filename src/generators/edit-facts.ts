import { z } from 'zod';
import { fingerprint } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { bullets, numbered } from './print.ts';

/** An entry of the bible as it is held against an edit. */
export interface EditedEntry {
  readonly id: string;
  readonly name: string;
  /** Its texts by field: `look`, `voice.sentences`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly facts: readonly string[];
}

/** What the question about one edited scene reads: what a person wrote there, what they took out, who and what is in it. */
export interface EditFactsInput {
  readonly title: string;
  readonly heading: string;
  /** New elements; of action without a speaker: empty. */
  readonly added: readonly { readonly speaker: string; readonly text: string }[];
  /** Elements that are gone. */
  readonly removed: readonly { readonly speaker: string; readonly text: string }[];
  readonly entries: readonly EditedEntry[];
}

/** What an edit says of entries that the bible does not say, or says otherwise. */
export const EditFactsAnswer = z.object({
  changes: z
    .array(
      z.object({
        entry: z.string().min(1).describe('A name from <entries> as it stands there.'),
        field: z.string().describe('The field that says something else, as it stands there; empty for a new fact.'),
        says: z.string().min(1).describe('What the field should say, or the fact as one plain sentence.'),
        quote: z.string().min(1).describe('The exact words of the new text that show it.'),
        why: z.string().min(1).describe('One sentence: what the bible says or leaves out.'),
      }),
    )
    .max(8),
});
export type EditFactsAnswer = z.infer<typeof EditFactsAnswer>;

/** Ask what a person's edit of a scene says of the people and the place in it that their bible does not say. */
export function askEditFacts(run: Run, scene: string, input: EditFactsInput): Promise<EditFactsAnswer> {
  return step(run, {
    slot: `edit/${scene}/facts`,
    scene,
    prompt: 'edit.facts',
    input: { ...input },
    variables: {
      title: input.title,
      entries: input.entries.map(printEntry).join('\n\n'),
      heading: input.heading,
      removed: numbered(input.removed.map(printElement)),
      added: numbered(input.added.map(printElement)),
    },
    schema: EditFactsAnswer,
    references: [
      { source: scene, field: 'text', label: "the scene's text", version: fingerprint([input.added, input.removed]) },
    ],
  });
}

function printElement({ speaker, text }: EditFactsInput['added'][number]): string {
  return speaker === '' ? text : `${speaker}: ${text}`;
}

function printEntry({ name, fields, facts }: EditedEntry): string {
  const rows = Object.entries(fields).map(([field, text]) => `${field}: ${text}`);
  return [name, bullets([...rows, ...facts])].join('\n');
}
