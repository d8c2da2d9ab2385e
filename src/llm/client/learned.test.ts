import { expect, test } from 'vitest';
import { ANSWER, acme, NEVER, REQUEST } from '../fixtures/requests.ts';
import type { LlmClient } from '../model.ts';
import { ModelError } from '../model-error.ts';
import type { ModelFacts, ModelMemory } from '../model-memory.ts';
import { createClient } from './client.ts';
import { createLearned } from './learned.ts';

test('the factor of a model goes to what its answers say', async () => {
  const learned = createLearned();
  await learned.ready();
  expect(learned.tokenFactor('a/b')).toBe(1);
  learned.learnTokens('a/b', 1000, 1300);
  expect(learned.tokenFactor('a/b')).toBeCloseTo(1.3);
  for (let n = 0; n < 40; n += 1) learned.learnTokens('a/b', 1000, 900);
  expect(learned.tokenFactor('a/b')).toBeCloseTo(0.9, 2);
  expect(learned.tokenFactor('a/c')).toBe(1);
});

test('answers that are no evidence teach nothing', async () => {
  const learned = createLearned();
  learned.learnTokens('a/b', 10, 100);
  learned.learnTokens('a/b', 1000, 0);
  expect(learned.tokenFactor('a/b')).toBe(1);
  learned.learnTokens('a/b', 1000, 1_000_000);
  expect(learned.tokenFactor('a/b')).toBeLessThanOrEqual(4);
});

test('a factor is saved when it has moved, and not with every answer', async () => {
  const { memory, saved } = memoryOf();
  const learned = createLearned(memory);
  await learned.ready();
  for (let n = 0; n < 1000; n += 1) learned.learnTokens('a/b', 1000, n % 2 ? 1290 : 1310);
  expect(saved).toEqual([['a/b', { tokenFactor: 1.31 }]]);
  for (let n = 0; n < 1000; n += 1) learned.learnTokens('a/b', 1000, 900);
  expect(saved.length).toBeGreaterThan(2);
  expect(saved.length).toBeLessThan(12);
  expect(saved.at(-1)?.[1].tokenFactor).toBeCloseTo(0.9, 1);
});

test('what was learned before is there, and a memory that fails costs no answer', async () => {
  const { memory } = memoryOf(new Map([['acme/large', { tokenFactor: 2 }]]));
  const learned = createLearned(memory);
  await learned.ready();
  expect(learned.tokenFactor('acme/large')).toBe(2);

  const broken: ModelMemory = {
    load: async () => Promise.reject(new Error('damaged')),
    save: async () => Promise.reject(new Error('full')),
  };
  const long = { ...REQUEST, messages: [{ role: 'user' as const, content: 'word '.repeat(500) }] };
  const answer = { ...ANSWER, usage: { ...ANSWER.usage, inputTokens: 900 } };
  const client = createClient({ providers: new Map([['acme', acme(async () => answer)]]), memory: broken });
  expect(await client.ask(long, NEVER)).toMatchObject({ text: 'x' });
});

test('a prompt that is surely too long is not sent, and one that may fit is', async () => {
  const provider = acme(async () => ANSWER);
  const words = (count: number): typeof REQUEST => ({
    ...REQUEST,
    messages: [{ role: 'user', content: 'word '.repeat(count) }],
  });
  const client = createClient({
    providers: new Map([['acme', provider]]),
    modelInfo: (model) => ({ deployment: model, limits: {}, context: 1000 }),
  });
  await expect(client.ask(words(1300), NEVER)).rejects.toMatchObject({ code: 'model/context-exceeded', attempts: [] });
  expect(provider.asked).toEqual([]);
  expect(await client.ask(words(1100), NEVER)).toMatchObject({ text: 'x' });
});

test('how a prompt is measured follows what the model counted', async () => {
  const provider = acme(async () => ({ ...ANSWER, usage: { ...ANSWER.usage, inputTokens: 2000 } }));
  const client = createClient({
    providers: new Map([['acme', provider]]),
    modelInfo: (model) => ({ deployment: model, limits: {}, context: 1500 }),
  });
  const request = { ...REQUEST, messages: [{ role: 'user' as const, content: 'word '.repeat(1000) }] };
  await client.ask(request, NEVER);
  await expect(client.ask(request, NEVER)).rejects.toMatchObject({ code: 'model/context-exceeded' });
});

test('where the schema is refused it is asked for a step lower, and never tried again', async () => {
  const { memory, saved } = memoryOf();
  const { client, ways } = choosy(['none'], memory);
  expect(await client.ask(REQUEST, NEVER)).toMatchObject({ text: 'x', attempts: 3 });
  expect(await client.ask(REQUEST, NEVER)).toMatchObject({ attempts: 1 });
  expect(ways).toEqual([undefined, 'json_object', 'none', 'none']);
  expect(saved).toEqual([['acme/large', { structuredOutput: 'none' }]]);

  const next = choosy(['none'], memory);
  await next.client.ask(REQUEST, NEVER);
  expect(next.ways).toEqual(['none']);
});

test('a model that refuses every way fails with what it said last', async () => {
  const { client, ways } = choosy([]);
  await expect(client.ask(REQUEST, NEVER)).rejects.toMatchObject({ code: 'model/schema-rejected' });
  expect(ways).toEqual([undefined, 'json_object', 'none']);
});

test('a refusal of what is asked for shows that the way of asking was taken', async () => {
  const { client, ways } = choosy(['json_object'], undefined, new ModelError({ code: 'model/refused', message: 'no' }));
  for (let n = 0; n < 2; n += 1) {
    await expect(client.ask(REQUEST, NEVER)).rejects.toMatchObject({ code: 'model/refused' });
  }
  expect(ways).toEqual([undefined, 'json_object', 'json_object']);
});

/** A model that takes only these ways of asking. */
function choosy(
  taken: readonly (string | undefined)[],
  memory?: ModelMemory,
  then?: ModelError,
): { readonly client: LlmClient; readonly ways: readonly (string | undefined)[] } {
  const ways: (string | undefined)[] = [];
  const provider = acme(async ({ structuredOutput }) => {
    ways.push(structuredOutput);
    if (!taken.includes(structuredOutput))
      throw new ModelError({ code: 'model/schema-rejected', message: 'no schema' });
    if (then !== undefined) throw then;
    return ANSWER;
  });
  const providers = new Map([['acme', provider]]);
  return { client: createClient({ providers, ...(memory === undefined ? {} : { memory }) }), ways };
}

function memoryOf(known: Map<string, ModelFacts> = new Map()): {
  readonly memory: ModelMemory;
  readonly saved: readonly (readonly [string, ModelFacts])[];
} {
  const saved: [string, ModelFacts][] = [];
  return {
    saved,
    memory: {
      load: async () => known,
      save: async (model, facts) => {
        saved.push([model, facts]);
        known.set(model, { ...known.get(model), ...facts });
      },
    },
  };
}
