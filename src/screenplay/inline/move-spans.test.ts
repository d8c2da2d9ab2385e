import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeBlock } from '../normalize.ts';
import type { TextSpan } from '../tree.ts';
import { movedSpans } from './move-spans.ts';

/** The words that spans lie over. */
function covered(text: string, spans: readonly TextSpan[] = []): readonly string[] {
  return spans.map(({ from, to }) => text.slice(from, to));
}

test('spans stay with their words when something is put in or taken out', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ minLength: 1 }),
      fc.string(),
      fc.string(),
      fc.string({ minLength: 1 }),
      (a, word, b, change, other) => {
        const before = `${a}<${word}>${b}<${other}>`;
        const from = a.length + 1;
        const to = from + word.length;
        const after = `${a}<${word}>${change}<${other}>`;
        const end = before.length - 1;
        const spans = [
          { from, to, revision: 1 },
          { from: end - other.length, to: end, revision: 2 },
        ];
        expect(covered(after, movedSpans(spans, before, after))).toEqual([word, other]);
      },
    ),
  );
});

test('an action that a blank line parts keeps its spans on their words', () => {
  const text = '  One two.  \n\n\tThree four.';
  const spans = ['two', 'four'].map((word) => ({
    from: text.indexOf(word),
    to: text.indexOf(word) + word.length,
    revision: 1,
  }));
  const blocks = normalizeBlock({ type: 'action', id: 'a', text, spans });
  expect(blocks.map((block) => 'spans' in block && 'text' in block && covered(block.text, block.spans))).toEqual([
    ['two'],
    ['four'],
  ]);
  expect(blocks.map(({ id }) => id)).toEqual(['a', undefined]);
});

test('a speech with a space at its end keeps its spans', () => {
  const [block] = normalizeBlock({
    type: 'dialogue',
    name: 'MARA',
    extensions: [],
    parts: [
      { type: 'speech', text: 'No more. ', spans: [{ from: 3, to: 7, strike: true }] },
      { type: 'speech', text: 'Go.', revision: 2 },
    ],
  });
  const [part] = block?.type === 'dialogue' ? block.parts : [];
  expect(part?.text).toBe('No more.\nGo.');
  expect(covered(part?.text ?? '', part?.spans)).toEqual(['more', 'Go.']);
});
