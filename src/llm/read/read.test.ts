import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerSchema } from './answer-schema.ts';
import { readAnswer } from './read.ts';

const Lines = z.object({ title: z.string(), lines: z.array(z.string()) });
const GOOD = { title: 'By "the" sea', lines: ['One.', 'Two.'] };
const TEXT = JSON.stringify(GOOD);

test.each([
  ['as it should be', TEXT],
  ['after a byte order mark', `\uFEFF${TEXT}`],
  ['after thinking', `<think>Should I say {"title": 1}? No.</think>\n${TEXT}`],
  ['after thinking that does not begin', `Hm, {"a"}.</think>${TEXT}`],
  ['in a fence', `\`\`\`json\n${TEXT}\n\`\`\``],
  ['among prose', `Here is [1] the {answer}:\n${TEXT}\nI hope you like it {or so}.`],
  ['in a fence among prose', `Sure!\n\`\`\`json\n${TEXT}\n\`\`\`\nAnything else?`],
  ['with commas too many', TEXT.replace(']', ',]').replace('}', ',}')],
  ['with a comma too few', TEXT.replace('","', '" "')],
  ['with unquoted keys', TEXT.replace('"title"', 'title').replace('"lines"', 'lines')],
  ['with quotes that are not escaped', TEXT.replaceAll('\\"', '"')],
  ['with single quotes', `{'title': 'By "the" sea', 'lines': ['One.', 'Two.']}`],
  ['with comments', TEXT.replace('{', '{ // the answer\n')],
])('an answer %s is read', (_, text) => {
  expect(readAnswer(text, Lines, { finishReason: 'stop' })).toEqual({ ok: true, value: GOOD });
});

test('half an answer is never completed, wherever it was cut and whatever the server says of it', () => {
  for (let length = 0; length < TEXT.length; length += 1) {
    for (const finishReason of ['length', 'stop', 'other'] as const) {
      expect(readAnswer(TEXT.slice(0, length), Lines, { finishReason }).ok).toBe(false);
    }
  }
});

test('a piece of a cut answer is not taken for the answer', () => {
  const List = z.array(z.object({ a: z.number() }));
  const text = 'Here it is: [{"a":1},{"a":2},{"a":3}';
  expect(readAnswer(text, List, { finishReason: 'stop' })).toMatchObject({ ok: false });
  expect(readAnswer('Here: {"list":[{"title":"x","lines":[]}', Lines, { finishReason: 'length' }).ok).toBe(false);
});

test('an answer cut off at its limit is not repaired', () => {
  const text = '{"title": "a", "lines": ["b"],}';
  expect(readAnswer(text, Lines, { finishReason: 'stop' }).ok).toBe(true);
  expect(readAnswer(text, Lines, { finishReason: 'length' })).toEqual({
    ok: false,
    problem: 'The answer was cut off at its length limit.',
  });
});

test('an answer too long to repair is a problem, not a wait', () => {
  const text = `{"title": "${'x'.repeat(300_000)}", "lines": [],}`;
  expect(readAnswer(text, Lines, { finishReason: 'stop' }).ok).toBe(false);
});

test.each(['', '  ', 'I cannot do that.'])('"%s" is no answer', (text) => {
  expect(readAnswer(text, Lines, { finishReason: 'stop' }).ok).toBe(false);
});

test('a problem names the places and what stands there', () => {
  const Scenes = z.object({ scenes: z.array(z.object({ goal: z.string(), tension: z.number().max(10) })) });
  const text = '{"scenes":[{"goal":"x","tension":1},{"tension":12}]}';
  expect(readAnswer(text, Scenes, { finishReason: 'stop' })).toEqual({
    ok: false,
    problem: expect.stringMatching(/^scenes\[1\]\.goal: .*string.*\nscenes\[1\]\.tension: .*10.*$/),
  });
});

test('a problem stays short', () => {
  const text = JSON.stringify({ title: 't', lines: Array.from({ length: 100 }, () => 1) });
  const read = readAnswer(text, Lines, { finishReason: 'stop' });
  expect(read.ok ? '' : read.problem.split('\n')).toHaveLength(9);
});

test('null stands for a field that may be absent, and for no other', () => {
  const Maybe = z.object({ name: z.string(), note: z.string().optional() });
  expect(readAnswer('{"name":"a","note":null}', Maybe, { finishReason: 'stop' })).toEqual({
    ok: true,
    value: { name: 'a' },
  });
  expect(readAnswer('{"name":null,"note":"b"}', Maybe, { finishReason: 'stop' }).ok).toBe(false);
});

test('a schema for the wire is closed, has every field required, and is made once', () => {
  const Scene = z.object({
    goal: z.string().min(1).max(80).describe('A goal.'),
    note: z.string().optional(),
    beat: z.discriminatedUnion('type', [
      z.object({ type: z.literal('a'), n: z.int() }),
      z.object({ type: z.literal('b') }),
    ]),
  });
  expect(answerSchema(Scene)).toEqual({
    type: 'object',
    properties: {
      goal: { type: 'string', description: 'A goal. At most 80 characters.' },
      note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      beat: {
        anyOf: [
          {
            type: 'object',
            properties: { type: { type: 'string', const: 'a' }, n: { type: 'integer' } },
            required: ['type', 'n'],
            additionalProperties: false,
          },
          {
            type: 'object',
            properties: { type: { type: 'string', const: 'b' } },
            required: ['type'],
            additionalProperties: false,
          },
        ],
      },
    },
    required: ['goal', 'note', 'beat'],
    additionalProperties: false,
  });
  expect(answerSchema(Scene)).toBe(answerSchema(Scene));
});

test('a schema with free keys is refused', () => {
  expect(() => answerSchema(z.object({ by: z.record(z.string(), z.string()) }))).toThrow(RangeError);
});
