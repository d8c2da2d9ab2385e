import { expect, test } from 'vitest';
import { movingVariety, readingGrade } from './language.ts';
import { gini, median, variation } from './statistics.ts';
import { countSentences, countSyllables, wordsOf } from './words.ts';

test('words keep their apostrophes and hyphens, and small words of other scripts count', () => {
  expect(wordsOf("Don’t! It's half-open -- 3.5 'quoted' Éva")).toEqual([
    "don't",
    "it's",
    'half-open',
    '3',
    '5',
    'quoted',
    'éva',
  ]);
  expect(wordsOf('東京タワー is 高い')).toHaveLength(8);
  expect(wordsOf(' … — ')).toEqual([]);
});

test('sentences end where readers stop', () => {
  expect(countSentences('Wait... What?! "No." He left')).toBe(4);
  expect(countSentences('3.5 miles')).toBe(1);
  expect(countSentences('...')).toBe(0);
});

test('syllables of common words are right', () => {
  const words = ['cat', 'water', 'table', 'make', 'walked', 'wanted', 'beautiful', 'the', 'rhythm', 'houses'];
  expect(words.map(countSyllables)).toEqual([1, 2, 2, 1, 1, 2, 3, 1, 1, 2]);
});

test('a sentence of short words reads at the grade of its formula', () => {
  const text = 'The cat sat on the mat.';
  expect(readingGrade([{ text, words: wordsOf(text) }])).toBeCloseTo(0.39 * 6 + 11.8 - 15.59);
  expect(readingGrade([])).toBeNull();
});

test('variety is the share of different words in every window of 500', () => {
  const words = Array.from({ length: 600 }, (_, at) => String(at % 250));
  expect(movingVariety(words)).toBeCloseTo(0.5);
  expect(movingVariety(words.slice(0, 499))).toBeNull();
});

test('medians, variation and concentration are what statistics says', () => {
  expect([median([3, 1, 2]), median([4, 1]), median([])]).toEqual([2, 2.5, null]);
  expect(variation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(0.4);
  expect(gini([5, 5, 5])).toBeCloseTo(0);
  expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75);
});
