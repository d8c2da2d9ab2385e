import type { Kysely, Transaction } from 'kysely';
import type { SlotRecord } from '../steps/index.ts';
import { chunks } from './chunks.ts';
import { readJson } from './json-column.ts';
import type { Tables } from './tables.ts';

/** Read all slots of a script. */
export async function loadSlots(db: Kysely<Tables>, script: string): Promise<ReadonlyMap<string, SlotRecord>> {
  const rows = await db.selectFrom('slots').select(['slot', 'key', 'refs']).where('script', '=', script).execute();
  return new Map(rows.map(({ slot, key, refs }) => [slot, { slot, key, references: readJson(refs) }]));
}

/** Write slots over those of the same name; of two with one name, the last counts. */
export async function saveSlots(trx: Transaction<Tables>, script: string, slots: readonly SlotRecord[]): Promise<void> {
  const last = [...new Map(slots.map((slot) => [slot.slot, slot])).values()];
  const rows = last.map(({ slot, key, references }) => ({ script, slot, key, refs: JSON.stringify(references) }));
  for (const part of chunks(rows)) {
    await trx
      .insertInto('slots')
      .values(part)
      .onConflict((conflict) =>
        conflict
          .columns(['script', 'slot'])
          .doUpdateSet((is) => ({ key: is.ref('excluded.key'), refs: is.ref('excluded.refs') })),
      )
      .execute();
  }
}
