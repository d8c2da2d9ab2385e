import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Json } from '../../core/index.ts';
import { DirectAnswer, LinesAnswer } from '../../generators/index.ts';
import { PATTERNS } from '../patterns.ts';
import { VOICES } from '../voices.ts';
import { LENGTHS } from './lengths.ts';
import { ask, type Sample, sampleScenes, sampleVoice, writeSample } from './sample-scenes.ts';
import { countWords } from './slots.ts';

const samples = sampleScenes(60);
const Lines = z.object({ lines: z.array(z.object({ text: z.string() })) });

test('every task answers what its schema asks', () => {
  for (const sample of samples) {
    const elements = writeSample(sample);
    expect(() => DirectAnswer.parse({ elements, cut: [], changed: [] })).not.toThrow();
    for (const self of sample.scene.speakers) expect(() => LinesAnswer.parse(linesOf(sample, self))).not.toThrow();
  }
});

test('equal inputs get equal answers', () => {
  expect(sampleScenes(12).map(writeSample)).toEqual(sampleScenes(12).map(writeSample));
});

test('everybody who is to speak speaks, and nobody else', () => {
  for (const sample of samples) {
    const heard = writeSample(sample).flatMap(({ type, character }) => (type === 'line' ? [character] : []));
    expect(new Set(heard)).toEqual(new Set(sample.scene.speakers));
  }
});

test('a scene keeps to its length, give or take a fifth', () => {
  for (const sample of samples) {
    const words = writeSample(sample).reduce((sum, { text }) => sum + countWords(text), 0);
    const { least, most } = LENGTHS[sample.scene.length];
    const silentLeast = sample.scene.speakers.length === 0 ? 0.7 : 0.8;
    expect(words, `${sample.scene.pattern} ${sample.scene.length}`).toBeGreaterThanOrEqual(least * silentLeast);
    expect(words, `${sample.scene.pattern} ${sample.scene.length}`).toBeLessThanOrEqual(most * 1.2);
  }
});

test('no slot is left open and no block is over four lines', () => {
  for (const sample of samples) {
    for (const { text, type } of writeSample(sample)) {
      expect(text).not.toMatch(/[{}|]|undefined|^\s|\s$|\s{2}/);
      if (type === 'action') expect(text.length).toBeLessThanOrEqual(240);
    }
  }
});

test('what is to be learned comes out', () => {
  for (const sample of samples.filter(({ scene }) => scene.learns.length > 0)) {
    const text = writeSample(sample)
      .map((element) => element.text)
      .join(' ');
    const [fact] = sample.scene.learns.map((learn) => learn.fact.replace(/\.$/, '').split(' ').slice(-3).join(' '));
    expect(text).toContain(fact);
  }
});

test('no line comes back within twelve scenes of different patterns', () => {
  for (const seed of ['one', 'two', 'three']) {
    const said = sampleScenes(12, seed).flatMap((sample) => writeSample(sample).filter(({ type }) => type === 'line'));
    const facts = new Set(sampleScenes(12, seed).flatMap(({ scene }) => scene.learns.map(({ fact }) => fact)));
    const texts = said.map(({ text }) => text).filter((text) => !facts.has(text));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  }
});

test('speech is as long, and asks as often, as in produced screenplays', () => {
  const said = sampleScenes(30, 'norms').flatMap((sample) => writeSample(sample).filter(({ type }) => type === 'line'));
  const lengths = said.map(({ text }) => countWords(text)).sort((a, b) => a - b);
  const median = lengths[lengths.length >> 1] ?? 0;
  const questions = said.filter(({ text }) => text.includes('?')).length / said.length;
  expect(median).toBeGreaterThanOrEqual(6);
  expect(median).toBeLessThanOrEqual(11);
  expect(questions).toBeGreaterThanOrEqual(0.2);
  expect(questions).toBeLessThanOrEqual(0.36);
});

test('an edited voice changes that character and nobody else', () => {
  const [sample] = samples.filter(({ scene }) => scene.length === 'setPiece' && scene.speakers.length === 2);
  if (!sample) throw new Error('no set piece among the samples');
  const [first = '', second = ''] = sample.scene.speakers;
  const edited = withVoice(sample, first, { ...sampleVoice(first), sentences: 'Asks questions instead of answering.' });
  expect(linesOf(edited, second)).toEqual(linesOf(sample, second));
  expect(linesOf(edited, first)).not.toEqual(linesOf(sample, first));
});

test('any edit of a voice, however small, is heard in a scene of some length', () => {
  for (const sample of samples.filter(({ scene }) => scene.length === 'standard' && scene.speakers.length > 0)) {
    const [first = ''] = sample.scene.speakers;
    const voice = sampleVoice(first);
    const edited = withVoice(sample, first, { ...voice, avoids: `${voice.avoids} And geese.` });
    expect(linesOf(edited, first)).not.toEqual(linesOf(sample, first));
  }
});

test('voices are told apart by what is measured of them', () => {
  const clipped = spokenAs('clipped and literal');
  const winding = spokenAs('winding and self-correcting');
  const asking = spokenAs('all questions');
  expect(wordsPerLine(winding)).toBeGreaterThan(wordsPerLine(clipped) * 2);
  expect(questionRate(asking)).toBeGreaterThan(questionRate(clipped) + 0.2);
  expect(questionRate(asking)).toBeLessThanOrEqual(0.45);
  expect(spokenAs('formal and exact').join(' ')).not.toMatch(/\b(?:don't|can't|I'm|won't|it's)\b/i);
});

test('a director weaves lines that follow no plan, beat by beat', () => {
  const sample = samples.find(({ scene }) => scene.length === 'standard' && scene.speakers.length === 2);
  if (!sample) throw new Error('no dialogue among the samples');
  const offers = sample.scene.speakers.map((character, who) => ({
    character,
    offer: { lines: [1, 2, 3].map((beat) => ({ beat, text: `Line ${who} of ${beat}.`, parenthetical: '' })) },
  }));
  const directed = ask('scene.direct', {
    title: '',
    scene: { ...sample.scene } as unknown as Json,
    bible: sample.bible,
    offers,
  });
  const { elements } = DirectAnswer.parse(directed);
  const texts = elements.filter(({ type }) => type === 'line').map(({ text }) => text.slice(-2, -1));
  expect(texts).toEqual(['1', '1', '2', '2', '3', '3']);
});

test('a pattern the tables do not know is played all the same', () => {
  const [sample] = samples.filter(({ scene }) => scene.speakers.length > 1);
  if (!sample) throw new Error('no dialogue among the samples');
  for (const pattern of ['', 'a late interrogation', 'Zugzwang']) {
    expect(writeSample({ ...sample, scene: { ...sample.scene, pattern } }).length).toBeGreaterThan(2);
  }
  expect(new Set(PATTERNS.map(({ name }) => name)).size).toBe(PATTERNS.length);
});

function linesOf(sample: Sample, self: string): Json {
  const scene = { ...sample.scene } as unknown as Json;
  return ask('scene.lines', { title: '', scene, bible: sample.bible, self, knows: [] });
}

function withVoice(sample: Sample, name: string, voice: Json): Sample {
  const bible = sample.bible.map((entry) => {
    const read = z.object({ kind: z.string(), name: z.string(), fields: z.record(z.string(), z.json()) }).parse(entry);
    return read.name === name ? { ...read, fields: { ...read.fields, voice } } : entry;
  });
  return { ...sample, bible };
}

function spokenAs(name: string): readonly string[] {
  const found = VOICES.find((voice) => voice.name === name);
  if (!found) throw new Error(`no voice ${name}`);
  const { vocabulary, sentences, avoids, address } = found;
  return samples.flatMap((sample) => {
    const [first] = sample.scene.speakers;
    if (first === undefined) return [];
    const played = withVoice(sample, first, { vocabulary, sentences, avoids, address });
    return Lines.parse(linesOf(played, first)).lines.map(({ text }) => text);
  });
}

function wordsPerLine(lines: readonly string[]): number {
  return lines.reduce((sum, text) => sum + countWords(text), 0) / lines.length;
}

function questionRate(lines: readonly string[]): number {
  return lines.filter((text) => text.includes('?')).length / lines.length;
}
