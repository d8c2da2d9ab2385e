/**
 * The offline writer as a reader of edits: patterns over the new text, with no language model. It proposes no change of a
 * field: that takes a reader.
 *
 * @module
 */
import { z } from 'zod';
import { plainFacts } from '../../continuity/index.ts';
import type { Json } from '../../core/index.ts';

const Ask = z.object({
  added: z.array(z.object({ speaker: z.string(), text: z.string() })),
  entries: z.array(z.object({ name: z.string(), facts: z.array(z.string()) })),
});

/** What of a person lasts: other facts are how things stand for a while. */
const LASTING: Readonly<Record<string, string>> = {
  alive: 'is',
  age: 'is aged',
  eyes: 'has eyes that are',
  hair: 'has hair that is',
  job: 'works as',
};

/** What the action of an edit says outright of people whom the bible knows. */
function readEdit(input: Json): Json {
  const { added, entries } = Ask.parse(input);
  const names = entries.map(({ name }) => name);
  return {
    changes: plainFacts(names, added)
      .flatMap(({ subject, predicate, object, quote, believer }) => {
        const verb = LASTING[predicate];
        const entry = entries.find(({ name }) => name === subject);
        if (verb === undefined || entry === undefined || believer !== '') return [];
        const says = `${subject} ${verb} ${object}.`;
        if (entry.facts.includes(says)) return [];
        return [{ entry: subject, field: '', says, quote, why: 'The new text says so in so many words.' }];
      })
      .slice(0, 8),
  };
}

/** The answers to questions about edits, by the task's name. Pure: equal inputs give equal answers. */
export const EDIT_TASKS: Readonly<Record<string, (input: Json) => Json>> = { 'edit.facts': readEdit };
