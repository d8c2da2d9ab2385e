import { type Kysely, sql } from 'kysely';
import { type Json, ScriptGenError } from '../../core/index.ts';
import type { ModelAnswer } from '../../llm/model.ts';
import type { Call, CallFilter, CallLog } from '../../steps/index.ts';
import { readJson } from '../json-column.ts';
import type { Tables } from '../tables.ts';
import { readCall } from './call-rows.ts';
import { meant } from './filter.ts';

/** Calls, the newest first. */
export async function listCalls(db: Kysely<Tables>, filter: CallFilter, most: number): Promise<readonly Call[]> {
  const rows = await db
    .selectFrom('calls')
    .selectAll()
    .where((is) => meant(is, filter))
    .orderBy('time', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(readCall);
}

/** More than these are not named when an id's first letters are those of several. */
const NAMED = 5;

/**
 * A call by its id or the first letters of it, with what was asked and what came: null and an empty text where neither
 * is kept any more.
 *
 * @throws ScriptGenError `input/invalid` when several calls begin so.
 */
export async function findCall(db: Kysely<Tables>, id: string): Promise<CallLog | undefined> {
  if (id === '') return undefined;
  const rows = await db
    .selectFrom('calls')
    .selectAll()
    .where(sql<string>`substr(id, 1, ${id.length})`, '=', id)
    .orderBy('time', 'desc')
    .limit(NAMED + 1)
    .execute();
  const row = rows.find((one) => one.id === id) ?? rows[0];
  if (row === undefined) return undefined;
  if (rows.length > 1 && row.id !== id) throw several(id, rows);
  return { call: readCall(row), ...(await textsOf(db, row)) };
}

async function textsOf(
  db: Kysely<Tables>,
  { id, key }: Pick<Tables['calls'], 'id' | 'key'>,
): Promise<{ readonly request: Json; readonly text: string }> {
  const kept =
    (await db
      .selectFrom('journal')
      .select(['request', 'answer'])
      .where('key', '=', key)
      .where('call', '=', id)
      .where('status', '=', 'answered')
      .executeTakeFirst()) ??
    (await db.selectFrom('journal_set_aside').select(['request', 'answer']).where('id', '=', id).executeTakeFirst());
  const { request = null, answer = null } = kept ?? {};
  return {
    request: request === null ? null : readJson<Json>(request),
    text: answer === null ? '' : readJson<Pick<ModelAnswer, 'text'>>(answer).text,
  };
}

function several(id: string, rows: readonly Tables['calls'][]): ScriptGenError {
  const named = rows.slice(0, NAMED).map((row) => row.id);
  return new ScriptGenError({
    code: 'input/invalid',
    message: `Several calls begin with ${JSON.stringify(id)}.`,
    hint: `Give more of the id: ${named.join(', ')}${rows.length > NAMED ? ', …' : ''}`,
  });
}
