import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRID } from './areas.ts';
import type { Measure } from './measures.ts';
import { type Graded, scoreAreas, verdictOf } from './score.ts';
import { RATINGS, ratingOf, THRESHOLDS, VERDICTS } from './thresholds.ts';

type Piece = Graded['evidence'][number];

const grade = fc.integer({ min: -2, max: 2 });
const piece = fc.record({
  id: fc.integer({ min: 1, max: 99 }).map((id) => `E${id}`),
  area: fc.constantFrom(...GRID),
  grade,
  scene: fc.integer({ min: 0, max: 5 }),
  number: fc.constant('1'),
});
const measure = fc.record({
  area: fc.constantFrom(...GRID),
  name: fc.constant('measure'),
  grade,
  says: fc.constant(''),
});
const graded = fc.record({
  evidence: fc.array(piece, { minLength: 1, maxLength: 60 }),
  measures: fc.array(measure, { maxLength: 4 }),
  scenes: fc.constant(6),
});
const scores = (one: Graded) => scoreAreas(one).map(({ area, score }) => ({ area, score: score ?? undefined }));
const verdictRank = (one: Graded) => VERDICTS.indexOf(verdictOf(scoreAreas(one)) ?? 'pass');

test('a better grade never lowers a score or the verdict', () => {
  fc.assert(
    fc.property(graded, fc.nat(), fc.integer({ min: 1, max: 4 }), (before, at, by) => {
      const raised = before.evidence.map((one, index): Piece => {
        return index === at % before.evidence.length ? { ...one, grade: Math.min(2, one.grade + by) } : one;
      });
      const after = { ...before, evidence: raised };
      for (const [index, { score }] of scores(before).entries())
        if (score !== undefined) expect(scores(after)[index]?.score).toBeGreaterThanOrEqual(score);
      expect(verdictRank(after)).toBeGreaterThanOrEqual(verdictRank(before));
    }),
  );
});

test('a better measure never lowers a score', () => {
  fc.assert(
    fc.property(graded, measure, (before, one) => {
      const low = scores({ ...before, measures: [...before.measures, { ...one, grade: -2 }] });
      const high = scores({ ...before, measures: [...before.measures, one] });
      for (const [index, { score }] of low.entries())
        if (score !== undefined) expect(high[index]?.score).toBeGreaterThanOrEqual(score);
    }),
  );
});

test('the order of the evidence makes no difference', () => {
  fc.assert(
    fc.property(graded, fc.func(fc.nat()), (one, order) => {
      const ids = one.evidence.map((own, index) => ({ ...own, id: `E${index}` }));
      const shuffled = ids.toSorted((a, b) => order(a.id) - order(b.id));
      expect(scoreAreas({ ...one, evidence: shuffled })).toEqual(scoreAreas({ ...one, evidence: ids }));
    }),
  );
});

test('a score lies on the scale, and follows from what is shown beside it', () => {
  fc.assert(
    fc.property(graded, (one) => {
      for (const { score, terms, rating } of scoreAreas(one)) {
        if (score === null) continue;
        expect(Math.abs(score)).toBeLessThan(2);
        const sum = terms.reduce((total, { value }) => total + value, 0);
        expect(score).toBeCloseTo(sum / (terms.length + THRESHOLDS.plain), 1);
        expect(rating).toBe(ratingOf(score));
      }
    }),
  );
});

const all = (grades: readonly number[], scene = 0): readonly Piece[] =>
  GRID.flatMap((area) =>
    grades.map((own, at): Piece => ({ id: `${area}${at}`, area, grade: own, scene: scene + at, number: `${at + 1}` })),
  );

test('however much is said of one scene, it weighs as one', () => {
  const evidence = all([0, 0, 0, 0]);
  const flood = Array.from({ length: 30 }, (_, at): Piece => {
    return { id: `F${at}`, area: 'dialogue', grade: 2, scene: 9, number: '10' };
  });
  const row = scoreAreas({ evidence: [...evidence, ...flood], measures: [], scenes: 12 }).find(
    ({ area }) => area === 'dialogue',
  );
  expect(row).toMatchObject({ score: 0.29, rating: 'Fair', pieces: 34, scenes: 5 });
});

test('too little evidence has no rating, and one such area no verdict', () => {
  const few = scoreAreas({ evidence: all([2, 2, 2]), measures: [], scenes: 12 });
  expect(few.map(({ rating }) => rating)).toEqual(few.map(() => null));
  const measures: readonly Measure[] = [{ area: 'structure', name: 'pages', grade: 1, says: '' }];
  expect(scoreAreas({ evidence: [], measures, scenes: 12 })[2]).toMatchObject({ score: null, rating: null, measures });
  const enough = all([2, 2, 2, 2]).filter(({ area, scene }) => area !== 'premise' || scene > 0);
  expect(verdictOf(scoreAreas({ evidence: enough, measures: [], scenes: 12 }))).toBeNull();
});

test('a script of one scene can be judged by it, but is never excellent or recommended for it', () => {
  const evidence = all([2, 2, 2, 2]).map((one) => ({ ...one, scene: 0 }));
  const grid = scoreAreas({ evidence, measures: [], scenes: 1 });
  expect(grid[0]).toMatchObject({ score: 0.67, rating: 'Good', scenes: 1 });
  expect(verdictOf(grid)).toBe('consider');
});

test.each([
  [[2, 2, 2, 2, 2, 2], 'recommend'],
  [[1, 1, 1, 1, 1, 1], 'consider'],
  [[0, 0, 0, 0, 0, 0], 'pass'],
  [[-1, -1, -1, -1, -1, -1], 'pass'],
])('grades of %j come to %s', (grades, verdict) => {
  expect(verdictOf(scoreAreas({ evidence: all(grades), measures: [], scenes: 12 }))).toBe(verdict);
});

test('one poor area keeps a script from being considered, however good the rest is', () => {
  const evidence = all([2, 2, 2, 2, 2, 2]).map((one) => (one.area === 'structure' ? { ...one, grade: -2 } : one));
  expect(verdictOf(scoreAreas({ evidence, measures: [], scenes: 12 }))).toBe('pass');
});

test('the tables go from best to worst', () => {
  const leasts = THRESHOLDS.ratings.map(({ least }) => least);
  expect(leasts).toEqual(leasts.toSorted((a, b) => b - a));
  expect(RATINGS.map((_, at) => ratingOf([-1, 0, 0.5, 1][at] ?? 0))).toEqual(RATINGS);
});
