import { sql, type Transaction } from 'kysely';
import { ScriptGenError, toJson } from '../core/index.ts';
import type { Busy } from '../steps/index.ts';
import { type Lessee, readOwner } from './lease.ts';
import type { Tables } from './tables.ts';

/** Begin a script's run, ending one whose process is gone. Errors as in `RunStore.beginRun`. */
export async function beginRun(
  trx: Transaction<Tables>,
  run: { readonly script: string; readonly id: string },
  lessee: Lessee,
): Promise<void> {
  // Another process may begin its run between the look and the insert; then it is seen at the next look.
  for (;;) {
    await endDeadRun(trx, run.script, lessee);
    if (await insertRun(trx, run, lessee)) return;
  }
}

async function endDeadRun(trx: Transaction<Tables>, script: string, lessee: Lessee): Promise<void> {
  const running = await trx
    .selectFrom('runs')
    .select(['id', 'started', 'lease_owner', 'lease_until'])
    .where('script', '=', script)
    .where('status', '=', 'running')
    .executeTakeFirst();
  if (!running) return;
  if (!lessee.isFree({ owner: running.lease_owner, until: running.lease_until })) throw busy(running);
  await trx
    .updateTable('runs')
    .set({ status: 'failed', ended: lessee.now() })
    .where('id', '=', running.id)
    .where('status', '=', 'running')
    .where('lease_until', '=', running.lease_until)
    .execute();
}

async function insertRun(
  trx: Transaction<Tables>,
  { script, id }: { readonly script: string; readonly id: string },
  lessee: Lessee,
): Promise<boolean> {
  const last = await trx
    .selectFrom('runs')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('script', '=', script)
    .executeTakeFirst();
  const inserted = await trx
    .insertInto('runs')
    .values({
      id,
      script,
      seq: (last?.seq ?? 0) + 1,
      status: 'running',
      started: lessee.now(),
      ended: null,
      lease_owner: lessee.id,
      lease_until: lessee.until(),
    })
    .onConflict((conflict) => conflict.column('script').where('status', '=', sql.lit('running')).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

function busy(running: { readonly lease_owner: string; readonly started: string }): ScriptGenError {
  const { host, pid } = readOwner(running.lease_owner);
  const started = new Date(running.started).toLocaleString();
  const details: Busy = { pid, host, since: running.started };
  return new ScriptGenError({
    code: 'run/busy',
    message: `This script is being worked on by process ${pid} on ${host}, since ${started}.`,
    hint: 'Wait until that run has ended, or stop it.',
    details: toJson(details),
  });
}
