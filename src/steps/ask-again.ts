import { z } from 'zod';
import type { Json } from '../core/index.ts';
import { type Message, type ModelRequest, type Reading, readAnswer } from '../llm/index.ts';
import { type Beginning, continuation, joinAnswers, readBeginning } from './continue.ts';
import type { JournalRow } from './journal.ts';
import type { StepKey } from './key.ts';

/** A row with its key in the form of a step's. */
export type KeyedRow = JournalRow & { readonly key: StepKey };

/** Gets the answer to a request, from the journal or a model. */
export type AskFor = (request: ModelRequest) => Promise<KeyedRow>;

/** What asking once more came to: the value or why there is none, and every answer it took. */
export interface Second<T> {
  readonly reading: Reading<T>;
  readonly rows: readonly JournalRow[];
}

/** What is asked again. */
export interface Again<T> {
  /** The answer that cannot be used. */
  readonly row: KeyedRow;
  readonly ask: AskFor;
  readonly schema: z.ZodType<T>;
}

/** Show a model its answer and what is wrong with it, and ask for the whole again, once. */
export async function askAgain<T>(
  first: ModelRequest,
  { row, ask, schema, problem }: Again<T> & { readonly problem: string },
): Promise<Second<T>> {
  const content = `That answer does not fit the schema:\n${problem}\nGive the whole answer again as one JSON value that fits.`;
  return askOn(first, content, { row, ask, schema });
}

/** Show a model its answer and in what it is not what was asked, though it fits the schema, and ask for the whole again, once. */
export async function askAboutFaults<T>(
  first: ModelRequest,
  { row, ask, schema, faults }: Again<T> & { readonly faults: readonly string[] },
): Promise<Second<T>> {
  const list = faults.map((fault) => `- ${fault}`).join('\n');
  const content = `That answer is not what was asked:\n${list}\nMend only this, and give the whole answer again as one JSON value in the same schema.`;
  return askOn(first, content, { row, ask, schema });
}

async function askOn<T>(first: ModelRequest, content: string, { row, ask, schema }: Again<T>): Promise<Second<T>> {
  const turns: readonly Message[] = [
    { role: 'assistant', content: row.answer.text },
    { role: 'user', content },
  ];
  const again = await ask({ ...first, messages: [...first.messages, ...turns] });
  return { reading: readAnswer(again.answer.text, schema, again.answer), rows: [row, again] };
}

/** A list that is still not whole after so many answers is not asked for any longer. */
const MOST_PARTS = 4;

/**
 * Ask for the rest of an answer that was cut off inside a list, until the list is whole.
 *
 * Never accepts a part: what is read in the end is the whole, and it must fit the schema. Where the answer did not
 * break off inside a list, or the schema asks for so many items that a rest cannot fit it, nothing is asked.
 */
export async function goOn<T>(first: ModelRequest, { row, ask, schema }: Again<T>): Promise<Second<T>> {
  const rows: KeyedRow[] = [row];
  const cutOff = { ok: false, problem: 'The answer was cut off at its length limit.' } as const;
  let beginning = readBeginning(row.answer.text);
  while (beginning !== undefined && takesParts(first.schema, beginning.list) && rows.length < MOST_PARTS) {
    const next = await ask({ ...first, messages: [...first.messages, ...continuation(beginning)] });
    rows.push(next);
    if (next.answer.finishReason === 'length') {
      beginning = further(beginning, readBeginning(next.answer.text));
      continue;
    }
    const rest = readAnswer(next.answer.text, z.unknown(), next.answer);
    if (!rest.ok) return { reading: rest, rows };
    const whole = JSON.stringify(joinAnswers(beginning, rest.value as Json));
    return { reading: readAnswer(whole, schema, next.answer), rows };
  }
  return { reading: cutOff, rows };
}

/** A beginning with what came after it; `undefined` when no whole item came, and asking on would not end. */
function further(before: Beginning, after: Beginning | undefined): Beginning | undefined {
  if (after === undefined || after.list !== before.list) return undefined;
  const items = [...before.items, ...after.items];
  return { ...before, items, whole: { ...before.whole, [before.list]: items } };
}

/** Whether a list may be given in parts: a schema that wants all of its items at once takes no rest. */
function takesParts(schema: Json, list: string): boolean {
  const least = (schema as { readonly properties?: Readonly<Record<string, { readonly minItems?: number }>> })
    .properties?.[list]?.minItems;
  return (least ?? 0) <= 1;
}
