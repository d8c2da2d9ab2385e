import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ErrorCode, ScriptGenError } from '../core/index.ts';
import { ModelError } from './model-error.ts';
import { RETRY_DEFAULTS, type RetrySettings, withRetry } from './retry.ts';

const NOW = Date.UTC(2026, 0, 1);

test.each<[string, FaultFacts, number]>([
  ['seconds', { retryAfter: '7' }, 7000],
  ['parts of seconds', { retryAfter: '1.5' }, 1500],
  ['a date', { retryAfter: 'Thu, 01 Jan 2026 00:00:09 GMT' }, 9000],
  ['a date that has passed', { retryAfter: 'Wed, 31 Dec 2025 00:00:00 GMT' }, 0],
  ['milliseconds, before seconds', { retryAfterMs: '150', retryAfter: '7' }, 150],
  ['a minute and a half', { retryAfter: '90' }, 90_000],
])('a server that asks to wait %s is waited for', async (_, facts, ms) => {
  const { waits } = await run([fault('model/rate-limited', facts)]);
  expect(waits).toEqual([ms]);
});

test.each(['soon', '-5', ''])('a Retry-After of "%s" is as good as none', async (retryAfter) => {
  const { waits } = await run([fault('model/rate-limited', { retryAfter })], { random: () => 0.5 });
  expect(waits).toEqual([250]);
});

test('a server that asks for more than five minutes is given up on at once', async () => {
  const { attempts, waits, error } = await run([fault('model/rate-limited', { retryAfter: '301' })]);
  expect({ attempts, waits, code: error?.code }).toEqual({ attempts: 1, waits: [], code: 'model/rate-limited' });
});

test('those who were told to come back at one moment do not come at one moment', async () => {
  const { waits } = await run([fault('model/rate-limited', { retryAfter: '7' })], { random: () => 0.5 });
  expect(waits).toEqual([7250]);
});

test('waits are a random part of a span that doubles up to the cap', async () => {
  const faults = Array.from({ length: 9 }, () => fault('model/unavailable'));
  const { waits } = await run(faults, { random: () => 0.5, retries: 9, capMs: 8000 });
  expect(waits).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000, 4000, 4000]);
});

test('no computed wait is below zero or above its span', async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (part) => {
      const { waits } = await run([fault('model/timeout'), fault('model/unavailable')], { random: () => part });
      expect(waits.every((ms, index) => ms >= 0 && ms <= 500 * 2 ** index)).toBe(true);
    }),
  );
});

test('four retries, then the last error', async () => {
  const { attempts, error } = await run(
    Array.from({ length: 9 }, (_, n) => fault('model/unavailable', {}, `fault ${n + 1}`)),
  );
  expect({ attempts, message: error?.message }).toEqual({ attempts: 5, message: 'fault 5' });
});

test.each<ErrorCode>(['model/rejected', 'model/unauthorized', 'model/refused'])(
  '%s is not tried again',
  async (code) => {
    const { attempts, error } = await run([fault(code)]);
    expect({ attempts, code: error?.code }).toEqual({ attempts: 1, code });
  },
);

test('a wait ends at once when the run is to stop, and says what it waited for', async () => {
  const stop = new AbortController();
  const waiting = withRetry(async () => Promise.reject(fault('model/unavailable', { retryAfter: '299' }, 'down')), {
    settings: { ...RETRY_DEFAULTS, random: () => 0 },
    signals: { signal: new AbortController().signal, stop: stop.signal },
  });
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'run/aborted', message: expect.stringContaining('down') });
});

test('nothing is asked once the run is to stop', async () => {
  let asked = 0;
  const ask = withRetry(async () => (asked += 1), {
    settings: RETRY_DEFAULTS,
    signals: { signal: new AbortController().signal, stop: AbortSignal.abort() },
  });
  await expect(ask).rejects.toMatchObject({ code: 'run/aborted' });
  expect(asked).toBe(0);
});

/** What a server says of when to come back. */
interface FaultFacts {
  readonly retryAfter?: string;
  readonly retryAfterMs?: string;
}

function fault(code: ErrorCode, { retryAfter, retryAfterMs }: FaultFacts = {}, message = 'a fault'): ScriptGenError {
  const headers = {
    ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    ...(retryAfterMs === undefined ? {} : { 'retry-after-ms': retryAfterMs }),
  };
  return new ModelError({ code, message, headers });
}

/** Go through these faults, then succeed; without real time, and with no jitter unless told. */
async function run(
  faults: readonly ScriptGenError[],
  settings: Partial<RetrySettings> = {},
): Promise<{
  readonly attempts: number;
  readonly waits: readonly number[];
  readonly error: ScriptGenError | undefined;
}> {
  const waits: number[] = [];
  let attempts = 0;
  const attempt = async (): Promise<void> => {
    attempts += 1;
    const next = faults[attempts - 1];
    if (next) throw next;
  };
  const sleep = async (ms: number): Promise<void> => {
    waits.push(ms);
  };
  const error = await withRetry(attempt, {
    settings: { ...RETRY_DEFAULTS, now: () => NOW, random: () => 0, sleep, ...settings },
    signals: { signal: new AbortController().signal },
  }).then(
    () => undefined,
    (reason: ScriptGenError) => reason,
  );
  return { attempts, waits, error };
}
