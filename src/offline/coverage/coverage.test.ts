import { expect, test } from 'vitest';
import { toJson } from '../../core/index.ts';
import { CoverageReadAnswer, CoverageReportAnswer } from '../../generators/index.ts';
import { copyPart } from './read.ts';
import { copyReport } from './report.ts';

const scenes = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    heading: `INT. ROOM ${at}`,
    text: `Rain ${at}. More rain.\n\nMARA\nSo?`,
  }));
const read = (input: object) => CoverageReadAnswer.parse(copyPart(toJson({ title: 'X', ...input })));

test('a part is told as its scenes begin, and nothing is graded', () => {
  expect(read({ scenes: scenes(2) })).toEqual({ synopsis: 'INT. ROOM 0: Rain 0.\nINT. ROOM 1: Rain 1.', evidence: [] });
});

test('of a part of many scenes some are told, from all over it', () => {
  const told = read({ scenes: scenes(12) }).synopsis.split('\n');
  expect(told).toHaveLength(6);
  expect([told[0], told.at(-1)]).toEqual(['INT. ROOM 0: Rain 0.', 'INT. ROOM 10: Rain 10.']);
});

test('a scene without a sentence, an endless one, and a part without words are told as far as they go', () => {
  expect(read({ scenes: [{ heading: '', text: 'Rain' }] }).synopsis).toBe('Rain');
  expect(read({ scenes: [{ heading: '', text: '' }] }).synopsis).toBe('…');
  expect(read({ scenes: [{ heading: '', text: 'rain and '.repeat(99) }] }).synopsis.length).toBeLessThan(170);
  expect(read({ scenes: [{ heading: '部屋', text: '雨が降る。風も吹く。' }] }).synopsis).toBe(
    '部屋: 雨が降る。風も吹く。',
  );
});

test('a report has the parts as they were copied, and no word of its own', () => {
  const answer = CoverageReportAnswer.parse(
    copyReport(toJson({ parts: [{ scenes: 'Scenes 1-4', synopsis: 'Rain.' }], evidence: [] })),
  );
  expect(answer).toEqual({
    ...{ logline: '', genre: '', period: '', comments: [] },
    synopsis: [{ heading: 'Scenes 1-4', text: 'Rain.' }],
  });
});
