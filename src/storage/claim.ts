import type { Transaction } from 'kysely';
import type { Claim } from '../steps/index.ts';
import { chunks } from './chunks.ts';
import { findAnswers } from './journal-rows.ts';
import type { Lessee } from './lease.ts';
import type { Tables } from './tables.ts';

/** Claim each of these keys once. A key asked for twice is claimed by the first and pending for the others. */
export async function claimAll(
  trx: Transaction<Tables>,
  keys: readonly string[],
  lessee: Lessee,
): Promise<readonly Claim[]> {
  // In one order everywhere, so that two processes never wait for each other.
  const distinct = [...new Set(keys)].sort();
  const claimed = new Set(await insertLeases(trx, distinct, lessee));
  const taken = distinct.filter((key) => !claimed.has(key));
  const answers = await findAnswers(trx, taken);
  const unanswered = taken.filter((key) => !answers.has(key));
  for (const key of await takeFree(trx, unanswered, lessee)) claimed.add(key);
  return keys.map((key): Claim => {
    const row = answers.get(key);
    if (row) return { state: 'answered', row };
    return { state: claimed.delete(key) ? 'claimed' : 'pending' };
  });
}

async function insertLeases(
  trx: Transaction<Tables>,
  keys: readonly string[],
  lessee: Lessee,
): Promise<readonly string[]> {
  const lease = { status: 'pending', lease_owner: lessee.id, lease_until: lessee.until() } as const;
  const inserted: string[] = [];
  for (const part of chunks(keys)) {
    const rows = await trx
      .insertInto('journal')
      .values(part.map((key) => ({ key, ...lease })))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('key')
      .execute();
    inserted.push(...rows.map(({ key }) => key));
  }
  return inserted;
}

/** Take over the leases among these that nobody alive holds. */
async function takeFree(trx: Transaction<Tables>, keys: readonly string[], lessee: Lessee): Promise<readonly string[]> {
  const taken: string[] = [];
  for (const part of chunks(keys)) {
    const leases = await trx
      .selectFrom('journal')
      .select(['key', 'lease_owner', 'lease_until'])
      .where('key', 'in', part)
      .where('status', '=', 'pending')
      .$narrowType<{ readonly lease_owner: string; readonly lease_until: string }>()
      .orderBy('key')
      .execute();
    const free = leases.filter((row) => lessee.isFree({ owner: row.lease_owner, until: row.lease_until }));
    for (const row of free) if (await takeOver(trx, row, lessee)) taken.push(row.key);
  }
  return taken;
}

/** Take one lease, unless it was renewed, taken or ended since it was read. */
async function takeOver(
  trx: Transaction<Tables>,
  row: { readonly key: string; readonly lease_owner: string; readonly lease_until: string },
  lessee: Lessee,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('journal')
    .set({ lease_owner: lessee.id, lease_until: lessee.until() })
    .where('key', '=', row.key)
    .where('status', '=', 'pending')
    .where('lease_owner', '=', row.lease_owner)
    .where('lease_until', '=', row.lease_until)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
