import { isModelError } from '../llm/index.ts';
import { type BatchReading, readOutcomes } from './batch-outcome.ts';
import { type Settled, type Settling, settleBatch } from './batch-settle.ts';
import type { BatchRecord, BatchStore } from './batch-store.ts';
import type { BatchEnd } from './batch-wait.ts';

/** What concluding takes. */
export type Concluding = BatchReading & Settling & { readonly store: Pick<BatchStore, 'end'> };

/**
 * Fetch what came of a batch that is over, write it down, and end it.
 *
 * @returns what came of each question, by its key; `undefined` when it was somebody else's batch, taken for this one.
 */
export async function concludeBatch(
  record: BatchRecord,
  ended: BatchEnd,
  how: Concluding,
): Promise<ReadonlyMap<string, Settled> | undefined> {
  const { id, provider, items } = record;
  const outcomes = 'batch' in ended ? await readOutcomes(record, ended.batch, how) : new Map<string, never>();
  if (outcomes === undefined) return undefined;
  const settled = await settleBatch(record, outcomes, how);
  await how.store.end(id, 'batch' in ended ? 'ended' : 'failed');
  const answered = [...outcomes.values()].filter((outcome) => !isModelError(outcome)).length;
  const failed = items.length - answered;
  how.emit({ type: 'batch-end', batch: id, provider, answered, failed, ...('reason' in ended ? ended : {}) });
  return settled;
}
