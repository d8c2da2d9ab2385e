import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { JournalRow } from '../steps/index.ts';
import { chunks } from './chunks.ts';
import { answerRow, findAnswers } from './journal-rows.ts';
import type { Tables } from './tables.ts';

/**
 * Write answers and end their leases. Of two answers to one key the first is kept as the answer; the second was
 * paid for too, so it goes to those set aside and stays in the totals. Writing the same row again does nothing.
 */
export async function settleAll(trx: Transaction<Tables>, rows: readonly JournalRow[], now: string): Promise<void> {
  const ordered = [...rows].sort((a, b) => (a.key < b.key ? -1 : 1));
  const first = ordered.filter((row, index) => row.key !== ordered[index - 1]?.key);
  const written = new Set<JournalRow>();
  for (const part of chunks(first)) {
    const keys = new Set(await writeAnswers(trx, part));
    for (const row of part) if (keys.has(row.key)) written.add(row);
  }
  const late = ordered.filter((row) => !written.has(row));
  if (late.length > 0) await keepLate(trx, late, now);
}

/** Write rows whose key has no answer yet, and return their keys. */
async function writeAnswers(trx: Transaction<Tables>, rows: readonly JournalRow[]): Promise<readonly string[]> {
  const ended = { status: 'answered', lease_owner: null, lease_until: null } as const;
  const written = await trx
    .insertInto('journal')
    .values(rows.map((row) => ({ ...answerRow(row), ...ended })))
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
        }))
        .where('journal.status', '=', 'pending'),
    )
    .returning('key')
    .execute();
  return written.map(({ key }) => key);
}

async function keepLate(trx: Transaction<Tables>, late: readonly JournalRow[], now: string): Promise<void> {
  const answers = await findAnswers(
    trx,
    late.map(({ key }) => key),
  );
  const paidTwice = late.filter((row) => !isSame(row, answers.get(row.key)));
  const aside = { reason: 'another answer came first', set_aside: now };
  for (const part of chunks(paidTwice)) {
    const rows = part.map((row) => ({ id: randomUUID(), ...answerRow(row), ...aside }));
    await trx.insertInto('journal_set_aside').values(rows).execute();
  }
}

/** Whether two rows are the same answer, and not two answers that happen to be equal: those differ in time. */
function isSame(a: JournalRow, b: JournalRow | undefined): boolean {
  return b !== undefined && JSON.stringify(answerRow(a)) === JSON.stringify(answerRow(b));
}
