import type { Transaction } from 'kysely';
import type { Call, JournalRow } from '../steps/index.ts';
import { chunks } from './chunks.ts';
import { answerRow, findAnswers } from './journal-rows.ts';
import { writeCalls } from './ledger/write-calls.ts';
import { keepAside } from './set-aside.ts';
import type { Tables } from './tables.ts';

/** An answer, and the call that paid for it; none for a recording that is read in. */
export interface Settlement {
  readonly row: JournalRow;
  readonly call: Call | undefined;
}

/**
 * Write answers with their calls, and end leases and reservations. Of two answers to one key the first is kept as the
 * answer; the second was paid for too, so it goes to those set aside, and its call is written. Writing the same row
 * again does nothing.
 */
export async function settleAll(
  trx: Transaction<Tables>,
  settlements: readonly Settlement[],
  now: string,
): Promise<void> {
  const ordered = settlements.toSorted((a, b) => (a.row.key < b.row.key ? -1 : 1));
  const first = ordered.filter(({ row }, index) => row.key !== ordered[index - 1]?.row.key);
  const written = new Set<Settlement>();
  for (const part of chunks(first)) {
    const keys = new Set(await writeAnswers(trx, part));
    for (const one of part) if (keys.has(one.row.key)) written.add(one);
  }
  const late = ordered.filter((one) => !written.has(one));
  if (late.length > 0) await keepLate(trx, late, now);
  await writeCalls(
    trx,
    settlements.flatMap(({ call }) => (call === undefined ? [] : [call])),
  );
}

/** Write rows whose key has no answer yet, and return their keys. No two may have one key. */
export async function writeAnswers(
  trx: Transaction<Tables>,
  settlements: readonly Settlement[],
): Promise<readonly string[]> {
  const ended = { status: 'answered', lease_owner: null, lease_until: null } as const;
  const written = await trx
    .insertInto('journal')
    .values(settlements.map(({ row, call }) => ({ ...answerRow(row), ...ended, call: call?.id ?? null })))
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((is) => ({
          ...ended,
          task: is.ref('excluded.task'),
          model: is.ref('excluded.model'),
          request: is.ref('excluded.request'),
          answer: is.ref('excluded.answer'),
          input_tokens: is.ref('excluded.input_tokens'),
          output_tokens: is.ref('excluded.output_tokens'),
          cached_tokens: is.ref('excluded.cached_tokens'),
          cost: is.ref('excluded.cost'),
          time: is.ref('excluded.time'),
          call: is.ref('excluded.call'),
        }))
        .where('journal.status', '=', 'pending'),
    )
    .returning('key')
    .execute();
  return written.map(({ key }) => key);
}

async function keepLate(trx: Transaction<Tables>, late: readonly Settlement[], now: string): Promise<void> {
  const answers = await findAnswers(
    trx,
    late.map(({ row }) => row.key),
  );
  const paidTwice = late.filter(({ row }) => !isSame(row, answers.get(row.key)));
  await keepAside(
    trx,
    paidTwice.map(({ row, call }) => ({ row, call: call?.id, reason: 'another answer came first' })),
    now,
  );
}

/** Whether two rows are the same answer, and not two answers that happen to be equal: those differ in time. */
function isSame(a: JournalRow, b: JournalRow | undefined): boolean {
  return b !== undefined && JSON.stringify(answerRow(a)) === JSON.stringify(answerRow(b));
}
