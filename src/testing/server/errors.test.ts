import { APICallError, type LanguageModelV4, type LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { afterEach, expect, test } from 'vitest';
import { type FaultServer, type FaultServerOptions, startFaultServer, type WireError } from '../index.ts';
import { WIRES } from '../wire/wires.ts';
import { MODELS } from './fixtures/models.ts';

const OPTIONS: LanguageModelV4CallOptions = {
  prompt: [{ role: 'user', content: [{ type: 'text', text: 'A title, please.' }] }],
  maxOutputTokens: 900,
};
const FORMATS = ['openai-chat', 'openai-responses', 'anthropic', 'google', 'mistral'] as const;
const ERRORS: readonly WireError[] = [
  ...(['rate-limit', 'quota', 'server', 'unavailable', 'overloaded', 'timeout', 'wrong-key'] as const),
  ...(['revoked-key', 'unknown-model', 'context-length', 'schema-rejected', 'bad-request'] as const),
];

let server: FaultServer | undefined;
afterEach(() => server?.close());

async function open(format: string, options: FaultServerOptions): Promise<LanguageModelV4> {
  server = await startFaultServer({ pretend: format === 'mistral' ? 'mistral' : 'any', ...options });
  const make = MODELS[format];
  if (make === undefined) throw new Error(format);
  return make(server.baseUrls);
}

test.each(FORMATS)('%s: its own package reads what every error says', async (format) => {
  let current: WireError = 'server';
  const model = await open(format, { faults: () => ({ type: 'error', error: current }) });
  for (current of ERRORS) {
    const error: unknown = await Promise.resolve(model.doGenerate(OPTIONS)).catch((reason: unknown) => reason);
    if (!APICallError.isInstance(error)) throw new Error(`${current}: ${String(error)}`);
    const { status, body } = WIRES[format].error(current, { model: model.modelId });
    expect([error.statusCode, JSON.stringify(body)], current).toEqual([
      status,
      expect.stringContaining(jsonOf(error.message)),
    ]);
    // The package fell back to the status text if the body was not in the provider's shape.
    expect(error.data, current).toBeDefined();
  }
});

function jsonOf(message: string): string {
  return JSON.stringify(message).slice(1, -1);
}

test.each(FORMATS)('%s: an error in the middle of a stream comes after text', async (format) => {
  const model = await open(format, {
    scenario: 'error-event',
    answer: 'A long enough answer, of several pieces of text.',
  });
  const { stream } = await model.doStream(OPTIONS);
  const types: string[] = [];
  for await (const part of stream) types.push(part.type);
  expect(types.indexOf('text-delta')).toBeGreaterThan(0);
  expect(types.indexOf('error')).toBeGreaterThan(types.lastIndexOf('text-delta'));
});

test.each([
  ['openai-chat', 'length', 'length'],
  ['openai-chat', 'content-filter', 'content-filter'],
  ['openai-chat', 'refusal', 'content-filter'],
  ['openai-responses', 'length', 'length'],
  ['openai-responses', 'content-filter', 'content-filter'],
  ['openai-responses', 'refusal', 'content-filter'],
  ['anthropic', 'length', 'length'],
  ['anthropic', 'refusal', 'content-filter'],
  ['google', 'length', 'length'],
  ['google', 'content-filter', 'content-filter'],
  ['google', 'prompt-blocked', 'content-filter'],
  ['mistral', 'length', 'length'],
] as const)('%s: %s ends with %s, whole and streamed', async (format, scenario, finish) => {
  const model = await open(format, { scenario });
  expect((await model.doGenerate(OPTIONS)).finishReason.unified).toBe(finish);
  const { stream } = await model.doStream(OPTIONS);
  let streamed: string | undefined;
  for await (const part of stream) if (part.type === 'finish') streamed = part.finishReason.unified;
  expect(streamed).toBe(finish);
});
