import { expect, test } from 'vitest';
import { makeCard } from '../bibles/fixtures/story.ts';
import type { Outline } from '../bibles/index.ts';
import type { MeasuredMetric, MetricKey } from '../screenplay/index.ts';
import type { Structure } from '../structures/index.ts';
import { cardMeasures, farthest, normMeasures } from './measures.ts';
import type { CoveredScene } from './scenes.ts';

const STRUCTURE: Structure = {
  ...{ id: 'two', name: 'Two turns', source: '', acts: [], tension: [] },
  beats: [
    { id: 'turn', name: 'Turn', from: 0.3, to: 0.3, sd: 0.1, purpose: '' },
    { id: 'end', name: 'End', from: 0.9, to: 1, purpose: '' },
  ],
};
const scenes = [0, 0.25, 0.5, 0.75].map((at, index): CoveredScene => {
  return { id: `sc_${index + 1}`, number: `${index + 1}`, heading: '', text: '', page: 1, at, blocks: [] };
});
const measured = (outline: Outline, structure: Structure | undefined = STRUCTURE) =>
  cardMeasures(outline, { scenes, structure }).map(({ area, grade, says }) => [area, grade, says]);
const withBeats = (...beats: readonly (readonly [scene: number, beat: string])[]): Outline => {
  return { cards: beats.map(([scene, beat]) => makeCard({ id: `sc_${scene}`, beat })) };
};

test('beats are in place where a scene of theirs touches what the structure expects, its spread included', () => {
  const where = 'where the structure expects them: Two turns';
  expect(measured(withBeats([2, 'turn'], [4, 'end']))).toEqual([['structure', 1, `2 of 2 ${where}`]]);
  expect(measured(withBeats([1, 'turn'], [4, 'end']))).toEqual([['structure', 1, `2 of 2 ${where}`]]);
  expect(measured(withBeats([3, 'turn'], [4, 'end']))).toEqual([['structure', -1, `1 of 2 ${where}`]]);
  expect(measured(withBeats([3, 'turn'], [1, 'end']))).toEqual([['structure', -2, `0 of 2 ${where}`]]);
});

test('there is nothing to measure without a structure, its beats, or the scenes of the cards', () => {
  expect(measured(withBeats([2, 'turn']), { ...STRUCTURE, beats: [] })).toEqual([]);
  expect(measured(withBeats([2, 'midpoint']))).toEqual([]);
  expect(measured(withBeats([9, 'turn']))).toEqual([]);
  expect(cardMeasures(withBeats([2, 'turn']), { scenes })).toEqual([]);
});

test('plants count that are set up and not meant to stay open', () => {
  const spine = { want: '', need: '', lie: '', antagonist: '', question: '' };
  const plants = ['gun', 'key', 'sea'].map((id) => ({ id, what: id, open: id === 'sea' }));
  const cards = [makeCard({ setsUp: ['gun', 'key', 'sea'] }), makeCard({ id: 'sc_2', paysOff: ['gun'] })];
  const plan = { structure: 'two', spine, sequences: [], beats: [], plants };
  expect(measured({ cards, plan })).toEqual([['story line', -1, '1 of 2 paid off']]);
  expect(measured({ cards: [makeCard({ setsUp: ['sea'] })], plan })).toEqual([]);
});

const metric = (key: MetricKey, distance: number | undefined, value = 0.1): MeasuredMetric => {
  const norm = { p25: 0.2, median: 0.3, p75: 0.4 };
  return { key, title: key, value, norm, band: 'low', ...(distance === undefined ? {} : { distance }) };
};

test.each([
  [0.5, 1],
  [1.5, 0],
  [2.5, -1],
  [3.9, -2],
])('metrics %d spreads from those of films are graded %d', (distance, grade) => {
  const metrics = [
    metric('question_share', distance),
    metric('slop_words_per_1k', 4),
    metric('speech_le_10w', undefined),
  ];
  expect(normMeasures({ metrics })).toMatchObject([{ area: 'dialogue', grade }]);
});

test('the farthest metrics say what they are like to read, on the side on which they lie', () => {
  const metrics = [metric('question_share', 3), metric('speech_gt_50w', 2, 0.9)];
  expect(farthest({ metrics, worst: ['question_share', 'speech_gt_50w', 'words'] })).toMatchObject([
    { key: 'question_share', means: 'People ask little: they state.' },
    { key: 'speech_gt_50w', means: 'People often speak at length.' },
  ]);
});
