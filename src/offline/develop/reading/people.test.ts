import { expect, test } from 'vitest';
import { genderOfWord, isPersonNoun } from './people.ts';

test('trades and relations are people, winters and mirrors are not', () => {
  expect(['tuner', 'pianist', 'son', 'locksmith', 'interpreter'].filter((word) => !isPersonNoun(word))).toEqual([]);
  expect(['winter', 'mirror', 'cellar', 'business', 'other'].filter(isPersonNoun)).toEqual([]);
});

test('a noun carries a gender when it has one', () => {
  expect(genderOfWord('widower')).toBe('male');
  expect(genderOfWord('policewoman')).toBe('female');
  expect(genderOfWord('pianist')).toBe('unknown');
});
