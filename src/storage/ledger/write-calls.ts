import type { Transaction } from 'kysely';
import type { Call } from '../../steps/index.ts';
import { chunks } from '../chunks.ts';
import type { Tables } from '../tables.ts';
import { callRow } from './call-rows.ts';
import { addSpending } from './spending.ts';

/** Write lines of the bill, add them to what was spent, and end their reservations. A line that is there already is left. */
export async function writeCalls(trx: Transaction<Tables>, calls: readonly Call[]): Promise<void> {
  const ordered = [...new Map(calls.map((call) => [call.id, call])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const part of chunks(ordered)) {
    const rows = await trx
      .insertInto('calls')
      .values(part.map(callRow))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    const written = new Set(rows.map(({ id }) => id));
    await trx
      .deleteFrom('reservations')
      .where(
        'id',
        'in',
        part.map(({ id }) => id),
      )
      .execute();
    await addSpending(
      trx,
      part.filter(({ id }) => written.has(id)),
    );
  }
}
