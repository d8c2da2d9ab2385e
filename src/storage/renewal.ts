import type { Write } from './backend.ts';
import { chunks } from './chunks.ts';
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
    running = renewAll(write, { keys, runs, reservations, lessee })
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

/** Only what is held: a lease whose end could not be written (the disk was full) is to run out. */
function renewAll(
  write: Write,
  { keys, runs, reservations, lessee }: Pick<Renewal, 'keys' | 'runs' | 'reservations'> & { readonly lessee: Lessee },
): Promise<void> {
  const lease = { lease_until: lessee.until() };
  return write(async (trx) => {
    for (const part of chunks([...keys]))
      await trx
        .updateTable('journal')
        .set(lease)
        .where('key', 'in', part)
        .where('lease_owner', '=', lessee.id)
        .where('status', '=', 'pending')
        .execute();
    for (const part of chunks([...runs]))
      await trx
        .updateTable('runs')
        .set(lease)
        .where('id', 'in', part)
        .where('lease_owner', '=', lessee.id)
        .where('status', '=', 'running')
        .execute();
    for (const part of chunks([...reservations]))
      await trx
        .updateTable('reservations')
        .set(lease)
        .where('id', 'in', part)
        .where('lease_owner', '=', lessee.id)
        .execute();
  });
}
