import type { Write } from './backend.ts';
import type { Lessee } from './lease.ts';

/** What this handle holds, kept alive by one timer. */
export interface Renewal {
  /** Keys in the journal. */
  readonly keys: Set<string>;
  /** Runs, by id. */
  readonly runs: Set<string>;
  /** Money set aside, by the id of its call. */
  readonly reservations: Set<string>;
  /** End the timer and wait for a renewal under way. */
  readonly stop: () => Promise<void>;
}

/** Renew all leases of a handle every `renewMs`, without keeping the process alive. */
export function startRenewal(write: Write, lessee: Lessee): Renewal {
  const keys = new Set<string>();
  const runs = new Set<string>();
  const reservations = new Set<string>();
  let running: Promise<void> | undefined;

  const timer = setInterval(() => {
    // One at a time: on a slow database renewals would pile up and wait for each other.
    if (running || keys.size + runs.size + reservations.size === 0) return;
    // A renewal that fails is not worth a crash: the next may succeed, and if none does the leases run out, as they should.
    running = renewAll(write, lessee)
      .catch(() => {})
      .finally(() => {
        running = undefined;
      });
  }, lessee.renewMs);
  timer.unref();

  return {
    keys,
    runs,
    reservations,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

function renewAll(write: Write, lessee: Lessee): Promise<void> {
  const lease = { lease_until: lessee.until() };
  return write(async (trx) => {
    await trx
      .updateTable('journal')
      .set(lease)
      .where('lease_owner', '=', lessee.id)
      .where('status', '=', 'pending')
      .execute();
    await trx
      .updateTable('runs')
      .set(lease)
      .where('lease_owner', '=', lessee.id)
      .where('status', '=', 'running')
      .execute();
    await trx.updateTable('reservations').set(lease).where('lease_owner', '=', lessee.id).execute();
  });
}
