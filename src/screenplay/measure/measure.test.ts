import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as build from '../build.ts';
import { parseFountain } from '../fountain/parse.ts';
import type { Block, Screenplay } from '../tree.ts';
import { FEATURE_WORDS, LEAST_WORDS } from './compare.ts';
import { readMaterial } from './material.ts';
import { type Measurement, measureScreenplay } from './measure.ts';
import { METRICS, type MetricKey } from './metrics.ts';
import { EXCERPT_NORMS, FEATURE_NORMS } from './norms.ts';
import { printCharacters, printMeasurement } from './print.ts';

const DATA = resolve(import.meta.dirname, '../../../../shared/data');

function metricValue({ metrics }: Measurement, key: MetricKey): number | null | undefined {
  return metrics.find((metric) => metric.key === key)?.value;
}

const SCENES = build.screenplay(
  null,
  build.heading('int. house - night'),
  build.action('Mara waits. The clock ticks slowly.'),
  build.dialogue('Mara', [build.parenthetical('softly'), build.speech('Where is he, Tom?')], { extensions: ['O.S.'] }),
  build.dialogue('Tom', 'Gone!'),
  build.heading('ext. beach'),
  build.action('Waves.'),
  build.heading('int./ext. car - day'),
  build.dualDialogue(build.dialogue('Mara', 'Drive.'), build.dialogue('Tom', 'I am *driving*. [[really]]')),
);

test('counts are of what is heard and seen', () => {
  const measurement = measureScreenplay(SCENES);
  const values = Object.fromEntries(measurement.metrics.map(({ key, value }) => [key, value]));
  expect(values).toMatchObject({
    words: 16,
    scenes: 3,
    cues: 4,
    speaking_roles: 2,
    dialogue_share: 9 / 16,
    speech_len_mean: 9 / 4,
    speech_len_median: 2,
    speech_le_10w: 1,
    question_share: 1 / 4,
    exclaim_share: 1 / 4,
    vocative_share: 1 / 4,
    paren_per_100cues: 25,
    action_block_mean: 7 / 2,
    words_per_scene: 16 / 3,
    scenes_no_dialogue: 1 / 3,
    speakers_per_scene_mean: 4 / 3,
    int_share: 1 / 3,
    heading_has_time: 2 / 3,
    top1_share: 5 / 9,
    adverb_ly_per_1k_action: 1000 / 7,
    voice_kappa: null,
  });
  expect(measurement.pages).toBe(1);
});

test('every character is measured, the one who says most first', () => {
  const [mara, tom] = measureScreenplay(SCENES).characters;
  expect(mara).toMatchObject({ name: 'MARA', speeches: 2, words: 5, scenes: 2, medianSpeech: 2.5, questions: 0.5 });
  expect(tom).toMatchObject({ name: 'TOM', speeches: 2, words: 4 });
});

test('phrases that come back are counted, three times for the script and twice for a character', () => {
  const line = 'I never wanted any of this';
  const script = build.screenplay(null, ...['A', 'A', 'B'].map((name) => build.dialogue(name, line)));
  const measurement = measureScreenplay(script);
  // 18 words make 15 runs of four; the three inside the line stand three times each, those across two lines twice.
  expect(metricValue(measurement, 'rep4_share')).toBeCloseTo(9 / 15);
  expect(measurement.characters.map(({ selfRepetition }) => selfRepetition)).toEqual([6 / 9, 0]);
});

test('words and turns that language models overuse are counted, a possessive with its word', () => {
  const text =
    "Elara's gaze is not fear but hope. It isn't fear; it's hope. She took a breath, her voice barely whisper.";
  const measurement = measureScreenplay(build.screenplay(null, build.action(text)));
  const words = metricValue(measurement, 'words') ?? 0;
  expect(metricValue(measurement, 'slop_words_per_1k')).toBeGreaterThanOrEqual(2000 / words);
  expect(metricValue(measurement, 'slop_tri_per_1k')).toBeCloseTo(1000 / words);
  expect(metricValue(measurement, 'notxbuty_per_1kwords')).toBeCloseTo(2000 / words);
  const plain = measureScreenplay(build.screenplay(null, build.action('He eats an egg at the table.')));
  expect(metricValue(plain, 'slop_words_per_1k')).toBe(0);
});

test('a short script is held against nothing, a middling one against excerpts, a long one against features', () => {
  const scriptOf = (words: number): Screenplay =>
    build.screenplay(null, build.heading('int. a'), build.action('rain '.repeat(words)));
  const short = measureScreenplay(scriptOf(LEAST_WORDS - 1));
  expect(short).toMatchObject({ norms: 'none', distance: null, worst: [] });
  expect(short.metrics.filter(({ norm }) => norm !== undefined)).toEqual([]);
  const middling = measureScreenplay(scriptOf(FEATURE_WORDS - 1));
  expect(middling.norms).toBe('excerpt');
  const keys = (measurement: Measurement) =>
    measurement.metrics.flatMap(({ key, norm }) => (norm === undefined ? [] : [key]));
  for (const key of ['words', 'scenes', 'cues', 'speaking_roles', 'scene_len_cv', 'question_share', 'gini_speech'])
    expect(keys(middling)).not.toContain(key);
  expect(keys(middling)).toContain('mattr500_all');
  const long = measureScreenplay(scriptOf(FEATURE_WORDS));
  expect(long.norms).toBe('feature');
  expect(long.worst).toHaveLength(3);
  expect(keys(long)).toContain('words');
});

test('a distance is in robust standard deviations, at most four, and the mean is over those that have one', () => {
  const { metrics, distance, worst } = measureScreenplay(
    build.screenplay(null, build.heading('int. a'), build.action('rain '.repeat(30_000))),
  );
  const words = metrics.find(({ key }) => key === 'words');
  expect(words?.distance).toBeCloseTo((30_000 - 21_871) / ((25_012 - 19_134) / 1.35));
  expect(words?.band).toBe('very high');
  const all = metrics.flatMap((metric) => metric.distance ?? []);
  expect(all.every((one) => one >= 0 && one <= 4)).toBe(true);
  expect(distance).toBeCloseTo(all.reduce((sum, one) => sum + one, 0) / all.length);
  expect(metrics.find(({ key }) => key === worst[0])?.distance).toBe(Math.max(...all));
});

test('norms name metrics only, in order from low to high', () => {
  const known = new Set<string>(METRICS.map(({ key }) => key));
  for (const [key, norm] of [...Object.entries(FEATURE_NORMS), ...Object.entries(EXCERPT_NORMS)]) {
    expect(known).toContain(key);
    const { p5 = norm.p25, p25, median, p75, p95 = norm.p75 } = norm;
    expect([p5, p25, median, p75, p95]).toEqual([p5, p25, median, p75, p95].toSorted((a, b) => a - b));
  }
  expect(Object.keys(FEATURE_NORMS)).toHaveLength(METRICS.length);
});

test('the words of all scenes make up the words of the script, and those of its speeches and telling, too', () => {
  const text = fc.stringMatching(/^[A-Za-zéß'’ *.?!漢-]{0,30}$/);
  const block: fc.Arbitrary<Block> = fc.oneof(
    text.map((words) => build.heading(words)),
    text.map((words) => build.action(words)),
    fc.tuple(fc.constantFrom('A', 'B', 'b'), text).map(([name, words]) => build.dialogue(name, words)),
    fc.tuple(text, text).map(([a, b]) => build.dualDialogue(build.dialogue('A', a), build.dialogue('B', b))),
    text.map((words) => build.transition(words)),
    text.map((words) => build.note(words)),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
      const material = readMaterial(build.screenplay(null, ...blocks));
      const counted = [...material.speeches, ...material.told].reduce((sum, { words }) => sum + words.length, 0);
      expect(material.words).toBe(counted);
      const measurement = measureScreenplay(build.screenplay(null, ...blocks));
      expect(measurement.characters.reduce((sum, { words }) => sum + words, 0)).toBe(
        material.speeches.reduce((sum, { words }) => sum + words.length, 0),
      );
      expect(JSON.parse(JSON.stringify(measurement))).toEqual(measurement);
    }),
  );
});

test('a measurement is printed for people, for spreadsheets and for programs', () => {
  const measurement = measureScreenplay(SCENES);
  expect(printMeasurement(measurement, 'table')).toMatch(
    /Silent scenes +0\.333[\s\S]*too short[\s\S]*MARA +5 +2 +2 +2\.5 +0\.5/,
  );
  const csv = printMeasurement(measurement, 'csv').split('\r\n');
  expect(csv[0]).toBe('metric,value,p5,p25,median,p75,p95,lies,distance');
  expect(csv).toHaveLength(METRICS.length + 2);
  expect(JSON.parse(printMeasurement(measurement, 'json'))).toEqual(measurement);
  expect(printCharacters(measurement, 'csv').split('\r\n')[1]).toMatch(/^MARA,5,2,2,2\.5,0\.5,/);
});

test('an empty script has nothing to measure', () => {
  const measurement = measureScreenplay(build.screenplay(null));
  expect(measurement).toMatchObject({ pages: 0, distance: null, characters: [], voices: null });
});

test.skipIf(!existsSync(DATA))('a stage play is told from a film by its talk', () => {
  const text = readFileSync(`${DATA}/plays/the-importance-of-being-earnest.fountain`, 'utf8');
  const measurement = measureScreenplay(parseFountain(text).screenplay);
  expect(measurement.norms).toBe('feature');
  expect(metricValue(measurement, 'cues')).toBe(879);
  expect(measurement.metrics.find(({ key }) => key === 'dialogue_share')?.band).toBe('very high');
  expect(measurement.metrics.find(({ key }) => key === 'speech_le_10w')?.band).toBe('very low');
});
