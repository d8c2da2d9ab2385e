import type { Ledger, Verdict } from '../../steps/index.ts';
import type { Parts } from '../backend.ts';
import { createGather } from '../gather.ts';
import type { Renewal } from '../renewal.ts';
import { findCall, listCalls } from './call-log.ts';
import { type Failure, failAll } from './fail.ts';
import { type Ask, reserveAll } from './reserve.ts';
import { addSavings, listSavings } from './savings.ts';
import { sumCalls } from './sum.ts';

/** A ledger, and the wait for what it is writing. */
export interface OpenLedger {
  readonly ledger: Ledger;
  readonly idle: () => Promise<void>;
}

/**
 * Make the ledger of a database. Reservations share commits and so do failures, as claims and answers do in the journal.
 * What is set aside is worth nothing after a power failure; what was paid waits for the disk.
 */
export function createLedger(
  { db, write, writeSoon, lessee, lockMoney }: Parts,
  { reservations: held }: Renewal,
): OpenLedger {
  const reserves = createGather<Ask, Verdict>(async (asks) => {
    const verdicts = await writeSoon(async (trx) => {
      await lockMoney?.(trx);
      return reserveAll(trx, asks, lessee);
    });
    asks.forEach(({ reservation }, index) => {
      if (verdicts[index]?.granted) held.add(reservation.id);
    });
    return verdicts;
  });
  const fails = createGather<Failure, undefined>(async (failures) => {
    for (const { call } of failures) held.delete(call.id);
    await write((trx) => failAll(trx, failures, lessee.now()));
    return failures.map(() => undefined);
  });
  const release = async (id: string): Promise<void> => {
    held.delete(id);
    await writeSoon((trx) => trx.deleteFrom('reservations').where('id', '=', id).execute());
  };
  return {
    ledger: {
      reserve: (reservation, caps) => reserves.add({ reservation, caps }),
      release,
      fail: (call, kept) => fails.add({ call, kept }),
      addSavings: (savings) => writeSoon((trx) => addSavings(trx, savings, lessee.now())),
      sum: (filter, by, options) => sumCalls(db, filter, { by, ...options }),
      savings: (filter) => listSavings(db, filter),
      calls: (filter, most) => listCalls(db, filter, most),
      call: (id) => findCall(db, id),
    },
    idle: async () => {
      await reserves.idle();
      await fails.idle();
    },
  };
}
