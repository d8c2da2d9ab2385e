import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CallFilter, CallSum, Group } from '../../steps/index.ts';
import type { Tables } from '../tables.ts';
import { meant } from './filter.ts';
import { type Middles, middlesOf } from './middles.ts';

/**
 * Sum calls by a group, the costliest first; with no group one sum of all, which is there when there are no calls.
 * Times take the database most of the work, since it has to sort: without them they are 0.
 */
export async function sumCalls(
  db: Kysely<Tables>,
  filter: CallFilter,
  { by, times = true }: { readonly by: Group | undefined; readonly times?: boolean | undefined },
): Promise<readonly CallSum[]> {
  const group = groupOf(by);
  const rows = await db
    .selectFrom('calls')
    .select((is) => [
      group.as('group'),
      is.fn.countAll().as('calls'),
      is.fn.count(sql`case when calls.outcome <> 'answered' then 1 end`).as('failed'),
      is.fn.count('cost').as('priced'),
      is.fn.sum('input_tokens').as('input'),
      is.fn.sum('output_tokens').as('output'),
      is.fn.sum('cached_tokens').as('cached'),
      is.fn.sum('cache_write_tokens').as('written'),
      is.fn.sum('cache_write_hour_tokens').as('writtenHour'),
      is.fn.sum('reasoning_tokens').as('reasoning'),
      is.fn.count('first_token_ms').as('firsts'),
      is.fn.count('waited_ms').as('waits'),
      is.fn.sum('cost').as('cost'),
      is.fn.sum('saved_by_cache').as('savedByCache'),
      is.fn.sum('saved_by_batch').as('savedByBatch'),
      is.fn.sum(sql`case when calls.attempts > 1 then calls.attempts - 1 else 0 end`).as('retries'),
    ])
    .where((is) => meant(is, filter))
    .$if(by !== undefined, (query) => query.groupBy(group))
    .execute();
  const middle = (column: 'ms' | 'first_token_ms' | 'waited_ms', count: (row: (typeof rows)[number]) => unknown) => {
    const counts = new Map(rows.map((row) => [row.group, times ? Number(count(row)) : 0]));
    return middlesOf(db, { filter, group, column, counts });
  };
  const all = await middle('ms', ({ calls }) => calls);
  const first = await middle('first_token_ms', ({ firsts }) => firsts);
  const waited = await middle('waited_ms', ({ waits }) => waits);
  const sums = rows.map(({ group: name, calls, failed, priced, cost, savedByCache, savedByBatch, ...row }): CallSum => {
    const total = Number(calls);
    return {
      group: name,
      calls: total,
      failed: Number(failed),
      unpriced: total - Number(priced),
      inputTokens: Number(row.input ?? 0),
      outputTokens: Number(row.output ?? 0),
      cachedTokens: Number(row.cached ?? 0),
      cacheWriteTokens: Number(row.written ?? 0) + Number(row.writtenHour ?? 0),
      reasoningTokens: Number(row.reasoning ?? 0),
      cost: Number(cost ?? 0),
      savedByCache: Number(savedByCache ?? 0),
      savedByBatch: Number(savedByBatch ?? 0),
      ms: timesOf(all.get(name), first.get(name), waited.get(name)),
      retries: Number(row.retries ?? 0),
    };
  });
  return sums.toSorted((a, b) => b.cost - a.cost || b.calls - a.calls || (a.group < b.group ? -1 : 1));
}

function timesOf(all?: Middles, first?: Middles, waited?: Middles): CallSum['ms'] {
  return { p50: all?.p50 ?? 0, p95: all?.p95 ?? 0, firstToken: first?.p50 ?? null, waited: waited?.p50 ?? 0 };
}

/** What a group's calls have in common, as one column. */
function groupOf(by: Group | undefined): RawBuilder<string> {
  switch (by) {
    case undefined:
      return sql<string>`''`;
    case 'day':
      return sql<string>`substr(calls.time, 1, 10)`;
    case 'scene':
      return sql<string>`coalesce(calls.scene, '')`;
    default:
      return sql<string>`${sql.ref(`calls.${by}`)}`;
  }
}
