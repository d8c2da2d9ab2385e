import { type Json, sha256 } from '../core/index.ts';
import {
  type BatchTransport,
  type Clock,
  isModelError,
  type ModelAnswer,
  type ModelRequest,
  type PriceList,
} from '../llm/index.ts';
import { type BatchOutcome, readOutcomes } from './batch-outcome.ts';
import type { BatchedQuestion, BatchRecord, BatchStore } from './batch-store.ts';
import { followBatch } from './batch-wait.ts';
import { answeredCall } from './bill.ts';
import type { CallPlace } from './call.ts';
import type { Journal, JournalRow } from './journal.ts';
import { requestOf } from './key.ts';
import { aborted, type Run, type RunEvent } from './run.ts';

/** What a batch lane is made of. */
export interface BatchLaneOptions {
  readonly script: string;
  readonly store: BatchStore;
  readonly journal: Pick<Journal, 'settle'>;
  /** How a model's provider takes batches; `undefined` where it does not. */
  readonly transportOf: (model: string) => BatchTransport | undefined;
  readonly price: PriceList;
  readonly clock: Clock;
  readonly emit: (event: RunEvent) => void;
  /** Aborted when nobody is to wait any longer. What is submitted goes on at the provider, and the next run fetches it. */
  readonly stop: AbortSignal;
  /** Milliseconds without a new question after which those that wait are handed in together. */
  readonly quietMs?: number;
  /** Milliseconds between two looks: the first, and the longest. */
  readonly pollMs?: { readonly first: number; readonly longest: number };
}

/** Questions that wait for an answer at half the price. */
export interface BatchLane {
  /**
   * The answer from a batch, in the journal already; `undefined` when this question must be asked by itself: its provider takes no batches, or
   * did not answer it in this one.
   *
   * @throws ModelError what the provider says of this question, ScriptGenError `run/aborted` when the lane was stopped.
   */
  ask(question: LaneQuestion, run: Pick<Run, 'stop'>): Promise<JournalRow | undefined>;
}

/** A question as the lane takes it. */
export interface LaneQuestion {
  /** The id that its call will have. */
  readonly id: string;
  readonly key: string;
  readonly canonical: Json;
  readonly request: ModelRequest;
  readonly place: CallPlace;
}

interface Waiter {
  /** The id of the call that waits. */
  readonly id: string;
  readonly resolve: (row: JournalRow | undefined) => void;
  readonly reject: (error: unknown) => void;
}

const QUIET_MS = 1000;
const POLL_MS = { first: 5000, longest: 60_000 };

/**
 * Collect questions, hand them in as batches, and wait.
 *
 * A batch is written down before it is handed in and looked for by its tag after a crash, so no item is paid twice.
 * Questions of one level of a build come in together; when their answers are there, the next level does.
 */
export function createBatchLane(options: BatchLaneOptions): BatchLane {
  const {
    script,
    store,
    journal,
    transportOf,
    price,
    clock,
    emit,
    stop,
    quietMs = QUIET_MS,
    pollMs = POLL_MS,
  } = options;
  const waiters = new Map<string, Waiter>();
  /** Keys that are in a batch already. */
  const submitted = new Set<string>();
  const collected = new Map<string, LaneQuestion>();
  let lastQuestion = 0;
  let collecting = false;

  /** What nobody waits for any more is paid all the same: the bible may be changed back. */
  const finish = async (item: BatchedQuestion, outcome: BatchOutcome): Promise<void> => {
    const waiter = waiters.get(item.key);
    const row =
      outcome === undefined || isModelError(outcome)
        ? undefined
        : await keep(item, outcome, waiter?.id ?? `${item.id}-${clock.now()}`);
    submitted.delete(item.key);
    waiters.delete(item.key);
    if (isModelError(outcome)) waiter?.reject(outcome);
    else waiter?.resolve(row);
  };
  const keep = async (
    { key, request, place }: BatchedQuestion,
    answer: ModelAnswer,
    id: string,
  ): Promise<JournalRow> => {
    const time = new Date(clock.now()).toISOString();
    const asked = requestOf(request);
    const row: JournalRow = { key, task: place.task, model: asked.model, request, answer, time };
    await journal.settle(row, answeredCall({ id, key, place, request: asked }, answer, time));
    return row;
  };
  const follow = async (record: BatchRecord, transport: BatchTransport): Promise<void> => {
    for (const { key } of record.items) submitted.add(key);
    try {
      const ended = await followBatch(record, { transport, store, clock, emit, stop, pollMs });
      const outcomes = await readOutcomes(record, ended, { transport, price, clock, stop, pollMs });
      for (const item of record.items) await finish(item, outcomes.get(item.id));
      await store.end(record.id, ended === undefined ? 'failed' : 'ended');
      const answered = [...outcomes.values()].filter(
        (outcome) => outcome !== undefined && !isModelError(outcome),
      ).length;
      emit({ type: 'batch-end', batch: record.id, answered, failed: record.items.length - answered });
    } catch (error) {
      const told = stop.aborted ? aborted() : error;
      for (const { key } of record.items) {
        submitted.delete(key);
        waiters.get(key)?.reject(told);
        waiters.delete(key);
      }
    }
  };
  const resumed = store.open().then((records) => {
    for (const record of records.filter((one) => one.script === script)) {
      const transport = transportOf(record.model);
      if (transport !== undefined) void follow(record, transport);
    }
  });

  const handIn = async (): Promise<void> => {
    const questions = [...collected.values()];
    collected.clear();
    for (const [model, group] of groupBy(questions, ({ request }) => request.model)) {
      const transport = transportOf(model);
      if (transport === undefined) continue;
      for (const items of portions(group.map(asItem), transport.most)) {
        const record: BatchRecord = {
          id: `sgb_${sha256(`${clock.now()}${items.map(({ key }) => key).join()}`).slice(0, 20)}`,
          script,
          provider: model.split('/')[0] ?? model,
          model,
          state: 'submitting',
          created: new Date(clock.now()).toISOString(),
          items,
        };
        await store.begin(record);
        void follow(record, transport);
      }
    }
  };
  const collect = async (): Promise<void> => {
    try {
      do await clock.sleep(quietMs, stop);
      while (clock.elapsed() - lastQuestion < quietMs);
      collecting = false;
      await handIn();
    } catch (error) {
      collecting = false;
      const told = stop.aborted ? aborted() : error;
      for (const { key } of collected.values()) {
        waiters.get(key)?.reject(told);
        waiters.delete(key);
      }
      collected.clear();
    }
  };

  return {
    ask: async (question, run) => {
      await resumed;
      if (run.stop.aborted) throw aborted();
      if (transportOf(question.request.model) === undefined) return undefined;
      const answer = new Promise<JournalRow | undefined>((resolve, reject) => {
        waiters.set(question.key, { id: question.id, resolve, reject });
      });
      if (!submitted.has(question.key)) {
        collected.set(question.key, question);
        lastQuestion = clock.elapsed();
        if (!collecting) {
          collecting = true;
          void collect();
        }
      }
      return answer;
    },
  };
}

/** Providers take letters, digits, `_` and `-`, 64 at most. */
function asItem({ key, canonical, place }: LaneQuestion): BatchedQuestion {
  return { id: key.replace(':', '-').slice(0, 60), key, request: canonical, place };
}

function groupBy<T>(items: readonly T[], of: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(of(item), [...(groups.get(of(item)) ?? []), item]);
  return groups;
}

/** Cut items into batches that the provider takes. A request on the wire is a little longer than its canonical form. */
function portions(
  items: readonly BatchedQuestion[],
  most: BatchTransport['most'],
): readonly (readonly BatchedQuestion[])[] {
  const all: BatchedQuestion[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const size = 1.5 * Buffer.byteLength(JSON.stringify(item.request)) + 1000;
    const last = all.at(-1);
    if (last === undefined || last.length >= most.items || bytes + size > most.bytes) {
      all.push([item]);
      bytes = size;
    } else {
      last.push(item);
      bytes += size;
    }
  }
  return all;
}
