import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFountain } from '../screenplay/index.ts';
import { CRITERIA } from './areas.ts';
import { type Claim, foundedEvidence } from './evidence.ts';
import { partsFor } from './parts.ts';
import { coveredScript } from './scenes.ts';

const TEXT = `Title: Lamp

FADE IN:

INT. LIGHTHOUSE - NIGHT

MARA VANCE, 34, trims the *lamp* with a coin.

MARA
(low)
Twenty years I’ve kept it,
and “nobody” ever asked.

TOM
No.

[[A note that no reader sees at all.]]

EXT. PIER - DAWN

Boats knock. Tom counts them twice.

TOM
Who lit it, then?
`;
const { screenplay } = parseFountain(TEXT);
const [part = []] = partsFor(coveredScript(screenplay).scenes, { tokensOf: (text) => text.length / 4 });
const claim = (own: Partial<Claim> = {}): Claim => ({
  ...{ criterion: 'dialogue/voice', grade: 1, scene: 1, quote: 'Who lit it, then?', why: 'Hers.' },
  ...own,
});
const found = (...claims: readonly Partial<Claim>[]) =>
  foundedEvidence(screenplay, [{ part, claims: claims.map(claim) }]);

test('what stands in the script counts, with scene, page and line, whatever its marks and line breaks', () => {
  const { evidence, dropped } = found(
    { quote: 'Twenty years I\'ve kept it, and "nobody" ever asked.' },
    { criterion: 'setting/image', quote: 'trims the lamp with a coin', grade: 2 },
  );
  expect(dropped).toEqual([]);
  expect(evidence).toMatchObject([
    { id: 'E1', area: 'dialogue', scene: 0, number: '1', page: 1, line: 9, grade: 1 },
    { id: 'E2', area: 'setting', scene: 0, number: '1', page: 1, line: 7, grade: 2 },
  ]);
});

test('a reader who is a scene off is put right by the words', () => {
  expect(found({ scene: 1, quote: 'Tom counts them twice.' }).evidence).toMatchObject([{ scene: 1, number: '2' }]);
  expect(found({ scene: 77, quote: 'Tom counts them twice.' }).evidence).toMatchObject([{ scene: 1 }]);
});

test.each([
  [{ quote: 'Twenty years I kept it' }, 'not in the script'],
  [{ quote: 'A note that no reader sees' }, 'not in the script'],
  [{ quote: '' }, 'not in the script'],
  [{ quote: 'ever asked' }, 'too short to tell'],
  [{ criterion: 'verdict/recommend' }, 'no such criterion'],
  [{ criterion: 'dialogue' }, 'no such criterion'],
  [{ grade: 3 }, 'no such grade'],
  [{ grade: 1.5 }, 'no such grade'],
  [{ grade: Number.NaN }, 'no such grade'],
])('%j is dropped: %s', (own, reason) => {
  expect(found(own)).toEqual({ evidence: [], dropped: [{ ...claim(own), reason }] });
});

test('a word or two count when they are all that is said', () => {
  expect(found({ quote: 'No.' }).evidence).toHaveLength(1);
});

test('the same words for the same area count once, at the lower grade', () => {
  const { evidence, dropped } = found(
    { grade: 2 },
    { grade: -1, criterion: 'dialogue/subtext' },
    { grade: 1, criterion: 'story/cause' },
  );
  expect(evidence.map(({ criterion, grade }) => [criterion, grade])).toEqual([
    ['story/cause', 1],
    ['dialogue/subtext', -1],
  ]);
  expect(dropped).toMatchObject([{ grade: 2, reason: 'said twice' }]);
});

const everything = CRITERIA.map(({ key }) => ({ criterion: key }));

test('a part that is praised or damned throughout counts for nothing; one that is plain throughout does', () => {
  for (const grade of [2, -2]) {
    const { evidence, dropped } = found(...everything.map((own) => ({ ...own, grade })));
    expect([evidence, new Set(dropped.map(({ reason }) => reason))]).toEqual([[], new Set(['all alike'])]);
  }
  expect(found(...everything.map((own) => ({ ...own, grade: 0 }))).evidence).toHaveLength(6);
});

test('no claim whose words are not there ever counts, and the order of claims makes no difference', () => {
  const quote = fc.constantFrom(
    'Who lit it, then?',
    'Tom counts them twice.',
    'No.',
    'Never said by anybody.',
    'the lamp',
  );
  const any = fc.record({
    quote,
    criterion: fc.constantFrom(...CRITERIA.map(({ key }) => key), 'nothing'),
    grade: fc.integer({ min: -3, max: 3 }),
    scene: fc.integer({ min: -1, max: 4 }),
    why: fc.constantFrom('', 'One.', 'Two.'),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 30 }), fc.func(fc.nat()), (claims, order) => {
      const { evidence, dropped } = foundedEvidence(screenplay, [{ part, claims }]);
      expect(evidence.length + dropped.length).toBe(claims.length);
      expect(evidence.some((one) => ['Never said by anybody.', 'the lamp'].includes(one.quote))).toBe(false);
      const shuffled = claims.toSorted((a, b) => order(a) - order(b));
      expect(foundedEvidence(screenplay, [{ part, claims: shuffled }]).evidence).toEqual(evidence);
    }),
  );
});
