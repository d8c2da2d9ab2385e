import type { Clock } from '../../clock.ts';
import type { Completion, ProviderCall } from '../../model.ts';
import type { ModelError } from '../../model-error.ts';
import { type About, loadError, restartsError, stoppedError } from './errors.ts';
import { exchange } from './exchange.ts';
import type { ModelProcess } from './model-process.ts';
import type { Ask, Load } from './protocol.ts';

/** When a process is given up. All times in milliseconds. */
export interface EngineLimits {
  /** Without a sign of life: its event loop is stuck. */
  readonly silenceMs: number;
  /** Without a token written, a part of the prompt read, or the model loaded. */
  readonly stallMs: number;
  /** For one answer, loading included. */
  readonly callMs: number;
  /** From being told to stop to having stopped. */
  readonly stopMs: number;
  /** Starts within a minute. */
  readonly startsPerMinute: number;
}

/** What an engine is made of. */
export interface EngineOptions {
  readonly load: Load;
  readonly limits: EngineLimits;
  readonly clock: Clock;
  readonly start: () => ModelProcess;
}

/** A model in a process of its own, which is started by the first question and again after it has ended. */
export interface Engine {
  /** Ask one question; not before the last is answered. */
  readonly ask: (question: Omit<Ask, 'id' | 'type'>, call: ProviderCall, about: About) => Promise<Completion>;
  /** End the process, for good. */
  readonly close: () => Promise<void>;
}

const MINUTE_MS = 60_000;

/** Make an engine. Nothing is started yet. */
export function createEngine({ load, limits, clock, start }: EngineOptions): Engine {
  let live: ModelProcess | undefined;
  let starts: readonly number[] = [];
  let lastFailure: ModelError | undefined;
  let asked = 0;
  let isClosed = false;

  const drop = (process: ModelProcess): void => {
    process.kill();
    if (live === process) live = undefined;
  };

  const launch = (about: About): ModelProcess => {
    const now = clock.elapsed();
    starts = starts.filter((at) => at > now - MINUTE_MS);
    const [first] = starts;
    if (first !== undefined && starts.length >= limits.startsPerMinute) {
      throw lastFailure ?? restartsError(first + MINUTE_MS - now, about);
    }
    starts = [...starts, now];
    const process = start();
    live = process;
    process.tell(load);
    void process.ended.then(() => {
      if (live === process) live = undefined;
    });
    return process;
  };

  return {
    async ask(question, call, about) {
      if (isClosed) throw stoppedError(about);
      const process = live ?? launch(about);
      process.hold();
      asked += 1;
      const ask: Ask = { type: 'ask', id: asked, ...question };
      try {
        const outcome = await exchange({ process, ask, call, about, limits, clock });
        if (outcome.type === 'answered') return outcome.completion;
        if (outcome.isBroken) drop(process);
        lastFailure = outcome.loadFault === undefined ? undefined : loadError(outcome.loadFault, about);
        throw isClosed ? stoppedError(about) : outcome.error;
      } finally {
        process.release();
      }
    },
    async close() {
      isClosed = true;
      const process = live;
      if (process === undefined) return;
      process.hold();
      drop(process);
      await process.ended;
    },
  };
}
