import { randomUUID } from 'node:crypto';
import type { Limit } from '../core/index.ts';
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
  type Estimator,
  type Journal,
  type Run,
  type RunEvent,
  type Saving,
  takeInBatches,
  withMemory,
} from '../steps/index.ts';
import type { Storage } from '../storage/index.ts';
import { MANNER, type Manner, mannerFrom } from './manner.ts';
import type { Replay } from './replay.ts';
import { createRunCosts } from './run-costs.ts';

/** What runs are made from. */
export interface AbilitiesOptions {
  readonly models: Models;
  readonly prompts: Prompts;
  readonly storage: () => Promise<Storage>;
  readonly limit: Limit;
  /** How scenes are written; for what is absent, as the script was written last. */
  readonly manner: Manner;
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

/** A run with all its abilities. */
export interface ReadyRun {
  readonly run: Run;
  /** What earlier runs left, read anew: for a run that waited for another. */
  readonly left: () => Promise<Pick<Run, 'slots' | 'dialogue' | 'order' | 'surface'>>;
  /** Take up what earlier runs handed in as batches. */
  readonly begin: () => Promise<void>;
  /** Leave batches that are still under way, and write down what was saved. */
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

/** How long a run that asks without batches may look at those of earlier runs, in milliseconds. */
const MOST_LOOK_MS = 20_000;

/** Put together what every run of a project needs. */
export function createAbilities(options: AbilitiesOptions): Abilities {
  const { models, prompts, storage, limit, manner, env, replay } = options;
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
      const { estimator, costOf, unpriced } = createRunCosts(models, prompts, {
        ledger: opened.ledger,
        discountOf: (model) => transportOf(model)?.discount ?? 1,
      });
      const batches = {
        ...{ script, store: opened.batches, ledger: opened.ledger, transportOf, price, clock: SYSTEM_CLOCK, emit },
        journal: {
          find: journal.find,
          settle: async (...[row, call]: Parameters<Journal['settle']>) => {
            await journal.settle(row, call);
            meters.countBatched(row.model, row.answer);
          },
        },
        stop: AbortSignal.any([stop, kill]),
      };
      const lane =
        replay?.lane ?? (batch && mode === 'build' ? createBatchLane({ ...batches, ...models.batch }) : undefined);
      const savings: Saving[] = [];
      // Whoever asks together knows the tokens that were not sent, and no prices.
      const priced = async (saving: Saving): Promise<Saving> =>
        saving.kind === 'merged' ? { ...saving, cost: await estimator.cost(saving.model, saving) } : saving;
      const left: ReadyRun['left'] = async () => ({
        slots: await journal.loadSlots(script),
        ...mannerFrom(await opened.runs.loadArtifacts(script, [MANNER]), manner),
      });
      const run: Run = {
        id: randomUUID(),
        script,
        mode,
        models: models.modelFor,
        repair: models.repair,
        client,
        prompts,
        journal,
        store: opened.runs,
        limit,
        priority: 0,
        stop,
        kill,
        emit,
        satisfied: new Map(),
        planned: [],
        ...(await left()),
        ledger: opened.ledger,
        estimator: batch && mode === 'plan' ? atBatchPrice(estimator, transportOf) : estimator,
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
        lane,
      };
      return {
        run,
        left,
        begin: async () => {
          if (lane === undefined)
            return takeInBatches({
              ...batches,
              stop: AbortSignal.any([batches.stop, AbortSignal.timeout(MOST_LOOK_MS)]),
            });
          // What is wrong with it is told to those who ask.
          lane.resume().catch(() => undefined);
        },
        finish: async () => {
          lane?.close();
          await opened.ledger.addSavings(await Promise.all(savings.map(priced)));
        },
      };
    },
  };
}

/** The same estimates for models that are asked in batches. */
function atBatchPrice(estimator: Estimator, transportOf: (model: string) => unknown): Estimator {
  return {
    ...estimator,
    cost: (model, tokens) => estimator.cost(model, tokens, transportOf(model) === undefined ? 'interactive' : 'batch'),
  };
}

/** The tighter of the configured cap of a run and the one that is named for this run. */
function capsOf(caps: Caps, maxCost: number | undefined): Caps {
  if (maxCost === undefined) return caps;
  return { ...caps, run: Math.min(maxCost, caps.run ?? Number.POSITIVE_INFINITY) };
}
