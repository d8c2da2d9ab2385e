import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isModelError } from '../model-error.ts';
import { outcomeOf, REQUEST } from './fixtures/asking.ts';
import { startWire, stream } from './fixtures/wire-server.ts';
import { OPENAI_COMPATIBLE } from './openai-compatible.ts';
import { sdkProvider } from './sdk-provider.ts';

/** Something absent, or one of these. */
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
  fc.oneof({ weight: 3, arbitrary: value }, fc.constantFrom(null, undefined));

const TEXT = fc.constantFrom('', '{"title":', '"Fé\u{1F600}"}', 'a\nb');
const PARTS = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('text'), text: TEXT }),
    fc.record({ type: fc.constant('thinking'), thinking: fc.constant([{ type: 'text', text: 'Hm.' }]) }),
  ),
  { maxLength: 2 },
);
const DELTA = fc.record({
  role: maybe(fc.constant('assistant')),
  content: maybe(fc.oneof({ weight: 4, arbitrary: TEXT }, PARTS)),
  refusal: fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, fc.constantFrom(null, '', 'I cannot.')),
  reasoning_content: maybe(fc.constantFrom('', 'Hm.')),
});
const USAGE = fc.record({
  prompt_tokens: fc.nat(2000),
  completion_tokens: fc.nat(200),
  total_tokens: maybe(fc.nat(3000)),
  prompt_tokens_details: maybe(fc.record({ cached_tokens: maybe(fc.nat(500)) })),
  completion_tokens_details: maybe(fc.record({ reasoning_tokens: maybe(fc.nat(50)) })),
});
const FINISH = fc.constantFrom('stop', 'stop', 'length', 'content_filter', 'tool_calls', 'abort', '', 'eos');
const CHUNK = fc.record({
  id: maybe(fc.constant('c1')),
  choices: fc.array(fc.record({ delta: maybe(DELTA), finish_reason: maybe(fc.constant(null)) }), { maxLength: 1 }),
});
const END = fc.record({
  choices: FINISH.map((finish_reason) => [{ index: 0, delta: {}, finish_reason }]),
  usage: maybe(USAGE),
});
const FAULT = fc.constantFrom(
  { error: { message: 'The engine is overloaded.', type: 'overloaded_error', code: 503 } },
  { error: { message: 'It broke.', type: 'server_error', param: null, code: null } },
  { error: 'out of memory' },
  { object: 'error', message: 'Slow down.', code: 429 },
  { detail: 'Not now.' },
  { hello: 'world' },
  { choices: 'none' },
  7,
);
const data = (event: unknown): string => `data: ${JSON.stringify(event)}\n\n`;
const STREAM = fc
  .tuple(
    fc.array(CHUNK.map(data), { maxLength: 4 }),
    fc.oneof({ weight: 6, arbitrary: fc.constant('') }, FAULT.map(data), fc.constant('data: {"cho\n\n')),
    fc.oneof({ weight: 6, arbitrary: END.map(data) }, fc.constant('')),
    fc.oneof(
      fc.constant(''),
      USAGE.map((usage) => data({ choices: [], usage })),
    ),
    fc.constantFrom('data: [DONE]\n\n', ''),
  )
  .map(([chunks, ...rest]) => [...chunks, ...rest].join(''));

test('an answer read here is what the SDK reads of it, and so is every fault', async () => {
  const answers = new Map<string, string>();
  const server = await startWire(({ headers }, response) =>
    stream(response, answers.get(String(headers['x-n'])) ?? ''),
  );
  let n = 0;
  const read = async (body: string, dialect: typeof OPENAI_COMPATIBLE): Promise<unknown> => {
    n += 1;
    answers.set(String(n), body);
    const spec = {
      name: 'p',
      npm: '@ai-sdk/openai-compatible',
      baseURL: `${server.url}/v1`,
      models: new Map(),
    } as const;
    const provider = sdkProvider({ ...spec, headers: { 'x-n': String(n) } }, dialect);
    const deltas: string[] = [];
    const call = { signal: new AbortController().signal, onDelta: (text: string) => deltas.push(text) };
    const outcome = await outcomeOf(provider.answer({ ...REQUEST, model: 'p/m' }, call));
    const told = deltas.filter((delta) => delta !== '').join('');
    if (!isModelError(outcome)) return { ...(outcome as object), firstTokenMs: undefined, told };
    const { code, hint, partial, status, retryable } = outcome;
    const { inputTokens } = { ...outcome.usage };
    // An event that is no answer has a class of its own here.
    const message = outcome.message.replace(/\((AI_\w+Error|NoChatEvent)\)/, '(…)');
    // Of an answer that breaks off the thinking is counted too here.
    return { code, message, hint, partial, inputTokens, status, retryable, told };
  };
  const { gather: _, ...theirs } = OPENAI_COMPATIBLE;
  await fc.assert(
    fc.asyncProperty(STREAM, async (body) => {
      expect(await read(body, OPENAI_COMPATIBLE)).toEqual(await read(body, theirs));
    }),
    { numRuns: 200 },
  );
  await server.close();
});
