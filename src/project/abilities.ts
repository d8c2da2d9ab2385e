import { randomUUID } from 'node:crypto';
import { createLimit, type Limit } from '../core/index.ts';
import { type BatchTransport, type LlmClient, type Meters, type PriceList, SYSTEM_CLOCK } from '../llm/index.ts';
import type { Prompts } from '../prompts/index.ts';
import {
  type Caps,
  createBatchLane,
  createBudget,
  createEstimator,
  type Journal,
  likelyMost,
  type Run,
  type RunEvent,
  type Saving,
} from '../steps/index.ts';
import type { Storage } from '../storage/index.ts';

/** What every run of a project shares. */
export interface Shared {
  readonly storage: Storage;
  readonly client: LlmClient;
  readonly models: Run['models'];
  readonly prompts: Prompts;
  readonly price: PriceList;
  readonly meters: Meters;
  /** The storage's own, with a memory in front of it: one for all runs, so that they share what is under way. */
  readonly journal: Journal;
  readonly limit: Limit;
  readonly transportOf: (model: string) => BatchTransport | undefined;
}

/** How one run goes. */
export interface RunHow {
  readonly script: string;
  readonly mode: Run['mode'];
  readonly caps: Caps;
  /** The part of a cap at which to warn. */
  readonly warnAt: number;
  readonly batch: boolean;
  readonly stop: AbortSignal;
  readonly kill: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
}

/** A run with all its abilities, and how to write down what it saved when it is over. */
export interface ReadyRun {
  readonly run: Run;
  readonly finish: () => Promise<void>;
}

/** Give a run its abilities: journal, bill, budget, batch lane. */
export async function readyRun(shared: Shared, how: RunHow): Promise<ReadyRun> {
  const { storage, journal, client, models, prompts, price, limit, transportOf } = shared;
  const { script, mode, caps, warnAt, batch, stop, kill, onEvent } = how;
  const id = randomUUID();
  const emit = (event: RunEvent): void => {
    if (event.type === 'step-end' && event.source !== 'asked') shared.meters.countSaved(event.source);
    onEvent(event);
  };
  const estimator = createEstimator(storage.ledger, price);
  const savings: Saving[] = [];
  const run: Run = {
    id,
    script,
    mode,
    models,
    client,
    prompts,
    journal,
    store: storage.runs,
    // A question that waits for a batch must not keep others from joining it.
    limit: batch ? createLimit(Number.POSITIVE_INFINITY) : limit,
    priority: 0,
    stop,
    kill,
    emit,
    slots: await journal.loadSlots(script),
    satisfied: new Map(),
    planned: [],
    ledger: storage.ledger,
    estimator,
    save: (saving) => void savings.push(saving),
    budget: createBudget({
      ledger: storage.ledger,
      caps,
      warnAt,
      costOf: (request) => likelyMost(estimator, request),
      clock: SYSTEM_CLOCK,
      onWarning: (warning) => emit({ type: 'budget-warning', ...warning }),
    }),
    lane: batch
      ? createBatchLane({
          script,
          store: storage.batches,
          journal,
          transportOf,
          price,
          clock: SYSTEM_CLOCK,
          emit,
          stop: AbortSignal.any([stop, kill]),
        })
      : undefined,
  };
  return { run, finish: () => storage.ledger.addSavings(savings) };
}
