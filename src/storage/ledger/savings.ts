import { type Kysely, sql, type Transaction } from 'kysely';
import type { Ledger, Saving } from '../../steps/index.ts';
import { chunks } from '../chunks.ts';
import type { Tables } from '../tables.ts';

const PLACE = ['run', 'script', 'scene', 'task', 'role', 'model', 'kind'] as const;

/** Add savings to those of the same run and place. One of unknown price makes the sum's price unknown. */
export async function addSavings(trx: Transaction<Tables>, savings: readonly Saving[], now: string): Promise<void> {
  const rows = merged(savings.map((saving) => rowOf(saving, now)));
  for (const part of chunks(rows))
    await trx
      .insertInto('savings')
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(PLACE).doUpdateSet((is) => ({
          calls: is('savings.calls', '+', is.ref('excluded.calls')),
          input_tokens: is('savings.input_tokens', '+', is.ref('excluded.input_tokens')),
          output_tokens: is('savings.output_tokens', '+', is.ref('excluded.output_tokens')),
          cost: is('savings.cost', '+', is.ref('excluded.cost')), // null when either is
        })),
      )
      .execute();
}

/** The savings of a run, a script, or a time. */
export async function listSavings(
  db: Kysely<Tables>,
  filter: Parameters<Ledger['savings']>[0],
): Promise<readonly Saving[]> {
  let query = db.selectFrom('savings').selectAll();
  if (filter.run !== undefined) query = query.where('run', '=', filter.run);
  if (filter.script !== undefined) query = query.where('script', '=', filter.script);
  if (filter.from !== undefined) query = query.where('time', '>=', filter.from);
  if (filter.until !== undefined) query = query.where('time', '<', filter.until);
  const rows = await query.orderBy(sql.join(['time', ...PLACE].map((column) => sql.ref(column)))).execute();
  return rows.map(({ run, script, scene, task, role, model, kind, calls, input_tokens, output_tokens, cost }) => ({
    ...{ run, script, task, role, model, kind, calls, cost },
    ...(scene === '' ? {} : { scene }),
    inputTokens: input_tokens,
    outputTokens: output_tokens,
  }));
}

type Row = Tables['savings'];

function rowOf({ scene = '', inputTokens, outputTokens, ...saving }: Saving, time: string): Row {
  return { ...saving, scene, input_tokens: inputTokens, output_tokens: outputTokens, time };
}

/** One row a place: a statement may not change one twice. In one order everywhere, so that no two wait for each other. */
function merged(rows: readonly Row[]): readonly Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const place = JSON.stringify(PLACE.map((column) => row[column]));
    const other = sums.get(place);
    sums.set(place, other === undefined ? row : plus(other, row));
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function plus(a: Row, b: Row): Row {
  return {
    ...a,
    calls: a.calls + b.calls,
    input_tokens: a.input_tokens + b.input_tokens,
    output_tokens: a.output_tokens + b.output_tokens,
    cost: a.cost === null || b.cost === null ? null : a.cost + b.cost,
  };
}
