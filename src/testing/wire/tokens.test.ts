import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countTokens, deltaFrames, deltasOf } from './tokens.ts';

test('a text is streamed whole, in pieces that end between characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const pieces = deltasOf(text);
      expect(pieces.join('')).toBe(text);
      expect(pieces.every((piece) => piece !== '' && Buffer.from(piece).toString() === piece)).toBe(true);
    }),
  );
});

test('a text of any length is streamed in a bearable number of pieces', () => {
  expect(deltasOf('x'.repeat(10_000_000)).length).toBeLessThan(3000);
});

test('the pieces of a text are billed for as much as the text', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 500 }), (text) => {
      const billed = deltaFrames(text, (data) => ({ data })).reduce((sum, { outputTokens }) => sum + outputTokens, 0);
      expect(billed).toBe(countTokens(text));
    }),
  );
});
