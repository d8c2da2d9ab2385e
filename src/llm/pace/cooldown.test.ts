import { expect, test } from 'vitest';
import { createClient } from '../client/client.ts';
import { ANSWER, acme, NEVER, REQUEST } from '../fixtures/requests.ts';
import { type VirtualClock, virtualClock } from '../fixtures/virtual-clock.ts';
import type { AskOptions, Completion, LlmClient, ProviderCall } from '../model.ts';
import { ModelError } from '../model-error.ts';
import type { RouterSettings } from '../settings.ts';

const PEER = { fallbacks: new Map([['acme/large', ['acme/peer']]]) };

test('after faults in a row a deployment is put aside, and others are asked in its place', async () => {
  const { ask, asked } = setUp(PEER);
  for (let n = 0; n < 3; n += 1) await ask();
  expect(asked.filter((model) => model === 'acme/large')).toHaveLength(3);
  expect(await ask()).toMatchObject({ servedBy: 'acme/peer', attempts: 1 });
  expect(asked.filter((model) => model === 'acme/large')).toHaveLength(3);
});

test('it is asked again after its time, and put aside again by one fault', async () => {
  const { ask, asked, clock } = setUp(PEER);
  for (let n = 0; n < 3; n += 1) await ask();
  await clock.pass(30_000);
  await ask();
  expect(asked.slice(-2)).toEqual(['acme/large', 'acme/peer']);
  await ask();
  expect(asked.at(-2)).toBe('acme/peer');
});

test('one request at a time finds out whether it is back; then all go through', async () => {
  const { ask, asked, clock, heal } = setUp(PEER, async (_, own) => {
    await own.sleep(1000);
  });
  for (let n = 0; n < 3; n += 1) await ask();
  await clock.pass(30_000);
  heal();
  const before = asked.length;
  await clock.run(Promise.all(Array.from({ length: 5 }, () => ask(false))));
  expect(asked.slice(before).toSorted()).toEqual(['acme/large', ...Array.from({ length: 4 }, () => 'acme/peer')]);
  expect(await ask()).not.toHaveProperty('servedBy');
});

test('without a fallback it is waited for, as long as the deadline allows', async () => {
  const { ask, asked, clock, heal } = setUp();
  for (let n = 0; n < 3; n += 1) await ask().catch(() => undefined);
  const start = clock.elapsed();
  const error: unknown = await ask(true, { deadlineMs: 10_000 }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'model/unavailable', attempts: [] });
  expect(clock.elapsed()).toBe(start);
  heal();
  const answers = await clock.run(Promise.all(Array.from({ length: 6 }, () => ask(false))));
  expect(answers).toHaveLength(6);
  expect(answers[0]).toMatchObject({ waitedMs: 30_000 });
  expect(asked).toHaveLength(9);
});

test('a fault between answers puts nothing aside', async () => {
  let n = 0;
  const clock = virtualClock();
  const provider = acme(() => {
    n += 1;
    return n % 3 === 0 ? Promise.resolve(ANSWER) : new ModelError({ code: 'model/unavailable', message: 'down' });
  });
  const client = createClient({
    providers: new Map([['acme', provider]]),
    clock,
    router: { ...PEER, allowedFails: 3, retries: 0 },
  });
  for (let asks = 0; asks < 9; asks += 1) await clock.run(client.ask(REQUEST, NEVER)).catch(() => undefined);
  expect(provider.asked.filter((model) => model === 'acme/large').length).toBeGreaterThan(6);
});

test('who waited for a turn while it was put aside is served by another', async () => {
  const clock = virtualClock();
  const provider = acme(async (_, { model }) => {
    await clock.sleep(1000);
    if (model === 'acme/large') throw new ModelError({ code: 'model/unavailable', message: 'down' });
    return ANSWER;
  });
  const client = createClient({
    providers: new Map([['acme', provider]]),
    clock,
    router: { ...PEER, allowedFails: 1, retries: 0 },
    modelInfo: (model) => ({ deployment: model, limits: { maxParallel: 1 } }),
  });
  await clock.run(Promise.all([client.ask(REQUEST, NEVER), client.ask(REQUEST, NEVER)]));
  expect(provider.asked).toEqual(['acme/large', 'acme/peer', 'acme/peer']);
});

test('requests that fail together are one fault', async () => {
  const { ask, asked, clock } = setUp(PEER, async (_, own) => {
    await own.sleep(1000);
  });
  await clock.run(Promise.all(Array.from({ length: 4 }, () => ask(false))));
  await ask();
  expect(asked.filter((model) => model === 'acme/large')).toHaveLength(5);
});

test('refusals are answers: they put nothing aside', async () => {
  const { ask, asked } = setUp({}, async () => {
    throw new ModelError({ code: 'model/refused', message: 'no' });
  });
  for (let n = 0; n < 9; n += 1) await ask().catch(() => undefined);
  expect(asked).toHaveLength(9);
});

test('an aborted probe lets the next one find out', async () => {
  const { client, ask, asked, clock, heal } = setUp({}, async (call, own) => {
    await own.sleep(1000, call.signal);
  });
  for (let n = 0; n < 3; n += 1) await ask().catch(() => undefined);
  await clock.pass(30_000);
  heal();
  const stop = new AbortController();
  const probe = client.ask(REQUEST, stop.signal).catch((error: unknown) => error);
  setImmediate(() => stop.abort());
  const next = ask(false);
  expect(await clock.run(Promise.all([probe, next]))).toMatchObject([{ code: 'run/aborted' }, { text: 'x' }]);
  expect(asked).toHaveLength(5);
});

interface SetUp {
  readonly client: LlmClient;
  readonly clock: VirtualClock;
  readonly asked: readonly string[];
  readonly heal: () => void;
  readonly ask: (runs?: boolean, options?: AskOptions) => Promise<unknown>;
}

/** A client whose model `acme/large` is down until it is healed; three faults put it aside for 30 s. */
function setUp(
  router: Partial<RouterSettings> = {},
  before: (call: ProviderCall, clock: VirtualClock) => Promise<void> = async () => undefined,
): SetUp {
  const clock = virtualClock();
  let isDown = true;
  const answer = async (call: ProviderCall, model: string): Promise<Completion> => {
    await before(call, clock);
    if (isDown && model === 'acme/large') throw new ModelError({ code: 'model/unavailable', message: 'down' });
    return ANSWER;
  };
  const provider = acme(async (call, { model }) => answer(call, model));
  const settings = { allowedFails: 3, cooldownMs: 30_000, retries: 0, ...router };
  const client = createClient({
    providers: new Map([['acme', provider]]),
    router: settings,
    clock,
    price: async () => null,
  });
  return {
    client,
    clock,
    asked: provider.asked,
    heal: () => {
      isDown = false;
    },
    ask: async (runs = true, options = {}) => {
      const asking = client.ask(REQUEST, NEVER, options);
      return runs ? clock.run(asking) : asking;
    },
  };
}
