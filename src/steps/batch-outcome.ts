import { type Completion, costOf, isModelError, type ModelAnswer, type ModelError, type Price } from '../llm/index.ts';
import type { BatchLaneOptions } from './batch-lane.ts';
import type { BatchRecord } from './batch-store.ts';
import { type BatchWaiting, persist } from './batch-wait.ts';
import { requestOf } from './key.ts';

/** What came of one item, and what it cost. */
export type BatchOutcome = ModelAnswer | ModelError;

/** What reading takes. */
export type BatchReading = Pick<BatchWaiting, 'transport' | 'clock' | 'emit' | 'stop' | 'pollMs'> &
  Pick<BatchLaneOptions, 'price'>;

/**
 * Fetch what came of every item of a batch that has ended: none of those that were never worked on. `undefined` when it
 * is somebody else's batch, taken for this one. Answers that the provider has thrown away count as never given.
 */
export async function readOutcomes(
  record: BatchRecord,
  batch: string,
  { price, ...reading }: BatchReading,
): Promise<ReadonlyMap<string, BatchOutcome> | undefined> {
  const { transport, clock, stop } = reading;
  const requests = new Map(record.items.map(({ id, request }) => [id, requestOf(request)]));
  const fetched = persist(record.id, () => transport.fetch(batch, requests, stop), reading);
  const results = await fetched.catch((error: unknown) => {
    if (isModelError(error) && error.status === 404) return new Map<string, never>();
    throw error;
  });
  if (results === undefined) return undefined;
  const ms = clock.now() - Date.parse(record.created);
  const outcomes = new Map<string, BatchOutcome>();
  for (const [id, result] of results) {
    const inputTokens = result.usage?.inputTokens ?? 0;
    const known = await price(record.model, { inputTokens }).catch(() => null);
    outcomes.set(id, outcomeOf(result, { record, ms, price: known && atDiscount(known, transport.discount) }));
  }
  return outcomes;
}

/** A price that says what a batch costs, whoever it is from. */
function atDiscount({ cost, ...price }: Price, discount: number): Price {
  return { ...price, cost: { ...cost, batch_discount: cost.batch_discount ?? discount } };
}

interface Circumstances {
  readonly record: BatchRecord;
  readonly ms: number;
  readonly price: Price | null;
}

function outcomeOf(result: Completion | ModelError, { record, ms, price }: Circumstances): BatchOutcome {
  const cost = result.usage === undefined ? 0 : price && costOf(result.usage, price.cost, { batch: true });
  if (!isModelError(result)) {
    return { ...result, cost, attempts: 1, ms, batch: true, ...(price === null ? {} : { price }) };
  }
  const { code, message } = result;
  return result.with({ cost, attempts: [{ model: record.model, code, message, ms }] });
}
