import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { ANSWER, acme, NEVER, REQUEST } from '../fixtures/requests.ts';
import { type VirtualClock, virtualClock } from '../fixtures/virtual-clock.ts';
import type { AskOptions, ModelAnswer, Provider, ProviderCall } from '../model.ts';
import { isModelError, type ModelError } from '../model-error.ts';
import { createClient } from './client.ts';

const TIMEOUTS = { connectMs: 1000, firstTokenMs: 5000, chunkMs: 2000, totalMs: 20_000 };
const HEAD = { status: 200, headers: {} };
const forever = (): Promise<never> => new Promise(() => undefined);

type Script = (call: ProviderCall, clock: VirtualClock) => Promise<unknown>;

test.each<[string, number, Script]>([
  ['connect', 1000, forever],
  [
    'first-token',
    5500,
    async ({ onResponse }, clock) => {
      await clock.sleep(500);
      onResponse?.(HEAD);
      await forever();
    },
  ],
  [
    'chunk',
    6000,
    async ({ onResponse, onDelta }, clock) => {
      onResponse?.(HEAD);
      await clock.sleep(4000);
      onDelta?.('some');
      await forever();
    },
  ],
  [
    'total',
    20_000,
    async ({ onResponse, onDelta }, clock) => {
      onResponse?.(HEAD);
      for (;;) {
        onDelta?.('on and ');
        await clock.sleep(1500);
      }
    },
  ],
])('an answer that hangs is given up on in the phase %s', async (phase, at, script) => {
  const { error, ms } = await ask(script);
  expect(error).toMatchObject({ code: 'model/timeout', phase });
  expect(ms).toBe(at);
  expect(error?.message).toContain('acme/large');
});

test('what had come stands in the error, with what it is estimated to have cost', async () => {
  const { error } = await ask(async ({ onResponse, onDelta }) => {
    onResponse?.(HEAD);
    onDelta?.('');
    onDelta?.('INT. ');
    onDelta?.('KITCHEN');
    await forever();
  });
  expect(error).toMatchObject({ phase: 'chunk', partial: 'INT. KITCHEN', usage: { outputTokens: 3 } });
  expect(error?.cost).toBeGreaterThan(0);
});

test('an answer that only thought was paid for its prompt', async () => {
  const { error } = await ask(async ({ onResponse, onDelta }) => {
    onResponse?.(HEAD);
    onDelta?.('');
    await forever();
  });
  expect(error).toMatchObject({ phase: 'chunk', partial: '', usage: { outputTokens: 0 } });
  expect(error?.usage?.inputTokens).toBeGreaterThan(0);
});

test('a fault before the first sign of life cost nothing that is known', async () => {
  expect((await ask(forever)).error).toMatchObject({
    phase: 'connect',
    partial: undefined,
    usage: undefined,
    cost: undefined,
  });
});

test('thinking is a sign of life', async () => {
  const { answer } = await ask(async ({ onResponse, onDelta }, clock) => {
    onResponse?.(HEAD);
    for (let n = 0; n < 10; n += 1) {
      onDelta?.('');
      await clock.sleep(1800);
    }
    return ANSWER;
  });
  expect(answer).toMatchObject({ text: 'x', firstTokenMs: 0 });
});

test('of a provider that tells nothing, silence means nothing before the whole time is up', async () => {
  const quiet = await ask(
    async (_, clock) => {
      await clock.sleep(19_000);
      return ANSWER;
    },
    { streams: false },
  );
  expect(quiet.answer).toMatchObject({ text: 'x' });
  expect(await ask(forever, { streams: false })).toMatchObject({ ms: 20_000, error: { phase: 'total' } });
});

test('a provider whose answer came in pieces is expected to begin the next one in time', async () => {
  const clock = virtualClock();
  const provider = acme(async ({ onResponse, onDelta }, _, n) => {
    if (n > 1) return forever();
    onResponse?.(HEAD);
    onDelta?.('x');
    return ANSWER;
  });
  const client = createClient({
    providers: new Map([['acme', provider]]),
    clock,
    router: { timeouts: TIMEOUTS, retries: 0 },
  });
  await clock.run(client.ask(REQUEST, NEVER));
  await expect(clock.run(client.ask(REQUEST, NEVER))).rejects.toMatchObject({ phase: 'connect' });
});

test('no ask outlives its deadline, and what a provider says later is dropped', async () => {
  const clock = virtualClock();
  const { error, ms } = await ask(
    async (_, own) => {
      await own.sleep(30_000);
      throw new Error('too late');
    },
    { clock, streams: false, options: { deadlineMs: 7000 } },
  );
  expect({ code: error?.code, ms }).toEqual({ code: 'model/timeout', ms: 7000 });
  // An unhandled rejection would fail this test.
  await clock.pass(60_000);
});

test('an answer without end is stopped and told of', async () => {
  let aborted = false;
  const { error } = await ask(async ({ onDelta, signal }, clock) => {
    signal.addEventListener('abort', () => {
      aborted = true;
    });
    for (;;) {
      onDelta?.('ha'.repeat(50));
      await clock.sleep(1);
    }
  });
  expect(error).toMatchObject({ code: 'model/oversized' });
  expect(error?.partial?.length).toBeLessThanOrEqual(1100);
  expect(aborted).toBe(true);
  const whole = await ask(async () => ({ ...ANSWER, text: 'x'.repeat(1001) }));
  expect(whole.error).toMatchObject({ code: 'model/oversized' });
});

test('a signal ends an ask at once, also when the provider does not look at it', async () => {
  const stop = new AbortController();
  const clock = virtualClock();
  const provider = acme(({ onDelta }) => {
    onDelta?.('half');
    setImmediate(() => stop.abort());
    return forever();
  });
  const client = createClient({ providers: new Map([['acme', provider]]), clock });
  await expect(client.ask(REQUEST, stop.signal)).rejects.toMatchObject({ code: 'run/aborted', partial: 'half' });
  expect(clock.sleeping()).toBe(0);
});

test.each<[string, unknown]>([
  ['an error of its own', Object.assign(new TypeError('secret sk-123'), { body: 'secret' })],
  ['a text', 'secret sk-123'],
  ['nothing', undefined],
])('%s that a provider throws tells nothing of what it holds', async (_, thrown) => {
  const { error } = await ask(async () => {
    throw thrown;
  });
  expect(error).toMatchObject({ code: 'model/rejected', attempts: [{ code: 'model/rejected' }] });
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('secret');
});

test('pieces are handed on as they come, and a listener that throws ends nothing', async () => {
  const pieces: string[] = [];
  const script: Script = async ({ onDelta }) => {
    for (const piece of ['a', '', 'b']) onDelta?.(piece);
    return ANSWER;
  };
  const onDelta = (text: string): never => {
    pieces.push(text);
    throw new Error('listener');
  };
  expect((await ask(script, { options: { onDelta } })).answer).toMatchObject({ text: 'x' });
  expect(pieces).toEqual(['a', 'b']);
});

test('ten thousand asks leave neither listeners nor timers', async () => {
  const clock = virtualClock();
  const signal = new AbortController().signal;
  const stop = new AbortController().signal;
  const provider = acme(async (_, __, n) => {
    if (n % 3 === 0) throw new TypeError('broken');
    return ANSWER;
  });
  const client = createClient({ providers: new Map([['acme', provider]]), clock, price: async () => null });
  for (let n = 0; n < 100; n += 1) {
    const asks = Array.from({ length: 100 }, () => client.ask(REQUEST, signal, { stop, deadlineMs: 1e6 }));
    await clock.run(Promise.allSettled(asks));
  }
  expect(provider.asked).toHaveLength(10_000);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  expect(getEventListeners(stop, 'abort')).toHaveLength(0);
  expect(clock.sleeping()).toBe(0);
});

interface How {
  readonly clock?: VirtualClock;
  readonly streams?: boolean;
  readonly options?: AskOptions;
}

/** Ask once, of a provider that answers by a script. */
async function ask(
  script: Script,
  { clock = virtualClock(), streams = true, options = {} }: How = {},
): Promise<{ readonly answer?: ModelAnswer; readonly error?: ModelError; readonly ms: number }> {
  const provider: Provider = { ...acme((call) => script(call, clock) as ReturnType<Provider['answer']>), streams };
  const client = createClient({
    providers: new Map([['acme', provider]]),
    clock,
    price: async () => ({ cost: { input: 1, output: 1 }, source: 'test', dated: '2026-01-01' }),
    router: { timeouts: TIMEOUTS, retries: 0, mostCharacters: 1000 },
  });
  const start = clock.elapsed();
  const outcome = client.ask(REQUEST, NEVER, options).then(
    (answer) => ({ answer }),
    (error: unknown) => {
      if (isModelError(error)) return { error };
      throw error;
    },
  );
  return { ...(await clock.run(outcome)), ms: clock.elapsed() - start };
}
