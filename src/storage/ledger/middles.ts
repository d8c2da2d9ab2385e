import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CallFilter } from '../../steps/index.ts';
import type { Tables } from '../tables.ts';
import { meant } from './filter.ts';

/** The median and the 95th percentile of a group, by nearest rank: values that a call had. */
export interface Middles {
  readonly p50: number;
  readonly p95: number;
}

/** What is looked at: which calls, grouped by what, and which of their times. */
interface Asked {
  readonly filter: CallFilter;
  readonly group: RawBuilder<string>;
  readonly column: 'ms' | 'first_token_ms' | 'waited_ms';
}

/** The middle of one time by group. The database sorts and counts; two rows a group come back, however many calls there are. */
export async function middlesOf(
  db: Kysely<Tables>,
  { filter, group, column }: Asked,
): Promise<ReadonlyMap<string, Middles>> {
  const value = sql.ref<number>(`calls.${column}`);
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('calls')
        .select([
          group.as('name'),
          value.as('value'),
          sql<number>`row_number() over (partition by ${group} order by ${value})`.as('place'),
          sql<number>`count(*) over (partition by ${group})`.as('total'),
        ])
        .where((is) => is.and([meant(is, filter), sql<boolean>`${value} is not null`]))
        .as('ranked'),
    )
    .select(['name', 'value', 'place', 'total'])
    .where(sql<boolean>`place = (total + 1) / 2 or place = (total * 95 + 99) / 100`)
    .orderBy('name')
    .orderBy('place')
    .execute();
  const middles = new Map<string, Middles>();
  for (const { name, value: found } of rows) middles.set(name, { p50: middles.get(name)?.p50 ?? found, p95: found });
  return middles;
}
