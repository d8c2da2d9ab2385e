import { expect, test } from 'vitest';
import type { Json } from '../core/index.ts';
import { prefixShare } from './prefix-share.ts';

const asked = (system: string, user: string, own: { model?: string; schema?: Json } = {}) => ({
  model: own.model ?? 'acme/large',
  schema: own.schema ?? { type: 'object' },
  messages: [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ] as const,
});
const RULES = 'Write one scene. '.repeat(100);

test('a first request shares nothing, an equal second one all', () => {
  expect(prefixShare([])).toBe(0);
  expect(prefixShare([asked(RULES, 'a')])).toBe(0);
  expect(prefixShare([asked(RULES, 'a'), asked(RULES, 'a')])).toBe(0.5);
});

test('what stands before the first difference is shared, and nothing behind it', () => {
  const rulesFirst = prefixShare([asked(RULES, 'a'), asked(RULES, 'b'), asked(RULES, 'c')]);
  expect(rulesFirst).toBeGreaterThan(0.6);
  expect(rulesFirst).toBeLessThan(2 / 3);
  expect(prefixShare([asked('a', RULES), asked('b', RULES), asked('c', RULES)])).toBeLessThan(0.01);
});

test('a request is held against every earlier one, whatever was asked between', () => {
  const between = prefixShare([asked(RULES, 'a'), asked('other', 'b'), asked(RULES, 'a')]);
  expect(between).toBeGreaterThan(0.49);
});

test('another model or another schema shares nothing', () => {
  expect(prefixShare([asked(RULES, 'a'), asked(RULES, 'a', { model: 'acme/small' })])).toBe(0);
  expect(prefixShare([asked(RULES, 'a'), asked(RULES, 'a', { schema: { type: 'array' } })])).toBe(0);
});
