import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childEnvironment } from './child-environment.ts';
import { engineFault } from './engine-fault.ts';
import { grammarSchema } from './grammar-schema.ts';
import { installCommand } from './install.ts';
import { withSchema } from './messages.ts';
import { textStream } from './text-stream.ts';
import { watchJson } from './whole-json.ts';

const values = fc.oneof(
  fc.array(fc.jsonValue()),
  fc.dictionary(fc.string(), fc.jsonValue()),
  fc.string({ unit: 'binary' }),
);

test('a value is whole with its last character, however it comes', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 7 }), fc.constantFrom(undefined, 2), (value, size, indent) => {
      const text = ` ${JSON.stringify(value, null, indent)}`;
      const isWhole = watchJson();
      const pieces = text.slice(0, -1).match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      for (const piece of pieces) expect(isWhole(piece)).toBe(false);
      expect(isWhole(text.slice(-1))).toBe(true);
      expect(isWhole('\n\n')).toBe(true);
    }),
  );
});

/** A model whose tokens are bytes. */
const bytes = { detokenize: (tokens: readonly number[]) => Buffer.from(tokens).toString('utf8') };

test('text of any language comes whole, though a character takes several tokens', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const stream = textStream(bytes);
      const pieces = [...Buffer.from(text)].map((byte) => stream.add(byte));
      expect(pieces.join('') + stream.end()).toBe(text);
      if (!text.includes('\uFFFD')) expect(pieces.join('')).not.toContain('\uFFFD');
    }),
  );
});

test('what is no text is replaced, and what follows is not lost', () => {
  const stream = textStream(bytes);
  const pieces = [0xff, 0xfe, 0x41, 0x42, 0xe2, 0x82].map((byte) => stream.add(byte));
  expect(pieces.join('') + stream.end()).toBe('\uFFFD\uFFFDAB\uFFFD');
});

test('a schema is put into the words that a grammar can be made of', () => {
  const schema = {
    type: 'object',
    properties: {
      mood: { anyOf: [{ enum: ['calm', 'afraid'] }, { type: 'null' }], description: 'How.' },
      tension: { type: 'number', minimum: 1, maximum: 10 },
      share: { type: 'number', minimum: 0, maximum: 1 },
      code: { type: 'string', pattern: '^a' },
      next: { $ref: '#/$defs/next' },
      beats: { type: 'array', items: { type: 'integer', minimum: 0, maximum: 9_000 }, minItems: 1, maxItems: 6 },
    },
    required: ['mood'],
    additionalProperties: false,
    $defs: { next: { type: 'string', format: 'made-up' } },
  };
  expect(grammarSchema(schema)).toEqual({
    type: 'object',
    properties: {
      mood: { oneOf: [{ enum: ['calm', 'afraid'] }, { type: 'null' }] },
      tension: { enum: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
      share: { enum: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] },
      code: { type: 'string' },
      next: { $ref: '#/$defs/next' },
      beats: { type: 'array', items: { type: 'integer' }, minItems: 1, maxItems: 6 },
    },
    additionalProperties: false,
    $defs: { next: { type: 'string' } },
  });
});

test('numbers that are listed are within the bounds', () => {
  const bound = fc.double({ min: -1000, max: 1000, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom('integer', 'number'), bound, bound, (type, minimum, maximum) => {
      const { enum: listed = [] } = grammarSchema({ type, minimum, maximum }) as { enum?: readonly number[] };
      for (const number of listed) expect(number >= minimum && number <= maximum).toBe(true);
      expect(listed.length).toBeLessThanOrEqual(100);
    }),
  );
});

test('the schema stands at the end of the last system message, or before everything', () => {
  const user = { role: 'user', content: 'u' } as const;
  const [system, last] = withSchema([{ role: 'system', content: 'rules' }, user], { type: 'string' });
  expect(system?.content).toMatch(/^rules\n\n.*\n{"type":"string"}$/);
  expect(last).toBe(user);
  expect(withSchema([user], {}).map(({ role }) => role)).toEqual(['system', 'user']);
});

test.each([
  ['linux', 'x64', 'linux-x64'],
  ['darwin', 'arm64', 'mac-arm64-metal'],
  ['win32', 'x64', 'win-x64'],
])('on %s %s the build for it is installed, and no other', (platform, arch, build) => {
  const command = `npm i node-llama-cpp @node-llama-cpp/${build} --omit=optional --ignore-scripts`;
  expect(installCommand(platform, arch)).toBe(command);
});

test.each([
  ['memory', new Error('Failed to load model'), 'ggml_backend_cpu: failed to allocate buffer of size 8589934592'],
  ['damaged', new Error('Failed to load model'), "tensor 'x' data is not within the file bounds"],
  ['grammar', new Error('Unexpected empty grammar stack after accepting piece: x'), ''],
  ['other', 'oops', ''],
])('a fault of kind %s is known by its words', (fault, error, logged) => {
  expect(engineFault(error, logged)).toBe(fault);
});

test('of the environment a process of a model gets what is on the list, in any case', () => {
  const env = { Path: '/bin', OPENAI_API_KEY: 'sk', NODE_OPTIONS: '--inspect', home: undefined };
  expect(childEnvironment(env)).toEqual({ Path: '/bin' });
});
