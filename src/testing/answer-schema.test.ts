import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerSchema } from '../llm/index.ts';
import { answerForSchema } from './answer-schema.ts';

const Wide = z.object({
  title: z.string().min(1),
  kind: z.enum(['a', 'b', 'c']),
  flag: z.boolean(),
  count: z.int().min(3).max(5),
  share: z.number().min(0).max(1),
  list: z
    .array(z.object({ name: z.string(), note: z.string().nullable() }))
    .min(2)
    .max(4),
  fixed: z.array(z.string()).length(7),
  choice: z.discriminatedUnion('type', [
    z.object({ type: z.literal('line'), text: z.string() }),
    z.object({ type: z.literal('cut') }),
  ]),
});

test('an answer is what its schema admits, whatever the seed', () => {
  fc.assert(fc.property(fc.string(), (seed) => Wide.safeParse(answerForSchema(answerSchema(Wide), seed)).success));
});

test('bounds on the length of a text are kept', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(60), fc.nat(60), (seed, minLength, more) => {
      const text = answerForSchema({ type: 'string', minLength, maxLength: minLength + more }, seed);
      expect(String(text).length).toBeGreaterThanOrEqual(minLength);
      expect(String(text).length).toBeLessThanOrEqual(minLength + more);
    }),
  );
});

test('one seed gives one answer, another seed another', () => {
  const schema = answerSchema(Wide);
  expect(answerForSchema(schema, 'one')).toEqual(answerForSchema(schema, 'one'));
  expect(answerForSchema(schema, 'one')).not.toEqual(answerForSchema(schema, 'two'));
});

test('texts are several words, and differ from place to place', () => {
  const texts = answerForSchema({ type: 'array', minItems: 200, items: { type: 'string' } }, 'seed');
  if (!Array.isArray(texts)) throw new Error('no list');
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.every((text) => /^[A-Z][a-z]+( [a-z]+){3,}$/.test(String(text)))).toBe(true);
});
