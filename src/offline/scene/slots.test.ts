import { expect, test } from 'vitest';
import { sayFact } from './facts.ts';
import { thingsIn, topicsIn } from './nouns.ts';
import { fill, shortName } from './slots.ts';

test('things are taken from a card only when they can be held', () => {
  expect(thingsIn('to get the transcript before the clerk leaves')).toEqual(['the transcript']);
  expect(thingsIn('Ines finds a belt buckle from the other side.')).toEqual(['the belt buckle']);
  expect(thingsIn('She realises the truth about her mother.')).toEqual([]);
});

test('topics stand alone after their article', () => {
  expect(topicsIn('to be gone before the inquest')).toEqual(['the inquest']);
  expect(topicsIn('the regulations, and whoever keeps them')).toEqual([]);
});

test('a slot that nothing fills leaves its fallback, and sentences begin with capitals', () => {
  const none = { names: { A: 'Ann' }, things: [], topics: [] };
  expect(fill('{A} drops {obj:it}. {obj:it} rolls.', none, 0)).toBe('Ann drops it. It rolls.');
  expect(fill('{obj:it} again?', { ...none, things: ['the key'] }, 0)).toBe('The key again?');
});

test('a fact is told in the first and second person where that is safe, and quoted where it is not', () => {
  expect(sayFact('that Ann keeps the key', 'Ann Lee', 'Bob')).toEqual({ text: 'I keep the key.', quoted: false });
  expect(sayFact('The house was Bob’s', 'Ann', 'Bob').text).toBe('The house was yours.');
  expect(sayFact('Ann sold her own boat', 'Ann', 'Bob')).toEqual({ text: 'Ann sold her own boat.', quoted: true });
  expect(sayFact('the boat was sold', 'Ann', 'Bob').text).toBe('The boat was sold.');
});

test('action uses first names, and titles with last names', () => {
  expect(['Ines Duarte', 'Dr. Ama Sow', 'The Clerk', 'PELL'].map(shortName)).toEqual([
    'Ines',
    'Dr. Sow',
    'The Clerk',
    'Pell',
  ]);
});
