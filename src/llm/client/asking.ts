import type { Clock } from '../clock.ts';
import type { AskOptions } from '../model.ts';
import { type Attempt, ModelError } from '../model-error.ts';
import { LONGEST_TIMER_MS } from './longest-timer.ts';
import { onAbort } from './on-abort.ts';

/** One ask under way: how long it may take, who may end it, and what it has taken so far. */
export interface Asking {
  readonly clock: Clock;
  readonly options: AskOptions;
  /** Ends everything. */
  readonly signal: AbortSignal;
  /** Failed upstream requests, in order. */
  readonly attempts: Attempt[];
  /** Upstream requests begun. */
  requests: number;
  /** Milliseconds waited so far. */
  waitedMs: number;
  /** Milliseconds until its deadline; `Infinity` without one. */
  readonly left: () => number;
  /** @throws ModelError `run/aborted` when nothing new is to be asked. */
  readonly check: (last?: Error) => void;
  /**
   * Wait for something, until it comes, the ask is stopped, or its deadline has passed; `undefined` for the last.
   *
   * @throws ModelError `run/aborted` by either signal.
   */
  readonly wait: <T>(work: (signal: AbortSignal) => Promise<T>, last?: Error) => Promise<T | undefined>;
}

/** Begin an ask. */
export function beginAsk(clock: Clock, signal: AbortSignal, options: AskOptions): Asking {
  const until = options.deadlineMs === undefined ? Number.POSITIVE_INFINITY : clock.elapsed() + options.deadlineMs;
  const left = (): number => until - clock.elapsed();
  const isStopped = (): boolean => signal.aborted || options.stop?.aborted === true;
  const asking: Asking = {
    clock,
    options,
    signal,
    attempts: [],
    requests: 0,
    waitedMs: 0,
    left,
    check(last) {
      if (isStopped()) throw stopped(last);
    },
    async wait(work, last) {
      asking.check(last);
      const start = clock.elapsed();
      const waiting = new AbortController();
      const end = (): void => waiting.abort();
      const off = [signal, options.stop].map((other) => onAbort(other, end));
      if (until < Number.POSITIVE_INFINITY)
        clock.sleep(Math.min(left(), LONGEST_TIMER_MS), waiting.signal).then(end, () => undefined);
      try {
        return await work(waiting.signal);
      } catch (error) {
        asking.check(last);
        if (waiting.signal.aborted) return undefined;
        throw error;
      } finally {
        end();
        for (const remove of off) remove();
        asking.waitedMs += clock.elapsed() - start;
      }
    },
  };
  return asking;
}

function stopped(last: Error | undefined): ModelError {
  const after = last === undefined ? '' : ` It was waiting to ask again after: ${last.message}`;
  return new ModelError({ code: 'run/aborted', message: `Stopped before the model answered.${after}` });
}
