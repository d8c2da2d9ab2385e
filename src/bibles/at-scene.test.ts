import { expect, test } from 'vitest';
import { makeCards, makePerson, withFacts } from './fixtures/story.ts';
import { entryAt, type Fact, looseFactsAt, tellFact, valueAt } from './index.ts';

const cards = makeCards(4);
const looks = (...facts: readonly Omit<Fact, 'id' | 'field'>[]): readonly unknown[] => {
  const tom = withFacts(makePerson('Tom'), ...facts.map((fact, n) => ({ id: `fa_${n}`, field: 'look', ...fact })));
  return cards.map((card) => valueAt(tom, 'look', { outline: { cards }, card }).value);
};

test('a field has the value of the fact that began last in story time, and its own where none holds', () => {
  const cast = { value: 'cast', from: 'sc_2', to: 'sc_3' };
  expect(looks(cast)).toEqual(['tall', 'cast', 'cast', 'tall']);
  expect(looks({ value: 'limp', from: 'sc_3' }, cast)).toEqual(['tall', 'cast', 'limp', 'limp']);
  expect(looks(cast, { value: 'limp', from: 'sc_3' })).toEqual(['tall', 'cast', 'limp', 'limp']);
});

test('a fact that begins somewhere goes before one that always held, and of two that began together the last', () => {
  const [always, late] = [{ value: 'bearded' }, { value: 'shaved', from: 'sc_3' }];
  expect(looks(always, late)).toEqual(['bearded', 'bearded', 'shaved', 'shaved']);
  expect(looks(late, always)).toEqual(['bearded', 'bearded', 'shaved', 'shaved']);
  expect(looks(late, { ...late, value: 'bald' })[3]).toBe('bald');
  expect(looks(always, { value: 'bald' })[0]).toBe('bald');
});

test('an entry in a scene has its fields and facts of that moment', () => {
  const facts: readonly Fact[] = [
    { id: 'fa_1', field: 'look', value: 'cast', from: 'sc_2' },
    { id: 'fa_2', value: 'Tom is away.', to: 'sc_1' },
  ];
  const tom = withFacts(makePerson('Tom'), ...facts);
  const told = cards.slice(0, 2).map((card) => {
    const entry = entryAt(tom, { outline: { cards }, card });
    const loose = looseFactsAt(tom, { outline: { cards }, card });
    return [entry.document['look'], entry.facts.map(({ id }) => id), loose.map((fact) => tellFact(tom, fact))];
  });
  expect(told).toEqual([
    ['tall', ['fa_2'], ['Tom is away.']],
    ['cast', ['fa_1'], []],
  ]);
});
