import { expect, test } from 'vitest';
import { ScriptGenError } from '../core/index.ts';
import { scriptedModel } from '../testing/index.ts';
import { createClient } from './client.ts';
import type { ModelRequest, Provider } from './model.ts';

const REQUEST: ModelRequest = {
  model: 'scripted/org/model',
  params: {},
  messages: [{ role: 'user', content: 'Question?' }],
  schema: {},
  task: { name: 't', input: {} },
};
const NEVER = new AbortController().signal;

test('the provider is the part before the first slash, and is given the whole request', async () => {
  const model = scriptedModel(() => ({ a: 1 }));
  const answer = await createClient({ providers: byName(model) }).ask(REQUEST, NEVER);
  expect(answer).toMatchObject({ text: '{"a":1}', attempts: 1, cost: null });
  expect(model.requests).toEqual([REQUEST]);
});

test('what is no language model costs nothing, and its name needs no slash', async () => {
  const writer: Provider = { ...scriptedModel(() => 'x', { name: 'offline-writer@1' }), isLanguageModel: false };
  const client = createClient({ providers: byName(writer), price: async () => 7 });
  expect(await client.ask({ ...REQUEST, model: 'offline-writer@1' }, NEVER)).toMatchObject({ cost: 0 });
});

test('a price list that fails does not lose an answer that is paid', async () => {
  const price = async (): Promise<number> => Promise.reject(new Error('no list'));
  const client = createClient({ providers: byName(scriptedModel(() => 'x')), price });
  expect(await client.ask(REQUEST, NEVER)).toMatchObject({ text: 'x', cost: null });
});

test('a stop ends the wait for a retry, which the model does not see', async () => {
  const stop = new AbortController();
  const failing = scriptedModel(() => new ScriptGenError({ code: 'model/unavailable', message: 'down' }));
  const sleep = async (_: number, signal: AbortSignal): Promise<void> => {
    stop.abort();
    signal.throwIfAborted();
  };
  const client = createClient({ providers: byName(failing), retry: { sleep } });
  await expect(client.ask(REQUEST, NEVER, { stop: stop.signal })).rejects.toMatchObject({ code: 'run/aborted' });
  expect(failing.requests).toHaveLength(1);
});

test('a stop leaves a request in flight alone', async () => {
  const stop = new AbortController();
  const model = scriptedModel(() => {
    stop.abort();
    return 'x';
  });
  const client = createClient({ providers: byName(model) });
  expect(await client.ask(REQUEST, NEVER, { stop: stop.signal })).toMatchObject({ text: 'x' });
});

function byName(provider: Provider): ReadonlyMap<string, Provider> {
  return new Map([[provider.name, provider]]);
}
