import type { BatchedQuestion, BatchRecord, BatchStore } from '../steps/index.ts';
import type { Parts } from './backend.ts';
import { chunks } from './chunks.ts';
import { readJson } from './json-column.ts';

/** Make the store of batches of a database. What is submitted is paid, so every write waits for the disk. */
export function createBatchStore({ db, write }: Pick<Parts, 'db' | 'write'>): BatchStore {
  const set = (
    id: string,
    values: { readonly state: BatchRecord['state']; readonly batch?: string },
  ): Promise<unknown> => write((trx) => trx.updateTable('batches').set(values).where('id', '=', id).execute());
  return {
    begin: (record) =>
      write(async (trx) => {
        const { id, script, provider, model, batch = null, state, created, items } = record;
        await trx.insertInto('batches').values({ id, script, provider, model, batch, state, created }).execute();
        const rows = items.map((item, place) => ({
          ...{ batch: id, id: item.id, place, key: item.key },
          ...{ request: JSON.stringify(item.request), asked_for: JSON.stringify(item.place) },
        }));
        for (const part of chunks(rows)) await trx.insertInto('batch_items').values(part).execute();
      }),
    submitted: async (id, batch) => void (await set(id, { state: 'submitted', batch })),
    end: async (id, state) => void (await set(id, { state })),
    open: () => openBatches(db),
    named: async (provider) => {
      const rows = await db
        .selectFrom('batches')
        .select('batch')
        .where('provider', '=', provider)
        .where('batch', 'is not', null)
        .execute();
      return new Set(rows.flatMap(({ batch }) => batch ?? []));
    },
  };
}

async function openBatches(db: Parts['db']): Promise<readonly BatchRecord[]> {
  const rows = await db
    .selectFrom('batches')
    .leftJoin('batch_items', 'batch_items.batch', 'batches.id')
    .select(['batches.id', 'script', 'provider', 'model', 'batches.batch', 'state', 'created'])
    .select(['batch_items.id as item', 'batch_items.key', 'request', 'asked_for'])
    .where('state', 'in', ['submitting', 'submitted'])
    .orderBy('created')
    .orderBy('batches.id')
    .orderBy('batch_items.place')
    .execute();
  const batches = new Map<string, BatchRecord & { readonly items: BatchedQuestion[] }>();
  for (const { item, key, request, asked_for: place, batch, ...row } of rows) {
    const record = batches.get(row.id) ?? { ...row, ...(batch === null ? {} : { batch }), items: [] };
    if (item !== null && key !== null && request !== null && place !== null)
      record.items.push({ id: item, key, request: readJson(request), place: readJson(place) });
    batches.set(row.id, record);
  }
  return [...batches.values()];
}
