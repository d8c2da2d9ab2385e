import type { Kysely } from 'kysely';
import type { JournalRow } from '../steps/index.ts';
import { chunks } from './chunks.ts';
import { readJson } from './json-column.ts';
import type { Tables } from './tables.ts';

/** The columns both journal tables share. */
type AnswerRow = Omit<Tables['journal_set_aside'], 'id' | 'reason' | 'set_aside'>;

/** The columns of a pending row that are not null in an answered one. */
interface Answered {
  readonly task: string;
  readonly model: string;
  readonly request: string;
  readonly answer: string;
  readonly time: string;
}

/** Write an answer as columns. */
export function answerRow({ key, task, model, request, answer, time }: JournalRow): AnswerRow {
  return {
    key,
    task,
    model,
    request: JSON.stringify(request),
    answer: JSON.stringify(answer),
    input_tokens: answer.usage.inputTokens,
    output_tokens: answer.usage.outputTokens,
    cached_tokens: answer.usage.cachedTokens,
    cost: answer.cost,
    time,
  };
}

/** Read the answered rows among these keys. */
export async function findAnswers(
  db: Kysely<Tables>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, JournalRow>> {
  const found = new Map<string, JournalRow>();
  for (const part of chunks(keys)) {
    const rows = await db
      .selectFrom('journal')
      .select(['key', 'task', 'model', 'request', 'answer', 'time'])
      .where('key', 'in', part)
      .where('status', '=', 'answered')
      .$narrowType<Answered>()
      .execute();
    for (const row of rows) found.set(row.key, readAnswer(row));
  }
  return found;
}

function readAnswer(row: Answered & { readonly key: string }): JournalRow {
  const { key, task, model, time } = row;
  return { key, task, model, request: readJson(row.request), answer: readJson(row.answer), time };
}
