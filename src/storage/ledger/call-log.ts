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
  const row = await rowOf(db, id === '' ? [] : await idsFrom(db, id), id);
  return row && { call: readCall(row), ...(await textsOf(db, row)) };
}

/** The id itself, or those that begin so. Only ids are looked through, which an index holds. */
async function idsFrom(db: Kysely<Tables>, id: string): Promise<readonly string[]> {
  const exact = await db.selectFrom('calls').select('id').where('id', '=', id).execute();
  const begin = db.selectFrom('calls').select('id').where(sql<string>`substr(id, 1, ${id.length})`, '=', id);
  const rows = exact.length > 0 ? exact : await begin.limit(NAMED + 1).execute();
  return rows.map((row) => row.id);
}

async function rowOf(db: Kysely<Tables>, ids: readonly string[], asked: string): Promise<Tables['calls'] | undefined> {
  const [id] = ids;
  if (id === undefined) return undefined;
  if (ids.length > 1) throw several(asked, ids);
  return db.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirst();
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

function several(id: string, ids: readonly string[]): ScriptGenError {
  return new ScriptGenError({
    code: 'input/invalid',
    message: `Several calls begin with ${JSON.stringify(id)}.`,
    hint: `Give more of the id: ${ids.slice(0, NAMED).join(', ')}${ids.length > NAMED ? ', …' : ''}`,
  });
}
