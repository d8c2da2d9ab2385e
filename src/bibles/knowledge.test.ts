import { expect, test } from 'vitest';
import { makeCard, makeCards, makePerson, makePlace, withFacts } from './fixtures/story.ts';
import { type Bible, type Fact, isKnown, knows, lessonsFor, type SceneCard } from './index.ts';

const learns = (fact: string, character = 'ch_maya'): Pick<SceneCard, 'learns'> => ({ learns: [{ character, fact }] });

test('a character knows what it learnt in the scenes before, in order, and nothing from this one on', () => {
  const cards = [
    makeCard({ id: 'sc_1', ...learns('one') }),
    makeCard({ id: 'sc_2', ...learns('not hers', 'ch_tom') }),
    makeCard({ id: 'sc_3', ...learns('two') }),
    makeCard({ id: 'sc_4', ...learns('three') }),
  ];
  expect(textsAt(bibleWith(), cards, 'sc_4')).toEqual(['one', 'two']);
  expect(textsAt(bibleWith(), cards, 'sc_1')).toEqual([]);
});

test('what was held from the beginning comes before what was learnt, and each thing once, as it was first learnt', () => {
  const held: Fact = { id: 'fa_1', value: 'The house is empty.', holders: [{ character: 'ch_maya' }] };
  const told: Fact = { id: 'fa_2', value: 'Tom lied.', holders: [{ character: 'ch_tom' }] };
  const cards = [
    makeCard({ id: 'sc_1', ...learns('fa_2') }),
    makeCard({ id: 'sc_2', ...learns('fa_2') }),
    makeCard({ id: 'sc_3' }),
  ];
  expect(knows(bibleWith(told, held), { cards }, 'ch_maya', 'sc_3')).toEqual([
    { text: 'The house is empty.', fact: 'fa_1', isBelief: false },
    { text: 'Tom lied.', fact: 'fa_2', since: 'sc_1', isBelief: false },
  ]);
});

test('learning a fact, or the scene up to which it was kept, replaces a belief', () => {
  const holders = [{ character: 'ch_tom' }, { character: 'ch_maya', believes: 'It was lost.' }];
  const theft: Fact = { id: 'fa_1', value: 'Tom took the violin.', holders };
  const cards = [makeCard({ id: 'sc_1', ...learns('fa_1') }), makeCard({ id: 'sc_2' })];
  expect(knows(bibleWith(theft), { cards }, 'ch_maya', 'sc_1')).toEqual([
    { text: 'It was lost.', fact: 'fa_1', isBelief: true },
  ]);
  expect(textsAt(bibleWith(theft), cards, 'sc_2')).toEqual(['Tom took the violin.']);
  const open = bibleWith({ ...theft, secretUntil: 'sc_2' });
  expect(textsAt(open, makeCards(2), 'sc_1')).toEqual(['It was lost.']);
  expect(textsAt(open, makeCards(2), 'sc_2')).toEqual(['Tom took the violin.']);
});

test('somebody may believe one thing, then another, then know', () => {
  const fact: Fact = {
    id: 'fa_1',
    value: 'Tom took it.',
    holders: [
      { character: 'ch_maya', believes: 'It was lost.' },
      { character: 'ch_maya', since: 'sc_2', believes: 'Zoe took it.' },
      { character: 'ch_maya', since: 'sc_3' },
    ],
  };
  const cards = makeCards(3);
  expect(cards.flatMap(({ id }) => textsAt(bibleWith(fact), cards, id))).toEqual([
    'It was lost.',
    'Zoe took it.',
    'Tom took it.',
  ]);
  expect(cards.map((card) => isKnown(fact, { outline: { cards }, card }, 'ch_maya'))).toEqual([false, false, true]);
});

test('a dream teaches nothing', () => {
  const cards = [makeCard({ id: 'sc_1', mode: 'dream', ...learns('It was Tom.') }), makeCard({ id: 'sc_2' })];
  expect(textsAt(bibleWith(), cards, 'sc_2')).toEqual([]);
});

test('what is learnt in a flashback was known from the first scene on, and what comes later is unknown in it', () => {
  const cards = [
    makeCard({ id: 'sc_1', ...learns('the present') }),
    makeCard({ id: 'sc_2', mode: 'flashback', ...learns('the past') }),
  ];
  expect(textsAt(bibleWith(), cards, 'sc_1')).toEqual(['the past']);
  expect(textsAt(bibleWith(), cards, 'sc_2')).toEqual([]);
});

test('what does not hold any more, or not yet, is not told as if it did', () => {
  const fact: Fact = {
    id: 'fa_1',
    field: 'look',
    value: 'arm in a cast',
    from: 'sc_2',
    to: 'sc_3',
    holders: [{ character: 'ch_maya' }],
  };
  const cards = makeCards(4);
  const told = cards.map(({ id }) => textsAt(bibleWith(fact), cards, id).length);
  expect(told).toEqual([0, 1, 1, 0]);
  const taught = cards.map((card) => (card.id === 'sc_1' ? { ...card, ...learns('fa_1') } : card));
  expect(taught.map(({ id }) => textsAt(bibleWith(fact), taught, id).length)).toEqual([0, 1, 1, 0]);
});

test('a lesson about what only another knows of himself is kept from who does not learn it', () => {
  const want: Fact = { id: 'fa_1', field: 'want', value: 'to leave town', from: 'sc_1' };
  const look: Fact = { id: 'fa_2', field: 'look', value: 'a limp', from: 'sc_1' };
  const card = makeCard({
    learns: [
      { character: 'ch_tom', fact: 'fa_1' },
      { character: 'ch_tom', fact: 'fa_2' },
      { character: 'ch_tom', fact: 'in words' },
    ],
  });
  const scene = { outline: { cards: [card] }, card };
  const textsFor = (character?: string): readonly string[] =>
    lessonsFor(bibleWith(want, look), scene, character).map(({ fact }) => fact);
  expect(textsFor('ch_maya')).toEqual(['Tom, look: a limp', 'in words']);
  expect(textsFor('ch_tom')).toEqual(['Tom, want: to leave town', 'Tom, look: a limp', 'in words']);
  expect(textsFor()).toHaveLength(3);
});

function bibleWith(...facts: readonly Fact[]): Bible {
  return { entries: [makePerson('Maya'), withFacts(makePerson('Tom'), ...facts), makePlace('chapel')] };
}

function textsAt(bible: Bible, cards: readonly SceneCard[], scene: string): readonly string[] {
  return knows(bible, { cards }, 'ch_maya', scene).map(({ text }) => text);
}
