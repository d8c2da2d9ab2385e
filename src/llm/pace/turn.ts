import type { Asking } from '../client/asking.ts';
import { ModelError } from '../model-error.ts';
import type { Deployment } from './deployment.ts';
import type { RequestSize } from './expectation.ts';
import type { Permit } from './pace.ts';

/** The right to ask a deployment now. Must be ended. */
export interface Turn {
  readonly permit: Permit;
  readonly isProbe: boolean;
}

/** What waiting for a turn depends on. */
export interface TurnSettings {
  readonly model: string;
  readonly size: RequestSize;
  /** Those of a smaller one go first. */
  readonly order: number;
  /** There is another model to ask: do not wait for one that is put aside. */
  readonly hasFallback: boolean;
  readonly maxRetryAfterMs: number;
}

/**
 * Wait until a deployment may be asked: it is in order, and its limits allow it.
 *
 * @throws ModelError `model/unavailable` when it is put aside and there is a fallback or no time to wait;
 * `model/rate-limited` when its turn would come after the deadline; `run/aborted` by either signal.
 */
export async function takeTurn(
  { pace, cooldown }: Deployment,
  { model, size, order, hasFallback, maxRetryAfterMs }: TurnSettings,
  asking: Asking,
): Promise<Turn> {
  for (;;) {
    asking.check();
    const entry = cooldown.enter();
    if (entry.state === 'aside') {
      if (hasFallback || (entry.ms < Number.POSITIVE_INFINITY && entry.ms >= asking.left())) throw putAside(model);
      const { ms, change } = entry;
      const end = await asking.wait(async (signal) => {
        const woken = ms < Number.POSITIVE_INFINITY ? asking.clock.sleep(ms, signal) : never(signal);
        await Promise.race([woken, change()]);
        return true;
      });
      if (end === undefined) throw putAside(model);
      continue;
    }
    const { isProbe } = entry;
    try {
      const permit = pace.tryAcquire(size) ?? (await queueUp());
      if (isProbe || !cooldown.isAside()) return { permit, isProbe };
      // It was put aside while this waited.
      permit.end({});
    } catch (error) {
      if (isProbe) cooldown.leave('unknown', { start: asking.clock.elapsed(), isProbe });
      throw error;
    }
  }

  async function queueUp(): Promise<Permit> {
    const pause = pace.pauseMs();
    if (pause > maxRetryAfterMs || pace.msUntil(size) >= asking.left()) throw noTurn(model, pause);
    const permit = await asking.wait((signal) => pace.acquire(size, order, signal));
    if (permit === undefined) throw noTurn(model, pace.pauseMs());
    return permit;
  }
}

function never(signal: AbortSignal): Promise<void> {
  return new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(new Error('dropped')), { once: true }),
  );
}

function putAside(model: string): ModelError {
  return new ModelError({
    code: 'model/unavailable',
    message: `${model} is put aside after several faults in a row, and was not asked.`,
    hint: 'It is tried again shortly. Set "router.allowed_fails" and "router.cooldown_time" in models.json to change that.',
  });
}

function noTurn(model: string, pauseMs: number): ModelError {
  const seconds = Math.ceil(pauseMs / 1000);
  const why = pauseMs > 0 ? `its server asked to be left alone for ${seconds} s` : 'its rate limit is used up';
  return new ModelError({
    code: 'model/rate-limited',
    message: `${model} was not asked: ${why}, and there is no time to wait for that.`,
    hint: 'Run it again later, ask for less at once, or name a fallback for this model in models.json.',
  });
}
