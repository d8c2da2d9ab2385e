import { type Backend, createWrite, type Write } from './backend.ts';
import { createBatchStore } from './batch-store.ts';
import { createBibleStore } from './bible-store.ts';
import { createJournalCare } from './care/care.ts';
import { createJournal } from './journal.ts';
import { createLessee, type Lessee } from './lease.ts';
import { createLedger } from './ledger/ledger.ts';
import { migrate } from './migrations.ts';
import { createModelMemory } from './model-memory.ts';
import { startRenewal } from './renewal.ts';
import { createRunStore } from './run-store.ts';
import type { Storage, StorageOptions } from './storage.ts';

/** Migrate a database and put the stores on it. When that fails, the database is closed again. */
export async function openStorage(backend: Backend, options: StorageOptions): Promise<Storage> {
  try {
    await migrate(backend);
  } catch (error) {
    await backend.end();
    throw error;
  }
  const write = createWrite(backend, true);
  const writeSoon = createWrite(backend, false);
  const lessee = createLessee(options);
  const renewal = startRenewal(writeSoon, lessee);
  const { db, index, lockScript, lockMoney } = backend;
  const locks = { ...(lockScript && { lockScript }), ...(lockMoney && { lockMoney }) };
  const parts = { db, index, write, writeSoon, lessee, ...locks };
  const { journal, idle } = createJournal(parts, renewal);
  const { ledger, idle: ledgerIdle } = createLedger(parts, renewal);
  const close = async (): Promise<void> => {
    await idle();
    await ledgerIdle();
    await renewal.stop();
    try {
      if (renewal.keys.size + renewal.runs.size + renewal.reservations.size > 0) await giveBack(write, lessee);
    } finally {
      await backend.end();
    }
  };
  let closing: Promise<void> | undefined;
  return {
    bibles: createBibleStore(parts),
    journal,
    runs: createRunStore(parts, renewal),
    ledger,
    memory: createModelMemory(parts),
    batches: createBatchStore(parts),
    care: createJournalCare(parts),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** End every lease this handle still has, so that nobody waits for it to run out. */
function giveBack(write: Write, lessee: Lessee): Promise<void> {
  return write(async (trx) => {
    await trx.deleteFrom('journal').where('lease_owner', '=', lessee.id).where('status', '=', 'pending').execute();
    await trx
      .updateTable('runs')
      .set({ status: 'failed', ended: lessee.now() })
      .where('lease_owner', '=', lessee.id)
      .where('status', '=', 'running')
      .execute();
    await trx.deleteFrom('reservations').where('lease_owner', '=', lessee.id).execute();
  });
}
