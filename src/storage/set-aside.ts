import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { JournalRow } from '../steps/index.ts';
import { chunks } from './chunks.ts';
import { answerRow } from './journal-rows.ts';
import type { Tables } from './tables.ts';

/** Move the answer to a key out of the journal, keeping why. A key without an answer is left as it is. */
export async function setAside(
  trx: Transaction<Tables>,
  key: string,
  note: { readonly reason: string; readonly now: string },
): Promise<void> {
  const answers = await trx
    .deleteFrom('journal')
    .where('key', '=', key)
    .where('status', '=', 'answered')
    .returning([
      'key',
      'task',
      'model',
      'request',
      'answer',
      'input_tokens',
      'output_tokens',
      'cached_tokens',
      'cost',
      'time',
      'call',
    ])
    .$narrowType<Omit<Tables['journal_set_aside'], 'id' | 'reason' | 'set_aside'>>()
    .execute();
  const rows = answers.map(({ call, ...row }) => ({
    ...row,
    id: call ?? randomUUID(),
    reason: note.reason,
    set_aside: note.now,
  }));
  await insertAside(trx, rows);
}

/** An answer that is none, and the call that paid for it. */
export interface Aside {
  readonly row: JournalRow;
  readonly call: string | undefined;
  readonly reason: string;
}

/** Keep answers beside the journal. */
export async function keepAside(trx: Transaction<Tables>, asides: readonly Aside[], now: string): Promise<void> {
  const rows = asides.map(({ row, call, reason }) => ({
    id: call ?? randomUUID(),
    ...answerRow(row),
    reason,
    set_aside: now,
  }));
  await insertAside(trx, rows);
}

/** What a call left is kept once, whoever writes it again. */
async function insertAside(trx: Transaction<Tables>, rows: readonly Tables['journal_set_aside'][]): Promise<void> {
  for (const part of chunks(rows))
    await trx
      .insertInto('journal_set_aside')
      .values(part)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
}
