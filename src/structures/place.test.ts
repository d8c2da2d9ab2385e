import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCard } from '../bibles/fixtures/story.ts';
import type { SceneCard } from '../bibles/index.ts';
import { SHIPPED, structureNamed } from './fixtures/shipped.ts';
import { soundOutline } from './fixtures/sound-outline.ts';
import {
  expectedPages,
  expectedWords,
  LENGTH_WORDS,
  pageBudget,
  placeBeats,
  type SceneLength,
  SHAPES,
  tableOfBeats,
  tensionAt,
  tensionFit,
  whereIs,
} from './index.ts';

const LENGTHS = Object.keys(LENGTH_WORDS) as SceneLength[];
const someCards = fc
  .array(fc.constantFrom(...LENGTHS), { minLength: 1, maxLength: 60 })
  .map((lengths) => lengths.map((length, at) => makeCard({ id: `sc_${at}`, length })));

test('the scenes that a format aims at fill the pages that it aims at, in its mix of lengths', () => {
  for (const { format, pages, scenes, lengths } of Object.values(SHAPES)) {
    const share = Object.values(lengths).reduce((sum, one) => sum + one, 0);
    expect(share, format).toBeCloseTo(1);
    const mean = LENGTHS.reduce((sum, length) => sum + lengths[length] * expectedPages([{ length }]), 0);
    expect(Math.abs(mean * scenes.target - pages.target) / pages.target, format).toBeLessThan(0.1);
    for (const { from, target, to } of [pages, scenes]) expect(from <= target && target <= to, format).toBe(true);
    expect(SHIPPED.structures.has(SHAPES[format].structure), format).toBe(true);
  }
});

test('a feature has a hundred scenes or more, and about a hundred and ten pages', () => {
  expect(SHAPES.feature.scenes.from).toBe(100);
  expect(SHAPES.feature.pages.target).toBe(110);
});

test('a script of an unusual number of scenes has pages in proportion, and no jump where the usual begins', () => {
  expect(pageBudget(SHAPES.feature, 120)).toBe(110);
  expect(pageBudget(SHAPES.feature, 50)).toBe(55);
  expect(pageBudget(SHAPES.feature, 200)).toBe(137.5);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 199 }), (count) => {
      const [fewer, more] = [pageBudget(SHAPES.feature, count), pageBudget(SHAPES.feature, count + 1)];
      expect(more - fewer).toBeGreaterThanOrEqual(0);
      expect(more - fewer).toBeLessThan(1.2);
    }),
  );
});

test('beats are placed by length: one long part holds what several short ones would', () => {
  const places = placeBeats(structureNamed('turning-points'), [5, 5, 30, 5, 5]).map(({ place }) => place);
  expect(places).toEqual([2, 3, 3, 3, 5]);
  const spans = placeBeats(
    structureNamed('tv-hour'),
    Array.from({ length: 50 }, () => 1),
  );
  expect(spans.map(({ first, last }) => [first, last])).toEqual([
    [1, 4],
    [4, 14],
    [14, 24],
    [25, 34],
    [34, 42],
    [43, 50],
  ]);
});

test('every beat has a place among the parts, in order, its last not before its first', () => {
  const aStructure = fc.constantFrom(...SHIPPED.structures.values());
  fc.assert(
    fc.property(aStructure, someCards, (structure, cards) => {
      const placed = placeBeats(structure, cards.map(expectedWords));
      expect(placed.map(({ beat }) => beat.id)).toEqual(structure.beats.map(({ id }) => id));
      for (const { first, place, last } of placed)
        expect(1 <= first && first <= place && place <= last && last <= cards.length).toBe(true);
      const firsts = placed.map(({ first }) => first);
      expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    }),
  );
  expect(placeBeats(structureNamed('short'), [])).toEqual([]);
});

test('scenes stand one after the other by pages, the middle of the whole in the middle', () => {
  fc.assert(
    fc.property(someCards, (cards) => {
      const places = cards.map(({ id }) => whereIs(cards, id) ?? -1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places.every((place) => place > 0 && place < 1)).toBe(true);
    }),
  );
  const cards = [makeCard({ id: 'a', length: 'setPiece' }), makeCard({ id: 'b', length: 'flash' })];
  expect(whereIs(cards, 'b')).toBeCloseTo((550 + 22.5) / 595);
  expect(whereIs(cards, 'gone')).toBeUndefined();
});

test('tension follows a curve, runs against it, or knows none', () => {
  const structure = structureNamed('turning-points');
  expect([0, 0.07, 0.14, 0.91, 1].map((at) => tensionAt(structure, at))).toEqual([3, 4, 5, 10, 4]);
  expect(tensionAt(structureNamed('none'), 0.5)).toBeUndefined();
  const { outline } = soundOutline('feature', { count: 120 });
  const upside = outline.cards.map((card): SceneCard => ({ ...card, tension: 11 - card.tension }));
  const fit = tensionFit(outline.cards, structure) ?? 0;
  expect(fit).toBeGreaterThan(0.8);
  expect(tensionFit(upside, structure)).toBeCloseTo(-fit);
  expect(tensionFit(outline.cards, structureNamed('none'))).toBeUndefined();
  expect(tensionFit([makeCard({})], structure)).toBeUndefined();
});

test('the table of beats says where each falls, and who stands there where no card says so', () => {
  const sound = soundOutline('short', { count: 12 });
  const structure = structureNamed('turning-points');
  const rows = tableOfBeats(sound.outline, structure);
  expect(rows.map(({ beat, page, state }) => [beat.id, page, state])).toEqual([
    ['opportunity', 2, 'in place'],
    ['change-of-plans', 4, 'in place'],
    ['point-of-no-return', 6, 'in place'],
    ['major-setback', 8, 'in place'],
    ['climax', 10, 'in place'],
  ]);
  const moved = sound.outline.cards.map((card, at, all): SceneCard => {
    const { beat: _, ...rest } = card;
    return at === all.length - 1 ? { ...rest, beat: 'opportunity' } : rest;
  });
  const plan = { ...sound.outline.plan, beats: [{ beat: 'opportunity', sequence: 1, event: 'The letter comes.' }] };
  const [late, untold] = tableOfBeats({ cards: moved, plan }, structure);
  expect([late?.state, late?.number, late?.event]).toEqual(['late', 12, 'The letter comes.']);
  expect([untold?.state, untold?.number, untold?.event]).toEqual(['untold', rows[1]?.number, 'They meet.']);
  expect(tableOfBeats({ cards: [] }, structure)).toEqual([]);
});
