import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, type Json } from '../core/index.ts';
import {
  applyChanges,
  type Content,
  contentOf,
  diffContents,
  type Fact,
  type FieldChange,
  mergeContents,
} from './index.ts';

const RUNS = Number(process.env['RUNS'] ?? 1000);

const aKey = fc.constantFrom('a', 'b', 'want', 'voice', 'a.b', 'constructor');
const aValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>('', 'text', 0, true, null, [], {}),
  fc.array(fc.string(), { maxLength: 2 }),
  fc.dictionary(aKey, fc.oneof(fc.string(), fc.array(fc.nat()), fc.dictionary(aKey, fc.nat(), { maxKeys: 2 })), {
    maxKeys: 3,
  }) as fc.Arbitrary<Json>,
);
const aFact: fc.Arbitrary<Fact> = fc.record(
  { id: fc.constantFrom('fa_1', 'fa_2', 'fa_3', 'fa_4'), value: aValue, from: fc.constantFrom('sc_1', 'sc_2') },
  { requiredKeys: ['id', 'value'] },
);
const aContent: fc.Arbitrary<Content> = fc.record({
  name: fc.constantFrom('Maya', 'Tom'),
  aliases: fc.array(fc.constantFrom('May', 'M.'), { maxLength: 2 }),
  document: fc.dictionary(fc.constantFrom('want', 'voice', 'look', 'constructor'), aValue),
  facts: fc.uniqueArray(aFact, { selector: ({ id }) => id }),
  locked: fc.subarray(['want', 'voice']),
  state: fc.constantFrom('accepted', 'draft', 'removed'),
});

test('what differs, made in the one, gives the other', () => {
  fc.assert(
    fc.property(aContent, aContent, (before, after) => {
      expect(canonicalJson(applyChanges(before, diffContents(before, after)))).toBe(canonicalJson(after));
      expect(diffContents(after, after)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('changes of different fields are both kept, whichever side is merged into the other', () => {
  const roots = [
    'name',
    'aliases',
    'locked',
    'state',
    'want',
    'voice',
    'look',
    'constructor',
    'fa_1',
    'fa_2',
    'fa_3',
    'fa_4',
  ];
  let met = 0;
  fc.assert(
    fc.property(aContent, aContent, aContent, fc.subarray(roots), (base, one, other, own) => {
      const isOurs = ({ field }: FieldChange): boolean =>
        own.includes(field.replace(/^facts\./, '').split('.')[0] ?? '');
      const mine = diffContents(base, one).filter((change) => change.field !== 'facts' && isOurs(change));
      const others = diffContents(base, other).filter((change) => change.field !== 'facts' && !isOurs(change));
      const [ours, theirs] = [applyChanges(base, mine), applyChanges(base, others)];
      const [there, back] = [mergeContents(base, ours, theirs), mergeContents(base, theirs, ours)];
      expect([there.overlap, back.overlap]).toEqual([[], []]);
      expect(sorted(there.content)).toBe(sorted(back.content));
      expect(sorted(there.content)).toBe(sorted(applyChanges(base, [...mine, ...others])));
      if (mine.length > 0 && others.length > 0) met += 1;
    }),
    { numRuns: RUNS },
  );
  expect(met).toBeGreaterThan(RUNS / 2);
});

test('whether two sides overlap does not depend on which is which', () => {
  fc.assert(
    fc.property(aContent, aContent, aContent, (base, ours, theirs) => {
      const [there, back] = [mergeContents(base, ours, theirs), mergeContents(base, theirs, ours)];
      expect(there.overlap.length === 0).toBe(back.overlap.length === 0);
    }),
    { numRuns: RUNS },
  );
});

test('where both sides changed a field the other is kept, and the field is named', () => {
  fc.assert(
    fc.property(aContent, aContent, aContent, (base, ours, theirs) => {
      const { content, overlap } = mergeContents(base, ours, theirs);
      const [mine, others] = [diffContents(base, ours), diffContents(base, theirs)];
      for (const change of mine) {
        const twin = others.find(({ field }) => field === change.field);
        const isAlike = twin !== undefined && canonicalJson(twin) === canonicalJson(change);
        if (twin !== undefined && !isAlike) expect(overlap).toContain(change.field);
      }
      for (const field of overlap) expect(mine.map((change) => change.field)).toContain(field);
      const kept = new Map(diffContents(theirs, content).map((change) => [change.field, change]));
      for (const field of overlap) expect(kept.has(field)).toBe(false);
    }),
    { numRuns: RUNS },
  );
});

test('both may make the same change, and a whole that was replaced does not keep parts of the other side', () => {
  const base = contentOf({ name: 'Maya', document: { voice: { a: 1 } } });
  const replaced = contentOf({ name: 'Maya', document: { voice: 'plain' } });
  const extended = contentOf({ name: 'Maya', document: { voice: { a: 1, b: 2 } } });
  expect(mergeContents(base, replaced, replaced)).toEqual({ content: replaced, overlap: [] });
  const { content, overlap } = mergeContents(base, replaced, extended);
  expect([content.document, overlap]).toEqual([{ voice: { a: 1, b: 2 } }, ['voice']]);
});

test('two parts of one field can be changed by two people', () => {
  const voice = (a: string, b: string): Content => contentOf({ name: 'Maya', document: { voice: { a, b } } });
  expect(mergeContents(voice('1', '1'), voice('2', '1'), voice('1', '2'))).toEqual({
    content: voice('2', '2'),
    overlap: [],
  });
});

function sorted({ facts, ...content }: Content): string {
  return canonicalJson({ ...content, facts: facts.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });
}
