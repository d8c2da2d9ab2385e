import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ErrorCode } from '../../core/index.ts';
import { ANSWER, acme, NEVER, REQUEST } from '../fixtures/requests.ts';
import { type VirtualClock, virtualClock } from '../fixtures/virtual-clock.ts';
import type { AskOptions, LlmClient } from '../model.ts';
import { isModelError, ModelError, type ModelFault } from '../model-error.ts';
import type { RouterSettings } from '../settings.ts';
import { createClient } from './client.ts';

test('waits are a random part of a span that doubles up to the cap', async () => {
  const faults = Array.from({ length: 9 }, () => fault('model/unavailable'));
  const router = { retries: 9, capMs: 8000, allowedFails: 100 };
  const { waits } = await run(faults, { random: () => 0.5, router });
  expect(waits).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000, 4000, 4000]);
});

test('no computed wait is below zero or above its span', async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (part) => {
      const { waits } = await run([fault('model/interrupted'), fault('model/unavailable')], { random: () => part });
      expect(waits.every((ms, index) => ms >= 0 && ms <= 500 * 2 ** index)).toBe(true);
    }),
  );
});

test('those who were told to come back at one moment do not come at one moment', async () => {
  const { waits } = await run([fault('model/unavailable', { 'retry-after': '7' })], { random: () => 0.5 });
  expect(waits).toEqual([7250]);
});

test('a server that asks for four minutes is waited for, and one that asks for more than five is given up on at once', async () => {
  expect(await run([fault('model/rate-limited', { 'retry-after': '240' })])).toMatchObject({ waits: [240_000] });
  const { attempts, waits, error } = await run([fault('model/rate-limited', { 'retry-after': '301' })]);
  expect({ attempts, waits, code: error?.code }).toEqual({ attempts: 1, waits: [], code: 'model/rate-limited' });
});

test('a wait that would pass the deadline is not begun', async () => {
  const options = { deadlineMs: 5000 };
  const { attempts, waits, error } = await run([fault('model/unavailable', { 'retry-after': '6' })], { options });
  expect({ attempts, waits, code: error?.code }).toEqual({ attempts: 1, waits: [], code: 'model/unavailable' });
});

test('a date that jumps by hours changes no wait', async () => {
  for (const hours of [-5, 5]) {
    const faults = [fault('model/unavailable'), fault('model/unavailable', { 'retry-after': '3' })];
    const jump = (clock: VirtualClock): void => clock.jump(hours * 3_600_000);
    const { waits, error } = await run(faults, { onAttempt: jump, random: () => 0.5, options: { deadlineMs: 60_000 } });
    expect({ waits, error }).toEqual({ waits: [250, 3250], error: undefined });
  }
});

test('four retries, then the last error with every request in it', async () => {
  const faults = Array.from({ length: 9 }, (_, n) => fault('model/unavailable', {}, { status: 500 + n }));
  const { attempts, error } = await run(faults);
  expect(attempts).toBe(5);
  expect(error).toMatchObject({ code: 'model/unavailable', status: 504 });
  expect(error?.attempts.map(({ status, model }) => [status, model])).toEqual(
    [500, 501, 502, 503, 504].map((status) => [status, 'acme/large']),
  );
});

test.each<ErrorCode>([
  'model/rejected',
  'model/unauthorized',
  'model/refused',
  'model/filtered',
  'model/quota',
  'model/context-exceeded',
  'model/oversized',
  'model/unknown',
  'model/cut-off',
  'run/aborted',
])('%s is not tried again', async (code) => {
  const { attempts, error } = await run([fault(code)]);
  expect({ attempts, code: error?.code }).toEqual({ attempts: 1, code });
});

test.each<ErrorCode>([
  'model/rate-limited',
  'model/unavailable',
  'model/unreachable',
  'model/timeout',
  'model/interrupted',
])('%s is tried again, and told of', async (code) => {
  const told: unknown[] = [];
  const options: AskOptions = { onRetry: (retry) => told.push(retry) };
  const { attempts, error } = await run([fault(code)], { options, random: () => 0.5 });
  expect({ attempts, error }).toEqual({ attempts: 2, error: undefined });
  expect(told).toEqual([{ code, attempt: 1, waitMs: 250 }]);
});

test('a listener that throws loses no answer', async () => {
  const onRetry = (): never => {
    throw new Error('listener');
  };
  expect(await run([fault('model/timeout')], { options: { onRetry } })).toMatchObject({ error: undefined });
});

test('a wait ends at once when the run is to stop, and says what it waited for', async () => {
  const stop = new AbortController();
  const clock = virtualClock();
  const provider = acme(() => fault('model/unavailable', { 'retry-after': '299' }, { message: 'down' }));
  const client = createClient({ providers: new Map([['acme', provider]]), clock });
  const asking = client.ask(REQUEST, NEVER, { stop: stop.signal, onRetry: () => setImmediate(() => stop.abort()) });
  await expect(asking).rejects.toMatchObject({
    code: 'run/aborted',
    message: expect.stringContaining('down'),
    attempts: [{ code: 'model/unavailable' }],
  });
  expect(clock.sleeping()).toBe(0);
});

test('nothing is asked once the run is to stop', async () => {
  const provider = acme(async () => ANSWER);
  const client = createClient({ providers: new Map([['acme', provider]]) });
  await expect(client.ask(REQUEST, NEVER, { stop: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'run/aborted',
  });
  await expect(client.ask(REQUEST, AbortSignal.abort())).rejects.toMatchObject({ code: 'run/aborted' });
  expect(provider.asked).toEqual([]);
});

function fault(
  code: ErrorCode,
  headers: Record<string, string> = {},
  more: ModelFault & { readonly message?: string } = {},
): ModelError {
  return new ModelError({ code, message: 'a fault', headers, ...more });
}

interface How {
  readonly router?: Partial<RouterSettings>;
  readonly random?: () => number;
  readonly options?: AskOptions;
  readonly onAttempt?: (clock: VirtualClock) => void;
}

/** Go through these faults, then succeed, in virtual time. */
async function run(
  faults: readonly ModelError[],
  { router = {}, random = () => 0, options = {}, onAttempt }: How = {},
): Promise<{ readonly attempts: number; readonly waits: readonly number[]; readonly error: ModelError | undefined }> {
  const clock = virtualClock({ random });
  const waits: number[] = [];
  const provider = acme(async (_, __, n) => {
    onAttempt?.(clock);
    const next = faults[n - 1];
    if (next) throw next;
    return ANSWER;
  });
  const client: LlmClient = createClient({
    providers: new Map([['acme', provider]]),
    router,
    clock,
    price: async () => null,
  });
  const told: AskOptions = {
    ...options,
    onRetry: (retry) => {
      waits.push(retry.waitMs);
      options.onRetry?.(retry);
    },
  };
  const start = clock.elapsed();
  const error: unknown = await clock.run(
    client.ask(REQUEST, NEVER, told).then(
      () => undefined,
      (reason: unknown) => reason,
    ),
  );
  // What was said to be waited was waited.
  expect(clock.elapsed() - start).toBeGreaterThan(waits.reduce((sum, ms) => sum + ms, 0) - 1e-6);
  if (error !== undefined && !isModelError(error)) throw error;
  return { attempts: provider.asked.length, waits, error };
}
