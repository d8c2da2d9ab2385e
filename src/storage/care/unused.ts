import { type Kysely, sql } from 'kysely';
import { chunks } from '../chunks.ts';
import type { Tables } from '../tables.ts';
import { originsOf, requestIfGoesOn } from './origins.ts';

/** An answer that nothing in use was made from. */
export interface Unused {
  readonly key: string;
  readonly bytes: number;
}

/** Rows that are read at once: requests can be long. */
const PAGE = 500;

/**
 * All unused answers by key, one page after the other; only those before a time, if one is given.
 *
 * Used is what a slot refers to; what goes on from such a question (a question that was asked again has the first answer
 * in it, and no slot); and what the last run of a script paid for, whose slots may not be written yet.
 */
export async function* unusedPages(db: Kysely<Tables>, before?: string): AsyncGenerator<readonly Unused[], void> {
  for (let last = ''; ; ) {
    const start = candidates(db).where('key', '>', last).orderBy('key').limit(PAGE);
    const rows = await (before === undefined ? start : start.where('time', '<', before)).execute();
    const origins = rows.map(({ request }) => (request === null ? [] : originsOf(request)));
    const used = await slotKeys(db, origins.flat());
    yield rows
      .filter((_, index) => !origins[index]?.some((key) => used.has(key)))
      .map(({ key, bytes }) => ({ key, bytes: Number(bytes) }));
    last = rows.at(-1)?.key ?? last;
    if (rows.length < PAGE) return;
  }
}

function candidates(db: Kysely<Tables>) {
  return db
    .selectFrom('journal')
    .select([
      'key',
      sql<number>`octet_length(request) + octet_length(answer)`.as('bytes'),
      requestIfGoesOn.as('request'),
    ])
    .where('status', '=', 'answered')
    .where('key', 'not in', (from) => from.selectFrom('slots').select('slots.key'))
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('calls')
            .innerJoin('runs', 'runs.id', 'calls.run')
            .select('calls.id')
            .whereRef('calls.id', '=', 'journal.call')
            .where((inner) =>
              inner.not(
                inner.exists(
                  inner
                    .selectFrom('runs as later')
                    .select('later.id')
                    .whereRef('later.script', '=', 'runs.script')
                    .whereRef('later.seq', '>', 'runs.seq'),
                ),
              ),
            ),
        ),
      ),
    );
}

async function slotKeys(db: Kysely<Tables>, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const part of chunks(keys))
    for (const { key } of await db.selectFrom('slots').select('key').where('key', 'in', part).execute()) found.add(key);
  return found;
}
