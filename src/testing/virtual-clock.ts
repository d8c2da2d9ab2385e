import { setImmediate as settle } from 'node:timers/promises';
import type { Clock } from '../llm/index.ts';
import { seededRandom } from './random.ts';

/** A clock that stands still until it is told to go on. */
export interface VirtualClock extends Clock {
  /** Let so many milliseconds pass. Who sleeps wakes in order, and may sleep again within them. */
  advance(ms: number): Promise<void>;
  /**
   * Let time pass until nobody sleeps.
   *
   * @throws RangeError after 100,000 wake-ups: something sleeps again and again.
   */
  run(): Promise<void>;
  /** Move the date alone, as somebody does who sets the machine's clock. Nobody wakes. */
  jump(ms: number): void;
  /** How many sleep now. */
  readonly sleeping: number;
  /** How long each one who ever slept was to sleep, in order. */
  readonly slept: readonly number[];
}

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

const MOST_WAKE_UPS = 100_000;

/** Make a clock for tests. `start` is its date in milliseconds since 1970; `seed` decides its chance. */
export function virtualClock({
  start = Date.UTC(2026, 0, 1),
  seed = 1,
}: {
  readonly start?: number;
  readonly seed?: number;
} = {}): VirtualClock {
  const sleepers = new Set<Sleeper>();
  const slept: number[] = [];
  let elapsed = 0;
  let jumped = 0;
  /** Wake the next one who is due by then; false when there is none. */
  const wakeNext = (by: number): boolean => {
    const next = [...sleepers].reduce<Sleeper | undefined>(
      (first, each) => (first === undefined || each.due < first.due ? each : first),
      undefined,
    );
    if (next === undefined || next.due > by) return false;
    elapsed = Math.max(elapsed, next.due);
    next.wake();
    return true;
  };
  return {
    now: () => start + jumped + elapsed,
    elapsed: () => elapsed,
    random: seededRandom(seed),
    sleep: (ms, signal) =>
      new Promise((wake, fail) => {
        slept.push(ms);
        const sleeper: Sleeper = {
          due: elapsed + Math.max(0, ms),
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', abort);
            wake();
          },
        };
        const abort = (): void => {
          sleepers.delete(sleeper);
          fail(signal?.reason);
        };
        if (signal?.aborted === true) return abort();
        signal?.addEventListener('abort', abort, { once: true });
        sleepers.add(sleeper);
      }),
    advance: async (ms) => {
      const end = elapsed + ms;
      do await settle();
      while (wakeNext(end));
      elapsed = end;
      await settle();
    },
    run: async () => {
      await settle();
      for (let wakeUps = 0; wakeNext(Number.POSITIVE_INFINITY); wakeUps += 1) {
        if (wakeUps >= MOST_WAKE_UPS) throw new RangeError(`somebody slept ${MOST_WAKE_UPS} times, and would again`);
        await settle();
      }
    },
    jump: (ms) => {
      jumped += ms;
    },
    get sleeping() {
      return sleepers.size;
    },
    slept,
  };
}
