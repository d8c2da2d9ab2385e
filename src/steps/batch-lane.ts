import type { BatchTransport, Clock, ModelRequest, PriceList } from '../llm/index.ts';
import { isModelError } from '../llm/index.ts';
import { concludeBatch } from './batch-conclude.ts';
import { batchesOf, type CollectedQuestion } from './batch-portions.ts';
import type { BatchRecord, BatchStore } from './batch-store.ts';
import { findBatch, followBatch, persist } from './batch-wait.ts';
import { createWaiters } from './batch-waiters.ts';
import { createCollector } from './collect.ts';
import type { Journal, JournalRow } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { aborted, type Run, type RunEvent } from './run.ts';

/** What a batch lane is made of. */
export interface BatchLaneOptions {
  readonly script: string;
  readonly store: BatchStore;
  readonly journal: Pick<Journal, 'find' | 'settle'>;
  readonly ledger: Pick<Ledger, 'fail'>;
  /** How a model's provider takes batches; `undefined` where it does not. */
  readonly transportOf: (model: string) => BatchTransport | undefined;
  readonly price: PriceList;
  readonly clock: Clock;
  readonly emit: (event: RunEvent) => void;
  /** Aborted when nobody is to wait any longer. What is submitted goes on at the provider, and the next run fetches it. */
  readonly stop: AbortSignal;
  /** Milliseconds without a new question after which those that wait are handed in together; 1000 when absent. */
  readonly collectMs?: number | undefined;
  /** Milliseconds between two looks: the first, and the longest; 5000 and 60,000 when absent. */
  readonly pollMs?: { readonly first?: number | undefined; readonly longest?: number | undefined } | undefined;
}

/** Questions that wait for an answer at half the price. */
export interface BatchLane {
  /** Go on with the batches of earlier runs of the script. */
  resume(): Promise<void>;
  /** Whether a model can be asked here. Tells, once, of one that cannot. */
  takes(model: string): boolean;
  /**
   * The answer from a batch, in the journal and on the bill already; `undefined` when the provider did not answer this
   * question there, and it must be asked by itself. Only for models that the lane takes.
   *
   * @throws ModelError what the provider says of this question, on the bill already, or of all; ScriptGenError
   * `run/aborted` when the lane or the run was stopped.
   */
  ask(question: LaneQuestion, run: Pick<Run, 'stop'>): Promise<JournalRow | undefined>;
  /** Wait no longer. Tells of the batches that are left to the next run. */
  close(): void;
}

/** A question as the lane takes it. */
export interface LaneQuestion extends CollectedQuestion {
  readonly request: ModelRequest;
}

const COLLECT_MS = 1000;
const FIRST_POLL_MS = 5000;
const LONGEST_POLL_MS = 60_000;

/**
 * Collect questions, hand them in as batches, and wait.
 *
 * A batch is written down before it is handed in and looked for by its tag after a crash, so no item is paid twice.
 * Questions of one level of a build come in together; when their answers are there, the next level does.
 */
export function createBatchLane(options: BatchLaneOptions): BatchLane {
  const { script, store, transportOf, clock, collectMs = COLLECT_MS } = options;
  const { first = FIRST_POLL_MS, longest = LONGEST_POLL_MS } = options.pollMs ?? {};
  const pollMs = { first, longest: Math.max(first, longest) };
  const closing = new AbortController();
  const stop = AbortSignal.any([options.stop, closing.signal]);
  const waiters = createWaiters();
  /** Keys that are in a batch. */
  const underWay = new Set<string>();
  /** Keys in a batch that nobody looks after any more, and why. */
  const lost = new Map<string, unknown>();
  /** Batches at a provider. */
  const left = new Map<string, Extract<RunEvent, { type: 'batch-start' }>>();
  /** Models that take none. */
  const skipped = new Set<string>();

  const emit = (event: RunEvent): void => {
    if (event.type === 'batch-start') left.set(event.batch, event);
    if (event.type === 'batch-end') left.delete(event.batch);
    options.emit(event);
  };
  const waitingAt = (transport: BatchTransport) => ({ ...options, ...waiters, transport, emit, stop, pollMs });

  /** Bring a batch to its end, and tell those who wait. What is told is durable before. */
  const lookAfter = async (record: BatchRecord, transport: BatchTransport, isNew: boolean): Promise<void> => {
    const waiting = waitingAt(transport);
    const ended = await followBatch(record, isNew, waiting);
    const settled = await concludeBatch(record, ended, waiting);
    if (settled === undefined) {
      // Somebody else's, taken for this one: look for the right one, or hand it in.
      const { batch: _, ...anew } = record;
      return lookAfter(anew, transport, false);
    }
    for (const { key } of record.items) {
      underWay.delete(key);
      waiters.tell(key, settled.get(key));
    }
  };
  const follow = (record: BatchRecord, transport: BatchTransport, isNew: boolean): void => {
    for (const { key } of record.items) underWay.add(key);
    lookAfter(record, transport, isNew).catch((error: unknown) => {
      const told = stop.aborted ? aborted() : error;
      for (const { key } of record.items) {
        lost.set(key, told);
        waiters.fail(key, told);
      }
    });
  };

  const handIn = async (questions: readonly LaneQuestion[]): Promise<void> => {
    const distinct = new Map(questions.map((question) => [question.key, question])).values();
    const wanted = [...distinct].filter(({ key }) => waiters.placeOf(key) !== undefined && !underWay.has(key));
    for (const model of new Set(wanted.map(({ request }) => request.model))) {
      const transport = transportOf(model);
      if (transport === undefined) continue;
      const asked = wanted.filter(({ request }) => request.model === model);
      for (const record of batchesOf(asked, { script, model, now: clock.now(), most: transport.most })) {
        await store.begin(record);
        follow(record, transport, true);
      }
    }
  };
  const collector = createCollector<LaneQuestion>({
    ...{ clock, stop, quietMs: collectMs, take: handIn },
    onError: (questions, error) => {
      const told = stop.aborted ? aborted() : error;
      for (const { key } of questions) if (!underWay.has(key)) waiters.fail(key, told);
    },
  });

  /** Questions of a batch that never arrived are collected anew, as far as they are still asked. */
  const resumeOne = async (record: BatchRecord): Promise<void> => {
    const transport = transportOf(record.model);
    if (transport === undefined) return;
    const waiting = waitingAt(transport);
    const batch = record.batch ?? (await persist(record.id, () => findBatch(record, waiting), waiting));
    if (batch === undefined) return store.end(record.id, 'failed');
    if (record.batch === undefined) await store.submitted(record.id, batch);
    follow({ ...record, batch }, transport, false);
  };
  let resumed: Promise<unknown> | undefined;
  const resume = async (): Promise<void> => {
    resumed ??= store
      .open()
      .then((records) => Promise.all(records.filter((one) => one.script === script).map(resumeOne)));
    await resumed;
  };

  return {
    resume,
    takes: (model) => {
      const isTaken = transportOf(model) !== undefined;
      if (!isTaken && !skipped.has(model)) emit({ type: 'batch-skip', model });
      if (!isTaken) skipped.add(model);
      return isTaken;
    },
    ask: async (question, run) => {
      const { key, place } = question;
      await resume();
      if (stop.aborted) throw aborted();
      if (lost.has(key)) throw lost.get(key);
      const answer = waiters.wait(key, place, run.stop);
      if (!underWay.has(key)) collector.add(question);
      const settled = await answer;
      if (isModelError(settled)) throw settled;
      return settled;
    },
    close: () => {
      closing.abort();
      for (const { batch, provider, items } of left.values())
        emit({ type: 'batch-leave', batch, provider, items, again: false });
    },
  };
}
