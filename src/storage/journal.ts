import type { Claim, Journal, JournalRow, SlotRecord } from '../steps/index.ts';
import type { Parts } from './backend.ts';
import { claimAll } from './claim.ts';
import { createGather } from './gather.ts';
import { findAnswers } from './journal-rows.ts';
import type { Renewal } from './renewal.ts';
import { setAside } from './set-aside.ts';
import { type Settlement, settleAll } from './settle.ts';
import { loadSlots, saveSlots } from './slots.ts';
import { sumAnswers } from './totals.ts';

/** A journal, and the wait for what it is writing. */
export interface OpenJournal {
  readonly journal: Journal;
  readonly idle: () => Promise<void>;
}

/**
 * Make the journal of a database. Claims share commits, and so do settles: an fsync costs more than a row. Finds share queries.
 * Only answers wait for the disk; a lease is worth nothing after a power failure.
 */
export function createJournal({ db, write, writeSoon, lessee }: Parts, renewal: Renewal): OpenJournal {
  const { keys: held, reservations } = renewal;
  const claims = createGather<string, Claim>(async (keys) => {
    // To read costs a third of a write transaction and keeps no other process out, and many keys are answered already.
    const known = await findAnswers(db, [...new Set(keys)]);
    const open = keys.filter((key) => !known.has(key));
    const claimed = open.length === 0 ? [] : await writeSoon((trx) => claimAll(trx, open, lessee));
    open.forEach((key, index) => {
      if (claimed[index]?.state === 'claimed') held.add(key);
    });
    const rest = [...claimed];
    return keys.flatMap((key): readonly Claim[] => {
      const row = known.get(key);
      return row === undefined ? rest.splice(0, 1) : [{ state: 'answered', row }];
    });
  });
  const finds = createGather<readonly string[], ReadonlyMap<string, JournalRow>>(async (asked) => {
    const found = await findAnswers(db, [...new Set(asked.flat())]);
    return asked.map((keys) => new Map(keys.flatMap((key) => pairFor(found, key))));
  });
  const settles = createGather<Settlement, undefined>(async (settlements) => {
    try {
      await write((trx) => settleAll(trx, settlements, lessee.now()));
    } finally {
      // Also where it failed: what cannot be written is not held for ever.
      for (const { row, call } of settlements) {
        held.delete(row.key);
        if (call !== undefined) reservations.delete(call.id);
      }
    }
    return settlements.map(() => undefined);
  });
  const slotSaves = createGather<readonly [script: string, slots: readonly SlotRecord[]], undefined>(async (saves) => {
    await writeSoon(async (trx) => {
      for (const [script, slots] of saves) await saveSlots(trx, script, slots);
    });
    return saves.map(() => undefined);
  });
  const release = async (key: string): Promise<void> => {
    held.delete(key);
    await writeSoon((trx) =>
      trx
        .deleteFrom('journal')
        .where('key', '=', key)
        .where('status', '=', 'pending')
        .where('lease_owner', '=', lessee.id)
        .execute(),
    );
  };
  return {
    journal: {
      find: finds.add,
      claim: claims.add,
      settle: (row, call) => settles.add({ row, call }),
      release,
      setAside: (key, reason) => write((trx) => setAside(trx, key, { reason, now: lessee.now() })),
      loadSlots: (scriptId) => loadSlots(db, scriptId),
      saveSlots: (scriptId, slots) => slotSaves.add([scriptId, slots]),
      totals: () => sumAnswers(db),
    },
    idle: async () => {
      await claims.idle();
      await settles.idle();
      await slotSaves.idle();
    },
  };
}

function pairFor<K, V>(map: ReadonlyMap<K, V>, key: K): readonly (readonly [K, V])[] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}
