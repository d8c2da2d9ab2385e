import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SceneCard } from '../card.ts';
import { contentOf } from '../entry.ts';
import { edited, makeCard, makePerson } from '../fixtures/story.ts';
import { cardWrites } from '../outline/writes.ts';
import { mergeEntries } from './entries.ts';
import { mergeOrder } from './merge-order.ts';
import { diffOutlines, mergeOutlines } from './outline.ts';

const RUNS = Number(process.env['RUNS'] ?? 1000);

/** Outlines of cards from a small stock, in any order, with a few fields that differ. */
const anOutline: fc.Arbitrary<readonly SceneCard[]> = fc.uniqueArray(
  fc
    .record({ id: fc.constantFrom(...'abcdefgh'), goal: fc.constantFrom('x', 'y', 'z'), tension: fc.nat(3) })
    .map(makeCard),
  { selector: ({ id }) => id },
);

const ids = (cards: readonly SceneCard[]): readonly string[] => cards.map(({ id }) => id);

test('what only one side changed of an outline is taken, whichever side, and twice the same is no conflict', () => {
  fc.assert(
    fc.property(anOutline, anOutline, (base, other) => {
      expect(mergeOutlines({ base, ours: base, theirs: other })).toEqual({ cards: other, conflicts: [] });
      expect(mergeOutlines({ base, ours: other, theirs: base })).toEqual({ cards: other, conflicts: [] });
      expect(mergeOutlines({ base, ours: other, theirs: other })).toEqual({ cards: other, conflicts: [] });
    }),
    { numRuns: RUNS },
  );
});

test('a merged order has every scene once, and with everything taken from theirs no conflict is left', () => {
  fc.assert(
    fc.property(anOutline, anOutline, anOutline, (base, ours, theirs) => {
      const { cards, conflicts } = mergeOutlines({ base, ours, theirs });
      expect(new Set(ids(cards)).size).toBe(cards.length);
      for (const { id } of cards) expect([...ids(ours), ...ids(theirs)]).toContain(id);
      for (const { at } of conflicts)
        expect(
          mergeOutlines({ base, ours, theirs }, (name) => (name === at ? 'theirs' : undefined)).conflicts.map(
            (one) => one.at,
          ),
        ).not.toContain(at);
      expect(mergeOutlines({ base, ours, theirs }, () => 'theirs').conflicts).toEqual([]);
      expect(mergeOutlines({ base, ours, theirs }, () => 'ours').conflicts).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('the two sides of a conflict do not depend on which is called ours', () => {
  fc.assert(
    fc.property(anOutline, anOutline, anOutline, (base, ours, theirs) => {
      const there = mergeOutlines({ base, ours, theirs }).conflicts;
      const back = mergeOutlines({ base, ours: theirs, theirs: ours }).conflicts;
      expect(back.length).toBe(there.length);
    }),
    { numRuns: RUNS },
  );
});

test('what two moved scenes stand behind is kept from each side', () => {
  const base = ['1', '2', '3', '4', '5', '6'];
  const kept = new Set(base);
  const ours = ['2', '1', '3', '4', '5', '6'];
  expect(mergeOrder({ base, ours, theirs: ['1', '2', '3', '6', '4', '5'] }, kept)).toEqual({
    order: ['2', '1', '3', '6', '4', '5'],
    conflicts: [],
  });
  expect(
    mergeOrder({ base, ours: ['6', '1', '2', '3', '4', '5'], theirs: ['1', '2', '6', '3', '4', '5'] }, kept),
  ).toEqual({
    order: ['6', '1', '2', '3', '4', '5'],
    conflicts: ['6'],
  });
});

test('a scene that one side took out and the other changed is a conflict, told with what is there', () => {
  const [one, two] = [makeCard({ id: 'a' }), makeCard({ id: 'b', goal: 'to stay' })];
  const changed = { ...two, goal: 'to go' };
  const { conflicts, cards } = mergeOutlines({ base: [one, two], ours: [one], theirs: [one, changed] });
  expect(conflicts).toMatchObject([{ at: 'sc2.card', theirs: { goal: 'to go' } }]);
  expect(ids(cards)).toEqual(['a']);
  expect(ids(mergeOutlines({ base: [one, two], ours: [one], theirs: [one, changed] }, () => 'theirs').cards)).toEqual([
    'a',
    'b',
  ]);
});

test('two outlines differ in nothing just when nothing is to be written', () => {
  fc.assert(
    fc.property(anOutline, anOutline, (before, after) => {
      const { added, removed, changed, moved } = diffOutlines(before, after);
      const writes = cardWrites({ cards: before }, { cards: after });
      expect(added.length + removed.length + changed.length + moved.length === 0).toBe(writes.length === 0);
      expect(removed.length).toBe(writes.filter(({ card }) => card === null).length);
    }),
    { numRuns: RUNS },
  );
});

test('entries merge by field, new ones come with their ids, and what was taken back may come again', () => {
  const maya = makePerson('Maya');
  const tom = makePerson('Tom');
  const ours = [edited(maya, 'need', 'sleep')];
  const theirs = [edited(maya, 'want', 'away'), tom];
  const { changed, conflicts } = mergeEntries({ base: [maya], ours, theirs });
  expect(conflicts).toEqual([]);
  expect(changed.map(({ entry, isNew }) => [entry.id, isNew])).toEqual([
    [maya.id, false],
    [tom.id, true],
  ]);
  expect(changed[0]?.content.document).toMatchObject({ need: 'sleep', want: 'away' });
  const gone = { ...tom, state: 'removed' as const };
  const again = mergeEntries({ base: [maya], ours: [maya, gone], theirs: [maya, tom] });
  expect(again).toEqual({ changed: [{ entry: gone, content: contentOf(tom), isNew: false }], conflicts: [] });
});

test('a field that both changed is a conflict until a side is taken', () => {
  const maya = makePerson('Maya');
  const sides = { base: [maya], ours: [edited(maya, 'want', 'in')], theirs: [edited(maya, 'want', 'away')] };
  expect(mergeEntries(sides)).toMatchObject({
    changed: [],
    conflicts: [{ at: 'MAYA.want', ours: 'in', theirs: 'away' }],
  });
  expect(mergeEntries(sides, () => 'ours')).toEqual({ changed: [], conflicts: [] });
  expect(mergeEntries(sides, () => 'theirs').changed[0]?.content.document['want']).toBe('away');
});
