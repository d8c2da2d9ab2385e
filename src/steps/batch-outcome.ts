import { type Completion, costOf, isModelError, type ModelAnswer, type ModelError, type Price } from '../llm/index.ts';
import type { BatchLaneOptions } from './batch-lane.ts';
import type { BatchRecord } from './batch-store.ts';
import { type BatchWaiting, persist } from './batch-wait.ts';
import { requestOf } from './key.ts';

/** What came of one item: an answer, its error, or nothing, when it is to be asked by itself. */
export type BatchOutcome = ModelAnswer | ModelError | undefined;

/** Fetch what came of every item of a batch that has ended. Nothing came of one that failed as a whole. */
export async function readOutcomes(
  record: BatchRecord,
  batch: string | undefined,
  {
    price,
    ...waiting
  }: Pick<BatchWaiting, 'transport' | 'clock' | 'stop' | 'pollMs'> & Pick<BatchLaneOptions, 'price'>,
): Promise<ReadonlyMap<string, BatchOutcome>> {
  if (batch === undefined) return new Map();
  const { transport, clock, stop } = waiting;
  const requests = new Map(record.items.map(({ id, request }) => [id, requestOf(request)]));
  const results = await persist(() => transport.fetch(batch, requests, stop), waiting);
  const ms = clock.now() - Date.parse(record.created);
  const outcomes = new Map<string, BatchOutcome>();
  for (const [id, result] of results) {
    const inputTokens = result.usage?.inputTokens ?? 0;
    const known = await price(record.model, { inputTokens }).catch(() => null);
    outcomes.set(id, outcomeOf(result, { record, ms, known, discount: transport.discount }));
  }
  return outcomes;
}

interface Circumstances {
  readonly record: BatchRecord;
  readonly ms: number;
  readonly known: Price | null;
  readonly discount: number;
}

function outcomeOf(result: Completion | ModelError, { record, ms, known, discount }: Circumstances): BatchOutcome {
  const factor = known?.cost.batch_discount ?? discount;
  const cost = result.usage === undefined ? 0 : known && factor * costOf(result.usage, known.cost);
  if (!isModelError(result)) {
    return { ...result, cost, attempts: 1, ms, batch: true, ...(known === null ? {} : { price: known }) };
  }
  // What may pass another time is asked by itself.
  if (result.retryable) return undefined;
  const { code, message } = result;
  return result.with({ cost, attempts: [{ model: record.model, code, message, ms }] });
}
