import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4Usage } from '@ai-sdk/provider';
import { afterEach, expect, test } from 'vitest';
import { type FaultServer, type FaultServerOptions, SPLIT_MODES, startFaultServer } from '../index.ts';
import { MODELS } from './fixtures/models.ts';

/** Characters of one to four bytes, one of them of two code units and one of several code points. */
const ANSWER = { title: 'Fährüber “Nacht” 🚢 👩🏽‍🚀', lines: ['a\r\nb', 'data: [DONE]', '漢字かな'] };
const THINKING = 'Überlegung: 🤔 was zuerst?';
const PROMPT: LanguageModelV4CallOptions['prompt'] = [
  { role: 'system', content: 'You write.' },
  { role: 'user', content: [{ type: 'text', text: 'A title, please.' }] },
];
const SCHEMA = {
  type: 'object',
  properties: { title: { type: 'string' }, lines: { type: 'array', items: { type: 'string' } } },
  required: ['title', 'lines'],
  additionalProperties: false,
} as const;
const OPTIONS: LanguageModelV4CallOptions = {
  prompt: PROMPT,
  maxOutputTokens: 900,
  responseFormat: { type: 'json', schema: SCHEMA, name: 'answer' },
};
const USAGE = { inputTokens: 4000, outputTokens: 300, cachedTokens: 1024, reasoningTokens: 120 };

let server: FaultServer | undefined;
afterEach(() => server?.close());

const CASES = Object.keys(MODELS);

async function open(name: string, options: FaultServerOptions = {}): Promise<LanguageModelV4> {
  server = await startFaultServer({ pretend: name === 'mistral' ? 'mistral' : 'any', answer: ANSWER, ...options });
  const make = MODELS[name];
  if (make === undefined) throw new Error(name);
  return make(server.baseUrls);
}

interface Read {
  readonly text: string;
  readonly thinking: string;
  readonly finish: string | undefined;
  readonly usage: LanguageModelV4Usage | undefined;
}

async function readWhole(model: LanguageModelV4): Promise<Read> {
  const { content, finishReason, usage } = await model.doGenerate(OPTIONS);
  const textOf = (type: 'text' | 'reasoning'): string =>
    content.map((part) => (part.type === type ? part.text : '')).join('');
  return { text: textOf('text'), thinking: textOf('reasoning'), finish: finishReason.unified, usage };
}

async function readStream(model: LanguageModelV4): Promise<Read> {
  const { stream } = await model.doStream(OPTIONS);
  let read: Read = { text: '', thinking: '', finish: undefined, usage: undefined };
  for await (const part of stream) {
    if (part.type === 'text-delta') read = { ...read, text: read.text + part.delta };
    if (part.type === 'reasoning-delta') read = { ...read, thinking: read.thinking + part.delta };
    if (part.type === 'error') throw part.error;
    if (part.type === 'finish') read = { ...read, finish: part.finishReason.unified, usage: part.usage };
  }
  return read;
}

const READS = { whole: readWhole, stream: readStream };
const WAYS = ['whole', 'stream'] as const;

test.each(CASES.flatMap((name) => WAYS.map((way) => [name, way] as const)))(
  '%s, %s: the answer is read under every way to cut it',
  async (name, way) => {
    const model = await open(name, { split: ({ n }) => SPLIT_MODES[n - 1] });
    for (const mode of SPLIT_MODES) {
      const { text, finish } = await READS[way](model);
      expect(JSON.parse(text), mode).toEqual(ANSWER);
      expect(finish, mode).toBe('stop');
    }
    expect(server?.questions.map(({ stream, format }) => [stream, format])).toEqual(
      SPLIT_MODES.map(() => [
        way === 'stream',
        expect.stringMatching(name === 'openai-compatible' ? 'openai-chat' : (name.split(',')[0] ?? '')),
      ]),
    );
  },
);

test.each(CASES.flatMap((name) => WAYS.map((way) => [name, way] as const)))(
  '%s, %s: tokens are told as the provider tells them',
  async (name, way) => {
    const { usage } = await READS[way](await open(name, { usage: USAGE }));
    expect(usage?.inputTokens).toMatchObject({ total: 4000, noCache: 2976, cacheRead: 1024 });
    expect(usage?.outputTokens.total).toBe(300);
    // Mistral's own package does not read the tokens of thinking.
    if (name !== 'mistral') expect(usage?.outputTokens.reasoning).toBe(120);
    expect(server?.questions[0]?.charged).toEqual({ inputTokens: 4000, outputTokens: 300 });
  },
);

test.each(CASES.flatMap((name) => WAYS.map((way) => [name, way] as const)))(
  '%s, %s: thinking comes before the answer and is counted',
  async (name, way) => {
    const { text, thinking, usage } = await READS[way](await open(name, { thinking: THINKING }));
    expect(JSON.parse(text)).toEqual(ANSWER);
    // OpenAI's chat completions have no thinking in them; its package skips what other servers send.
    if (name !== 'openai-chat') expect(thinking).toBe(THINKING);
    if (name !== 'mistral') expect(usage?.outputTokens.reasoning).toBe(Math.ceil(THINKING.length / 4));
  },
);

test('Anthropic is told which input was written to its cache, for how long, and later read from it', async () => {
  const model = await open('anthropic');
  const system = (text: string, ttl: '5m' | '1h') => ({
    role: 'system' as const,
    content: text.repeat(800),
    providerOptions: { anthropic: { cacheControl: { type: 'ephemeral', ttl } } },
  });
  const ask = (text: string) =>
    model.doGenerate({
      prompt: [system('bible ', '1h'), system('scene ', '5m'), { role: 'user', content: [{ type: 'text', text }] }],
    });
  const first = (await ask('one')).usage;
  const second = (await ask('two')).usage;
  const { cacheWrite = 0, cacheRead, noCache = 0, total = 0 } = first.inputTokens;
  expect(cacheRead).toBe(0);
  expect(cacheWrite).toBeGreaterThan(2000);
  expect(noCache + cacheWrite).toBe(total);
  const parts = first.raw as { cache_creation?: Record<string, number> } | undefined;
  const { ephemeral_5m_input_tokens: minutes = 0, ephemeral_1h_input_tokens: hour = 0 } = parts?.cache_creation ?? {};
  expect([minutes > 1000, hour > 1000, minutes + hour]).toEqual([true, true, cacheWrite]);
  expect(second.inputTokens).toMatchObject({ cacheRead: cacheWrite, cacheWrite: 0 });
});

test.each(CASES)('%s: an answer without one given is what the schema admits, and the same again', async (name) => {
  const model = await open(name, { answer: () => undefined });
  const [first, second] = [await readWhole(model), await readStream(model)];
  expect(JSON.parse(first.text)).toEqual({ title: expect.any(String), lines: expect.any(Array) });
  // Whether it streams stands in the body: two bodies, two answers. In Google's the path says it.
  if (name === 'google') expect(second.text).toBe(first.text);
  expect((await readWhole(model)).text).toBe(first.text);
});
