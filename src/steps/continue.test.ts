import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../core/index.ts';
import { joinAnswers, readBeginning } from './continue.ts';

/** Texts with what is hard: quotes, backslashes, brackets, other scripts. */
const text = fc.oneof(fc.string(), fc.constantFrom('"', '\\', '\\"', '}]', '{[', 'é', '\u2028', '😀'));
const item = fc.record({ text, tags: fc.array(text, { maxLength: 2 }) });
const answer = fc.record({
  title: text,
  notes: fc.array(item),
  lines: fc.array(item, { minLength: 1, maxLength: 5 }),
  end: text,
});

test('wherever an answer is cut off, what is whole of it and the rest are the answer', () => {
  fc.assert(
    fc.property(answer, fc.double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
      const printed = JSON.stringify(whole);
      const beginning = readBeginning(printed.slice(0, Math.floor(share * printed.length)));
      if (beginning === undefined) return;
      expect(['notes', 'lines']).toContain(beginning.list);
      const list = whole[beginning.list as 'notes' | 'lines'];
      expect(beginning.items).toEqual(list.slice(0, beginning.items.length));
      const rest = { ...whole, [beginning.list]: list.slice(beginning.items.length) } as unknown as Json;
      expect(joinAnswers(beginning, rest)).toEqual(whole);
    }),
  );
});

test('an answer cut off in its list can be continued as soon as one item is whole', () => {
  expect(readBeginning('{"a":1,"lines":[{"t":"x"},{"t":"y')).toMatchObject({ list: 'lines', items: [{ t: 'x' }] });
  expect(readBeginning('{"a":1,"lines":[{"t":"x"},')?.items).toHaveLength(1);
});

test.each([
  '',
  '{',
  '{"a":"b',
  '{"lines":[{"t":"x',
  '{"lines":[',
  '{"lines":[{"t":"x"}],"end":"z',
  '{"lines":[{"t":"x"}]}',
  '[{"t":1},',
])('what cannot be continued is not: %s', (cut) => expect(readBeginning(cut)).toBeUndefined());
