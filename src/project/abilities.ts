import { randomUUID } from 'node:crypto';
import { createLimit, type Limit } from '../core/index.ts';
import {
  type BatchTransport,
  createClient,
  createMeters,
  createTelemetry,
  type LlmClient,
  type Models,
  observed,
  SYSTEM_CLOCK,
  splitModel,
} from '../llm/index.ts';
import type { Prompts } from '../prompts/index.ts';
import {
  type Caps,
  createBatchLane,
  createBudget,
  type Dialogue,
  type Journal,
  type Run,
  type RunEvent,
  type Saving,
  withMemory,
} from '../steps/index.ts';
import type { Storage } from '../storage/index.ts';
import type { Replay } from './replay.ts';
import { createRunCosts } from './run-costs.ts';

/** What runs are made from. */
export interface AbilitiesOptions {
  readonly models: Models;
  readonly prompts: Prompts;
  readonly storage: () => Promise<Storage>;
  readonly limit: Limit;
  readonly dialogue: Dialogue | undefined;
  /** Where keys and switches are read from. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A recording that answers in the place of models. */
  readonly replay?: Replay | undefined;
}

/** How one run goes. */
export interface RunHow {
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
  readonly stop?: AbortSignal | undefined;
  readonly kill?: AbortSignal | undefined;
  /** US dollars, beside the configured caps. */
  readonly maxCost?: number | undefined;
  readonly batch?: boolean | undefined;
}

/** A run with all its abilities, and how to write down what it saved when it is over. */
export interface ReadyRun {
  readonly run: Run;
  readonly finish: () => Promise<void>;
}

/** Makes runs: one client, one memory in front of the journal and one set of counters for all of a project's. */
export interface Abilities {
  readonly runFor: (script: string, mode: Run['mode'], how?: RunHow) => Promise<ReadyRun>;
  /** The counters of this process in Prometheus' text format. */
  readonly metrics: () => string;
}

/** Turns on telling prompts and answers to OpenTelemetry, as its own instrumentations name it. */
const CONTENT = 'OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT';

/** Put together what every run of a project needs. */
export function createAbilities(options: AbilitiesOptions): Abilities {
  const { models, prompts, storage, limit, dialogue, env, replay } = options;
  const meters = createMeters();
  const never = new AbortController().signal;
  let shared: Promise<{ readonly storage: Storage; readonly journal: Journal; readonly client: LlmClient }> | undefined;
  const share = async (): Promise<Awaited<NonNullable<typeof shared>>> => {
    const opened = await storage();
    await replay?.load(storage);
    const telemetry = await createTelemetry({ content: env[CONTENT] === 'true' });
    const client = createClient({ providers: models.providers, ...models.client, memory: opened.memory });
    return {
      storage: opened,
      journal: withMemory(opened.journal, models.cache),
      client: observed(client, [meters, ...(telemetry === undefined ? [] : [telemetry])]),
    };
  };
  const transportOf = (model: string): BatchTransport | undefined =>
    models.takesBatches(model) ? models.providers.get(splitModel(model).provider)?.batch : undefined;

  return {
    metrics: meters.print,
    runFor: async (script, mode, how = {}) => {
      shared ??= share();
      const { storage: opened, journal, client } = await shared;
      const { stop = never, kill = never, batch = false } = how;
      const { price } = models.client;
      const emit = (event: RunEvent): void => {
        if (event.type === 'step-end' && event.source !== 'asked') meters.countSaved(event.source);
        how.onEvent?.(event);
      };
      const { estimator, costOf, unpriced } = createRunCosts(models, prompts, opened.ledger);
      const savings: Saving[] = [];
      const run: Run = {
        id: randomUUID(),
        script,
        mode,
        models: models.modelFor,
        client,
        prompts,
        journal,
        store: opened.runs,
        // A question that waits for a batch must not keep others from joining it.
        limit: batch ? createLimit(Number.POSITIVE_INFINITY) : limit,
        priority: 0,
        stop,
        kill,
        emit,
        slots: await journal.loadSlots(script),
        satisfied: new Map(),
        planned: [],
        dialogue,
        ledger: opened.ledger,
        estimator,
        save: (saving) => void savings.push(saving),
        budget: createBudget({
          ledger: opened.ledger,
          caps: capsOf(models.budget.caps, how.maxCost),
          warnAt: models.budget.warnAt,
          costOf,
          unpriced,
          clock: SYSTEM_CLOCK,
          onWarning: (warning) => emit({ type: 'budget-warning', ...warning }),
        }),
        lane:
          replay?.lane ??
          (batch
            ? createBatchLane({
                ...{ script, store: opened.batches, journal, transportOf, price, clock: SYSTEM_CLOCK, emit },
                stop: AbortSignal.any([stop, kill]),
              })
            : undefined),
      };
      return { run, finish: () => opened.ledger.addSavings(savings) };
    },
  };
}

/** The tighter of the configured cap of a run and the one that is named for this run. */
function capsOf(caps: Caps, maxCost: number | undefined): Caps {
  if (maxCost === undefined) return caps;
  return { ...caps, run: Math.min(maxCost, caps.run ?? Number.POSITIVE_INFINITY) };
}
