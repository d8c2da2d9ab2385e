import { sql, type Transaction } from 'kysely';
import type { Call } from '../steps/index.ts';
import { readJson } from './json-column.ts';
import { writeCalls } from './ledger/write-calls.ts';
import { pagesOf } from './pages.ts';
import { table } from './schema.ts';
import type { Tables } from './tables.ts';

/** Version 3: the bill, with money set aside and saved; what was learned about models; batches. */
export async function addLedger(trx: Transaction<Tables>): Promise<void> {
  await createCalls(trx);
  await createMoney(trx);
  await createBatches(trx);
  await trx.schema.alterTable('journal').addColumn('call', 'text').execute();
  await trx.schema.createIndex('slots_by_key').on('slots').column('key').execute();
  await listOldCalls(trx);
}

async function createCalls(trx: Transaction<Tables>): Promise<void> {
  const place = { run: 'text', script: 'text', scene: 'text?', slot: 'text', task: 'text', role: 'text' } as const;
  const models = { outcome: 'text', model: 'text', served_by: 'text', lane: 'text' } as const;
  const tokens = { input_tokens: 'integer', output_tokens: 'integer', cached_tokens: 'integer' } as const;
  const parts = { cache_write_tokens: 'integer?', cache_write_hour_tokens: 'integer?' } as const;
  const times = {
    ms: 'double precision',
    first_token_ms: 'double precision?',
    waited_ms: 'double precision?',
  } as const;
  await table(trx, 'calls', {
    ...{ id: 'text', key: 'text', time: 'text', ...place, agent: 'text', ...models },
    ...{ ...tokens, ...parts, reasoning_tokens: 'integer?', cost: 'double precision?', price: 'text?' },
    ...{ attempts: 'integer', ...times, message: 'text?' },
    ...{ saved_by_cache: 'double precision', saved_by_batch: 'double precision' },
  })
    .addPrimaryKeyConstraint('calls_pk', ['id'])
    .execute();
  await trx.schema.createIndex('calls_by_time').on('calls').column('time').execute();
  await trx.schema.createIndex('calls_by_run').on('calls').columns(['run', 'time']).execute();
  await trx.schema.createIndex('calls_by_script').on('calls').columns(['script', 'time']).execute();
  const failed = trx.schema.createIndex('calls_failed').on('calls').column('time');
  await failed.where(sql.ref('outcome'), '<>', sql.lit('answered')).execute();
}

async function createMoney(trx: Transaction<Tables>): Promise<void> {
  // Sums outgrow an integer column of Postgres.
  const sums = {
    calls: 'double precision',
    input_tokens: 'double precision',
    output_tokens: 'double precision',
  } as const;
  await table(trx, 'spending', { period: 'text', ...sums, unpriced: 'double precision', cost: 'double precision' })
    .addPrimaryKeyConstraint('spending_pk', ['period'])
    .execute();
  const lease = { lease_owner: 'text', lease_until: 'text' } as const;
  await table(trx, 'reservations', { id: 'text', run: 'text', cost: 'double precision', ...lease })
    .addPrimaryKeyConstraint('reservations_pk', ['id'])
    .execute();
  const place = { run: 'text', script: 'text', scene: 'text', task: 'text', role: 'text', model: 'text' } as const;
  await table(trx, 'savings', { ...place, kind: 'text', ...sums, cost: 'double precision?', time: 'text' })
    .addPrimaryKeyConstraint('savings_pk', ['run', 'script', 'scene', 'task', 'role', 'model', 'kind'])
    .execute();
  await table(trx, 'model_facts', { model: 'text', fact: 'text', value: 'text' })
    .addPrimaryKeyConstraint('model_facts_pk', ['model', 'fact'])
    .execute();
}

async function createBatches(trx: Transaction<Tables>): Promise<void> {
  const about = { id: 'text', script: 'text', provider: 'text', model: 'text', batch: 'text?' } as const;
  await table(trx, 'batches', { ...about, state: 'text', created: 'text' })
    .addPrimaryKeyConstraint('batches_pk', ['id'])
    .execute();
  const question = { key: 'text', request: 'text', asked_for: 'text' } as const;
  await table(trx, 'batch_items', { batch: 'text', id: 'text', place: 'integer', ...question })
    .addPrimaryKeyConstraint('batch_items_pk', ['batch', 'id'])
    .addForeignKeyConstraint('batch_items_batch', ['batch'], 'batches', ['id'])
    .execute();
}

/** The columns of an answer as versions 1 and 2 kept it. */
type OldAnswer = Omit<Tables['journal_set_aside'], 'reason' | 'set_aside'>;

/** Every answer was paid for: make a call of each, with what is known of it. Row by row, since Postgres reads no NUL in JSON. */
async function listOldCalls(trx: Transaction<Tables>): Promise<void> {
  await trx
    .updateTable('journal')
    .set({ call: sql<string>`'call_' || replace(key, 'k1:', '')` })
    .where('status', '=', 'answered')
    .execute();
  for await (const rows of pagesOf(trx, 'journal'))
    await writeCalls(
      trx,
      rows.flatMap((row) => (row.call === null ? [] : [callOf({ ...(row as Omit<OldAnswer, 'id'>), id: row.call })])),
    );
  for await (const rows of pagesOf(trx, 'journal_set_aside')) await writeCalls(trx, rows.map(callOf));
}

function callOf({ id, key, time, task, model, answer, cost, ...counts }: OldAnswer): Call {
  const { servedBy, attempts, ms, firstTokenMs } = partsOf(answer);
  return {
    ...{ id, key, time, task, model, cost, run: '', script: '', slot: '', role: '', agent: '' },
    outcome: 'answered',
    servedBy: typeof servedBy === 'string' ? servedBy : model,
    lane: 'interactive',
    usage: {
      inputTokens: counts.input_tokens,
      outputTokens: counts.output_tokens,
      cachedTokens: counts.cached_tokens,
    },
    attempts: typeof attempts === 'number' ? attempts : 1,
    ms: typeof ms === 'number' ? ms : 0,
    ...(typeof firstTokenMs === 'number' ? { firstTokenMs } : {}),
  };
}

/** What an answer says of itself; nothing when it cannot be read, which a check finds and a migration does not mend. */
function partsOf(answer: string): Readonly<Record<string, unknown>> {
  try {
    return { ...readJson<object>(answer) };
  } catch {
    return {};
  }
}
