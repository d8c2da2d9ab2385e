import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CallFilter } from '../../steps/index.ts';
import { chunks } from '../chunks.ts';
import type { Tables } from '../tables.ts';
import { meant } from './filter.ts';

/** The median and the 95th percentile of a group, by nearest rank: values that a call had. */
export interface Middles {
  readonly p50: number;
  readonly p95: number;
}

/** What is looked at: which calls, grouped by what, and which of their times, of which each group has so many. */
interface Asked {
  readonly filter: CallFilter;
  readonly group: RawBuilder<string>;
  readonly column: 'ms' | 'first_token_ms' | 'waited_ms';
  readonly counts: ReadonlyMap<string, number>;
}

/** The middle of one time by group. The database sorts; two rows a group come back, however many calls there are. */
export async function middlesOf(
  db: Kysely<Tables>,
  { filter, group, column, counts }: Asked,
): Promise<ReadonlyMap<string, Middles>> {
  const value = sql.ref<number>(`calls.${column}`);
  const ranked = db
    .selectFrom('calls')
    .select([
      group.as('name'),
      value.as('value'),
      sql<number>`row_number() over (partition by ${group} order by ${value})`.as('place'),
    ])
    .where((is) => is.and([meant(is, filter), sql<boolean>`${value} is not null`]));
  const middles = new Map<string, Middles>();
  for (const part of chunks([...counts].filter(([, count]) => count > 0))) {
    const wanted = sql.join(part.map(([name, count]) => placesOf(name, count)));
    const { rows } = await sql<{ readonly name: string; readonly value: number }>`
      with wanted (name, middle, late) as (values ${wanted})
      select ranked.name as name, ranked.value as value from ${ranked.as('ranked')}
      inner join wanted on wanted.name = ranked.name and (ranked.place = wanted.middle or ranked.place = wanted.late)
      order by ranked.name, ranked.place`.execute(db);
    for (const { name, value: found } of rows) middles.set(name, { p50: middles.get(name)?.p50 ?? found, p95: found });
  }
  return middles;
}

/** Where the two values stand among those of a group, in order. */
function placesOf(name: string, count: number): RawBuilder<unknown> {
  const [middle, late] = [Math.ceil(count / 2), Math.ceil(count * 0.95)];
  return sql`(cast(${name} as text), cast(${middle} as integer), cast(${late} as integer))`;
}
