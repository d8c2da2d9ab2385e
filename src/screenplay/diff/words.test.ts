import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffWords, wordsOf } from './words.ts';

const words = fc.array(
  fc.constantFrom('the', 'door', "don't", ' ', ' ', ' ', '\n', ',', '.', '雨', '👩‍🚀', 'e\u0301', '\ud800', 'Ж'),
);
const prose = fc.oneof(
  words.map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

function side(changes: ReturnType<typeof diffWords>, type: 'removed' | 'inserted'): string {
  return changes
    .filter((change) => change.type === 'kept' || change.type === type)
    .map(({ text }) => text)
    .join('');
}

describe('comparing two texts word by word', () => {
  test('what is kept and removed is the first text, what is kept and inserted the second', () => {
    fc.assert(
      fc.property(prose, prose, (a, b) => {
        const changes = diffWords(a, b);
        expect(side(changes, 'removed')).toBe(a);
        expect(side(changes, 'inserted')).toBe(b);
        expect(changes.every(({ text }) => text !== '')).toBe(true);
        for (const [at, change] of changes.entries()) expect(changes[at + 1]?.type).not.toBe(change.type);
      }),
      { numRuns: 500 },
    );
  });

  test('the same holds for texts of thousands of words that differ everywhere', () => {
    const text = (seed: number): string =>
      Array.from({ length: 6000 }, (_, at) => `w${(at * seed * 7919) % 97}`).join(' ');
    const changes = diffWords(text(3), text(5));
    expect(side(changes, 'removed')).toBe(text(3));
    expect(side(changes, 'inserted')).toBe(text(5));
  });

  test('one changed word is marked alone', () => {
    expect(diffWords("She doesn't open the red door.", "She doesn't open the blue door.")).toEqual([
      { type: 'kept', text: "She doesn't open the " },
      { type: 'removed', text: 'red' },
      { type: 'inserted', text: 'blue' },
      { type: 'kept', text: ' door.' },
    ]);
  });

  test('two neighbouring replaced words are one change', () => {
    expect(diffWords('a big red dog', 'a small blue dog')).toEqual([
      { type: 'kept', text: 'a ' },
      { type: 'removed', text: 'big red' },
      { type: 'inserted', text: 'small blue' },
      { type: 'kept', text: ' dog' },
    ]);
  });

  test('words of any script are words', () => {
    expect(wordsOf("Она говорит: don't, ça va?")).toEqual([
      'Она',
      ' ',
      'говорит',
      ':',
      ' ',
      "don't",
      ',',
      ' ',
      'ça',
      ' ',
      'va',
      '?',
    ]);
    expect(wordsOf('雨が降る 👩‍🚀!')).toEqual(['雨', 'が', '降', 'る', ' ', '👩‍🚀', '!']);
    expect(wordsOf("they're l’été")).toEqual(["they're", ' ', 'l’été']);
  });
});
