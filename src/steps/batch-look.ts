import { isModelError } from '../llm/index.ts';
import { concludeBatch } from './batch-conclude.ts';
import type { BatchLaneOptions } from './batch-lane.ts';
import type { BatchRecord } from './batch-store.ts';
import { findBatch } from './batch-wait.ts';

/** Nobody waits here: what fails is left for another time. */
const NEVER_AGAIN = { first: 0, longest: 0 };

/**
 * For a run that asks without batches: take in what earlier runs of the script handed in and what has been answered
 * since. Waits for nothing; tells of the batches that are still under way.
 */
export async function takeInBatches(options: Omit<BatchLaneOptions, 'collectMs' | 'pollMs'>): Promise<void> {
  const { script, store, emit } = options;
  const records = (await store.open()).filter((record) => record.script === script);
  await Promise.all(
    records.map(async (record) => {
      const isOver = await takeIn(record, options).catch((error: unknown) => {
        if (isModelError(error) || options.stop.aborted) return false;
        throw error;
      });
      const { id, provider, items } = record;
      if (!isOver) emit({ type: 'batch-leave', batch: id, provider, items: items.length, again: true });
    }),
  );
}

/** Whether a batch is over. What was never handed in is, too. */
async function takeIn(record: BatchRecord, options: Parameters<typeof takeInBatches>[0]): Promise<boolean> {
  const { store, stop } = options;
  const transport = options.transportOf(record.model);
  if (transport === undefined) return false;
  const batch = record.batch ?? (await findBatch(record, { transport, store, stop }));
  if (batch === undefined) {
    await store.end(record.id, 'failed');
    return true;
  }
  const state = await transport.poll(batch, stop);
  if (state.state === 'running') return false;
  const ended = state.state === 'ended' ? { batch } : { reason: state.reason ?? 'no reason given' };
  const how = { ...options, transport, pollMs: NEVER_AGAIN, placeOf: () => undefined };
  return (await concludeBatch(record, ended, how)) !== undefined;
}
