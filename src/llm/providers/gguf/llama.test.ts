import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { CardsAnswer } from '../../../generators/cards.ts';
import { writeTinyModel } from '../../../testing/gguf-model.ts';
import { createClient } from '../../client/client.ts';
import type { ModelRequest, Provider } from '../../model.ts';
import { answerSchema } from '../../read/answer-schema.ts';
import { readAnswer } from '../../read/read.ts';
import { findLlama } from './fixtures/find-llama.ts';
import { type GgufOptions, ggufProvider } from './gguf-provider.ts';

const llama = findLlama();
if (llama === undefined) {
  console.warn('skipped: tests with llama.cpp. Install node-llama-cpp, or name its folder in SCRIPTGEN_TEST_LLAMA.');
}

const schema = CardsAnswer({
  ...{ characters: ['MARA', 'JONAH'], settings: ['HARBOR', 'LEDGER OFFICE'], plots: ['The drowned ledger'] },
  ...{ sequences: [1], sequence: 0, structure: [] },
  beats: { sequences: [], beats: [], plants: [], reveals: [] },
});
const request: ModelRequest = {
  model: 'local/tiny',
  params: { maxOutputTokens: 3000 },
  messages: [
    { role: 'system', content: 'You plan scenes.' },
    { role: 'user', content: 'Plan one scene in the harbor.' },
  ],
  schema: answerSchema(schema),
  task: { name: 'outline.cards', input: {} },
};
/** An answer without an end. */
const endless: ModelRequest = {
  ...request,
  schema: { type: 'array', items: { type: 'string' }, minItems: 1000 },
  params: {},
};

describe.skipIf(llama === undefined)('with llama.cpp', () => {
  let dir = '';
  let file = '';
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'scriptgen-gguf-'));
    file = join(dir, 'tiny.gguf');
    await writeTinyModel(file, { contextLength: 8192 });
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  const providerOf = (options: GgufOptions = {}, context = 8192): Provider => {
    const models = new Map([['tiny', { context }]]);
    const spec = { name: 'local', npm: 'node-llama-cpp', file, models } as const;
    const provider = ggufProvider(spec, { ...llama, threads: 1, ...options });
    onTestFinished(async () => provider.close?.());
    return provider;
  };
  const signal = new AbortController().signal;

  test('a scene card is written that its schema accepts', async () => {
    const client = createClient({ providers: new Map([['local', providerOf()]]) });
    // Weights by chance may write an empty line, which no grammar forbids: ask again, as a step does.
    for (let take = 0; take < 5; take += 1) {
      const answer = await client.ask(request, signal);
      const reading = readAnswer(answer.text, schema, answer);
      if (!reading.ok) continue;
      expect(reading.value.cards).toHaveLength(1);
      expect(answer.finishReason).toBe('stop');
      expect(answer.usage.inputTokens).toBeGreaterThan(1000);
      expect(answer.usage.outputTokens).toBeGreaterThan(100);
      return;
    }
    expect.fail('no answer could be read');
  });

  test('the text comes in pieces, and what was read before is not read again', async () => {
    const provider = providerOf();
    const pieces: string[] = [];
    const first = await provider.answer(request, { signal, onDelta: (text) => pieces.push(text) });
    expect(pieces.join('')).toBe(first.text);
    expect(pieces.filter((piece) => piece !== '').length).toBeGreaterThan(50);
    expect(pieces[0]).toBe('');
    expect(first.firstTokenMs).toBeGreaterThan(0);
    expect(first.usage.cachedTokens).toBe(0);
    const second = await provider.answer(request, { signal });
    expect(second.usage.cachedTokens).toBeGreaterThan(1000);
    expect(second.usage.inputTokens).toBe(first.usage.inputTokens);
  });

  test('the same seed writes the same text, in another process and in one that has answered before', async () => {
    const [one, other] = [providerOf({ seed: 7 }), providerOf({ seed: 7 })];
    const { text } = await one.answer(request, { signal });
    expect((await one.answer(request, { signal })).text).toBe(text);
    expect((await other.answer(request, { signal })).text).toBe(text);
    expect((await providerOf({ seed: 8 }).answer(request, { signal })).text).not.toBe(text);
  });

  test('an answer that reaches its limit says so', async () => {
    const short = { ...request, params: { maxOutputTokens: 10 } };
    const answer = await providerOf().answer(short, { signal });
    expect(answer).toMatchObject({ finishReason: 'length', usage: { outputTokens: 10 } });
  });

  test('an answer that fills the context ends there', async () => {
    const { finishReason, usage } = await providerOf({}, 1024).answer(endless, { signal });
    expect(finishReason).toBe('length');
    expect(usage.inputTokens + usage.outputTokens).toBe(1024);
  });

  test('a prompt that the context cannot hold is refused, and the next is answered', async () => {
    const provider = providerOf({}, 1024);
    const long = { ...endless, messages: [{ role: 'user', content: 'harbor '.repeat(1000) }] } as const;
    const refused = { code: 'model/context-exceeded', message: expect.stringMatching(/\d{4} tokens.* 1024 at most/) };
    await expect(provider.answer(long, { signal })).rejects.toMatchObject(refused);
    const after = { ...endless, params: { maxOutputTokens: 5 } };
    expect(await provider.answer(after, { signal })).toMatchObject({ finishReason: 'length' });
  });

  test('an answer that is stopped ends, and the same process answers the next', async () => {
    const provider = providerOf();
    const stop = new AbortController();
    const stopped = provider.answer(endless, { signal: stop.signal, onDelta: (text) => text && stop.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'run/aborted' });
    const { usage } = await provider.answer({ ...endless, params: { maxOutputTokens: 5 } }, { signal });
    // Only a process that has read the prompt before has it still.
    expect(usage.cachedTokens).toBeGreaterThan(50);
  });

  test('a process that is killed in the middle of an answer is told, and the next attempt is answered by another', async () => {
    const provider = providerOf({ entry: join(import.meta.dirname, 'fixtures', 'dying-child.ts') });
    const failed = { code: 'model/unavailable', message: expect.stringContaining('killed') };
    await expect(provider.answer(request, { signal })).rejects.toMatchObject({
      ...failed,
      partial: expect.stringMatching(/^{/),
    });

    const again = providerOf({ entry: join(import.meta.dirname, 'fixtures', 'dying-child.ts') });
    const client = createClient({ providers: new Map([['local', again]]), router: { baseMs: 1 } });
    expect(await client.ask(request, signal)).toMatchObject({ attempts: 2, finishReason: 'stop' });
  });

  test('where decoding is not to be held to the schema, the model writes what it wants', async () => {
    const free = { ...request, params: { maxOutputTokens: 200 } };
    const { text } = await providerOf().answer(free, { signal, structuredOutput: 'none' });
    expect(() => JSON.parse(text)).toThrow();
  });

  test('a model without a chat template answers too', async () => {
    const plain = join(dir, 'plain.gguf');
    await writeTinyModel(plain, { chatTemplate: null });
    const spec = { name: 'local', npm: 'node-llama-cpp', file: plain, models: new Map() } as const;
    const provider = ggufProvider(spec, { ...llama, threads: 1 });
    onTestFinished(async () => provider.close?.());
    const answer = await provider.answer({ ...endless, params: { maxOutputTokens: 20 } }, { signal });
    expect(answer.text).toMatch(/^\[/);
  });

  test('a file that was cut off is told as such', async () => {
    const cut = join(dir, 'cut.gguf');
    await writeTinyModel(cut);
    const handle = await open(cut, 'r+');
    await handle.truncate(200_000);
    await handle.close();
    const spec = { name: 'local', npm: 'node-llama-cpp', file: cut, models: new Map() } as const;
    const provider = ggufProvider(spec, { ...llama, threads: 1 });
    onTestFinished(async () => provider.close?.());
    const told = { code: 'config/invalid', message: expect.stringContaining('not complete') };
    await expect(provider.answer(request, { signal })).rejects.toMatchObject(told);
  });
});
