import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ErrorCode } from '../../core/index.ts';
import { ANSWER, acme, NEVER, REQUEST } from '../fixtures/requests.ts';
import { virtualClock } from '../fixtures/virtual-clock.ts';
import type { AskOptions } from '../model.ts';
import { isModelError, ModelError } from '../model-error.ts';
import type { RouterSettings } from '../settings.ts';
import { createClient } from './client.ts';

const CHAINS: Partial<RouterSettings> = {
  retries: 1,
  fallbacks: new Map([['acme/large', ['acme/peer', 'acme/third']]]),
  contextWindowFallbacks: new Map([['acme/large', ['acme/wide']]]),
  contentPolicyFallbacks: new Map([['acme/large', ['acme/frank']]]),
};

test.each<[ErrorCode, readonly string[]]>([
  ['model/rate-limited', ['acme/large', 'acme/large', 'acme/peer']],
  ['model/unavailable', ['acme/large', 'acme/large', 'acme/peer']],
  ['model/unreachable', ['acme/large', 'acme/large', 'acme/peer']],
  ['model/timeout', ['acme/large', 'acme/large', 'acme/peer']],
  ['model/interrupted', ['acme/large', 'acme/large', 'acme/peer']],
  ['model/quota', ['acme/large', 'acme/peer']],
  ['model/context-exceeded', ['acme/large', 'acme/wide']],
  ['model/refused', ['acme/large', 'acme/frank']],
  ['model/filtered', ['acme/large', 'acme/frank']],
])('after %s these are asked', async (code, asked) => {
  const told: unknown[] = [];
  const made = await ask({ 'acme/large': code }, { onFallback: (fallback) => told.push(fallback) });
  const to = asked.at(-1);
  expect(made.asked).toEqual(asked);
  expect(made.outcome).toMatchObject({ text: 'x', servedBy: to, attempts: asked.length });
  expect(told).toEqual([{ code, from: 'acme/large', to }]);
});

test.each<ErrorCode>([
  'model/rejected',
  'model/unknown',
  'model/unauthorized',
  'model/oversized',
  'model/unreadable',
  'model/cut-off',
])('%s is of our own making, and no other model is asked', async (code) => {
  const made = await ask({ 'acme/large': code });
  expect(made).toMatchObject({ asked: ['acme/large'], outcome: { code } });
});

test('an answer of the model that was asked names no other', async () => {
  expect((await ask({})).outcome).not.toHaveProperty('servedBy');
});

test('a fallback that fails passes on to the next, and the error tells of all requests', async () => {
  const { asked, outcome } = await ask({
    'acme/large': 'model/unavailable',
    'acme/peer': 'model/quota',
    'acme/third': 'model/timeout',
  });
  expect(asked).toEqual(['acme/large', 'acme/large', 'acme/peer', 'acme/third', 'acme/third']);
  expect(outcome).toMatchObject({ code: 'model/timeout', attempts: asked.map((model) => ({ model })) });
});

test('the kind of the last fault decides where to go on', async () => {
  const { asked } = await ask({ 'acme/large': 'model/quota', 'acme/peer': 'model/refused' });
  expect(asked).toEqual(['acme/large', 'acme/peer', 'acme/frank']);
});

test('no model is asked again in one chain, however the chains are tied', async () => {
  const names = fc.constantFrom('acme/large', 'acme/a', 'acme/b', 'acme/c');
  const chains = fc.array(fc.tuple(names, fc.array(names, { maxLength: 4 })));
  const codes = fc.constantFrom<ErrorCode>('model/quota', 'model/refused', 'model/context-exceeded');
  await fc.assert(
    fc.asyncProperty(chains, chains, chains, fc.array(codes, { minLength: 8 }), async (a, b, c, faults) => {
      const router = {
        fallbacks: new Map(a),
        contextWindowFallbacks: new Map(b),
        contentPolicyFallbacks: new Map(c),
      };
      const provider = acme((_, __, n) => new ModelError({ code: faults[n] ?? 'model/quota', message: 'a fault' }));
      const client = createClient({ providers: new Map([['acme', provider]]), router });
      const error: unknown = await client.ask(REQUEST, NEVER).catch((reason: unknown) => reason);
      expect(isModelError(error) && error.attempts.map(({ model }) => model)).toEqual(provider.asked);
      expect(new Set(provider.asked).size).toBe(provider.asked.length);
    }),
  );
});

test('once the run is to stop, no fallback is begun', async () => {
  const stop = new AbortController();
  const told: unknown[] = [];
  const provider = acme(() => {
    stop.abort();
    return new ModelError({ code: 'model/quota', message: 'empty' });
  });
  const client = createClient({ providers: new Map([['acme', provider]]), router: CHAINS });
  const asking = client.ask(REQUEST, NEVER, { stop: stop.signal, onFallback: (fallback) => told.push(fallback) });
  await expect(asking).rejects.toMatchObject({ code: 'run/aborted', attempts: [{ code: 'model/quota' }] });
  expect({ told, asked: provider.asked }).toEqual({ told: [], asked: ['acme/large'] });
});

test('a fallback whose provider nobody knows loses nothing of what was tried', async () => {
  const provider = acme(() => new ModelError({ code: 'model/quota', message: 'empty' }));
  const router = { fallbacks: new Map([['acme/large', ['nobody/x']]]) };
  const client = createClient({ providers: new Map([['acme', provider]]), router });
  const attempts = [{ model: 'acme/large', code: 'model/quota' }];
  await expect(client.ask(REQUEST, NEVER)).rejects.toMatchObject({ code: 'model/unknown', attempts });
});

test('a model that is put aside or has no turn is not asked again and again before its fallback', async () => {
  const clock = virtualClock();
  const provider = acme((_, { model }) =>
    model === 'acme/large' ? new ModelError({ code: 'model/unavailable', message: 'down' }) : Promise.resolve(ANSWER),
  );
  const router = { ...CHAINS, retries: 4, allowedFails: 2 };
  const client = createClient({ providers: new Map([['acme', provider]]), router, clock, price: async () => null });
  expect(await clock.run(client.ask(REQUEST, NEVER))).toMatchObject({ servedBy: 'acme/peer', attempts: 3 });
  const start = clock.elapsed();
  expect(await client.ask(REQUEST, NEVER)).toMatchObject({ servedBy: 'acme/peer', attempts: 1 });
  expect(clock.elapsed()).toBe(start);
});

test('a fallback is asked with its own output limit', async () => {
  const provider = acme((_, { model }) =>
    model === 'acme/large' ? new ModelError({ code: 'model/quota', message: 'empty' }) : Promise.resolve(ANSWER),
  );
  const limits: Record<string, number> = { 'acme/large': 9000, 'acme/peer': 500 };
  const client = createClient({
    providers: new Map([['acme', provider]]),
    router: CHAINS,
    modelInfo: (model) => ({ deployment: model, limits: {}, ...(limits[model] ? { output: limits[model] } : {}) }),
  });
  await client.ask({ ...REQUEST, params: { temperature: 0.5, maxOutputTokens: 9000 } }, NEVER);
  expect(provider.requests[1]).toEqual({
    ...REQUEST,
    model: 'acme/peer',
    params: { temperature: 0.5, maxOutputTokens: 500 },
  });
});

/** Ask `acme/large`, of models that always fail like this. */
async function ask(
  codes: Readonly<Record<string, ErrorCode>>,
  options: AskOptions = {},
): Promise<{ readonly asked: readonly string[]; readonly outcome: unknown }> {
  const clock = virtualClock();
  const provider = acme((_, { model }) => {
    const code = codes[model];
    return code === undefined ? Promise.resolve(ANSWER) : new ModelError({ code, message: 'a fault' });
  });
  const client = createClient({
    providers: new Map([['acme', provider]]),
    router: CHAINS,
    clock,
    price: async () => null,
  });
  const outcome = await clock.run(client.ask(REQUEST, NEVER, options).catch((error: unknown) => error));
  return { asked: provider.asked, outcome };
}
