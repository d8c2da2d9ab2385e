import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
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
    ])
    .$narrowType<Omit<Tables['journal_set_aside'], 'id' | 'reason' | 'set_aside'>>()
    .execute();
  const rows = answers.map((row) => ({ ...row, id: randomUUID(), reason: note.reason, set_aside: note.now }));
  if (rows.length > 0) await trx.insertInto('journal_set_aside').values(rows).execute();
}
