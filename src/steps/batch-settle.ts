import { sha256 } from '../core/index.ts';
import { isModelError, type ModelError } from '../llm/index.ts';
import type { BatchLaneOptions } from './batch-lane.ts';
import type { BatchOutcome } from './batch-outcome.ts';
import type { BatchedQuestion, BatchRecord } from './batch-store.ts';
import { answeredCall, type Begun, failedCall } from './bill.ts';
import type { CallPlace } from './call.ts';
import type { JournalRow } from './journal.ts';
import { requestOf } from './key.ts';

/** What came of a question in the end: its answer, its error, or nothing, when it is to be asked by itself. */
export type Settled = JournalRow | ModelError | undefined;

/** Where things are written, and on whose account. */
export interface Settling extends Pick<BatchLaneOptions, 'journal' | 'ledger' | 'clock'> {
  /** Where a question stands for the one who waits for it; `undefined` when nobody does. */
  readonly placeOf: (key: string) => CallPlace | undefined;
}

/**
 * Write down what came of a batch: answers, whoever still wants them (the bible may be changed back), and what was paid
 * for errors. A call's id is made from its batch, so that settling a batch twice, after a crash, bills it once.
 *
 * @returns what came of each question, by its key.
 */
export async function settleBatch(
  record: BatchRecord,
  outcomes: ReadonlyMap<string, BatchOutcome>,
  { journal, ledger, clock, placeOf }: Settling,
): Promise<ReadonlyMap<string, Settled>> {
  const known = await journal.find(record.items.map(({ key }) => key));
  const time = new Date(clock.now()).toISOString();
  const settle = async (item: BatchedQuestion): Promise<Settled> => {
    const { key, request } = item;
    const outcome = outcomes.get(item.id);
    const before = known.get(key);
    if (outcome === undefined) return before;
    const place = placeOf(key) ?? item.place;
    const begun: Begun = { id: callId(record, item), key, place, request: requestOf(request) };
    if (isModelError(outcome)) {
      const call = failedCall(begun, outcome, time, 'batch');
      if (call !== undefined && outcome.usage !== undefined)
        await ledger.fail(call, { request, text: outcome.partial ?? '' });
      return before ?? toTell(outcome);
    }
    if (before?.answer.batch === true) return before;
    const row: JournalRow = { key, task: place.task, model: record.model, request, answer: outcome, time };
    await journal.settle(row, answeredCall(begun, outcome, time));
    return before ?? row;
  };
  // All at once: they share a transaction.
  return new Map(await Promise.all(record.items.map(async (item) => [item.key, await settle(item)] as const)));
}

/**
 * An error that was paid is what came of the question. What cost nothing, or may pass another time, is asked by itself:
 * there the client may find another way.
 */
function toTell(error: ModelError): Settled {
  return error.usage === undefined || error.retryable ? undefined : error;
}

function callId({ id }: BatchRecord, item: BatchedQuestion): string {
  return sha256(`${id}/${item.id}`).slice(0, 32);
}
