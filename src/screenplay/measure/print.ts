import { FEATURE_WORDS, LEAST_WORDS, type MeasuredMetric } from './compare.ts';
import type { Measurement } from './measure.ts';
import type { CharacterMeasure } from './speakers.ts';
import { type Column, printTable, type TableFormat } from './table.ts';

const METRIC_COLUMNS: readonly Column<MeasuredMetric>[] = [
  { title: 'metric', cell: ({ key }) => key, shown: ({ title }) => title },
  { title: 'value', cell: ({ value }) => round(value) },
  { title: 'p5', cell: ({ norm }) => round(norm?.p5) },
  { title: 'p25', cell: ({ norm }) => round(norm?.p25) },
  { title: 'median', cell: ({ norm }) => round(norm?.median) },
  { title: 'p75', cell: ({ norm }) => round(norm?.p75) },
  { title: 'p95', cell: ({ norm }) => round(norm?.p95) },
  { title: 'lies', cell: ({ band }) => band ?? null },
  { title: 'distance', cell: ({ distance }) => round(distance) },
];

const CHARACTER_COLUMNS: readonly Column<CharacterMeasure>[] = [
  { title: 'character', cell: ({ name }) => name },
  { title: 'words', cell: ({ words }) => words },
  { title: 'speeches', cell: ({ speeches }) => speeches },
  { title: 'scenes', cell: ({ scenes }) => scenes },
  { title: 'median speech', cell: ({ medianSpeech }) => medianSpeech },
  { title: 'questions', cell: ({ questions }) => round(questions) },
  { title: 'self-repetition', cell: ({ selfRepetition }) => round(selfRepetition) },
];

/**
 * Write a measurement: `table` is for people, with the characters below and a word on what the norms are; `csv` has a
 * line for each metric; `json` is the whole value.
 */
export function printMeasurement(measurement: Measurement, format: TableFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(measurement, null, 2)}\n`;
    case 'csv':
      return printTable(measurement.metrics, METRIC_COLUMNS, 'csv');
    case 'table':
      return [
        printTable(measurement.metrics, METRIC_COLUMNS, 'table'),
        summary(measurement),
        printTable(measurement.characters, CHARACTER_COLUMNS, 'table'),
      ].join('\n');
  }
}

/** Write the characters of a measurement alone, in any format. */
export function printCharacters({ characters }: Measurement, format: TableFormat): string {
  return printTable(characters, CHARACTER_COLUMNS, format);
}

function summary({ norms, distance, worst, metrics, pages, voices }: Measurement): string {
  const lines = [`Pages: ${pages}.`, NORM_LINES[norms]];
  if (distance !== null) {
    const titles = worst.map((key) => metrics.find((metric) => metric.key === key)?.title ?? key);
    lines.push(`Mean distance from the median: ${round(distance)}. Farthest: ${titles.join('; ')}.`);
  }
  if (voices !== null) lines.push(`Voices compared: ${voices.speakers.join(', ')}.`);
  return `${lines.join('\n')}\n`;
}

const NORM_LINES = {
  feature: 'The norms are of 77 produced features in English, 1956 to 2012: information, no target.',
  excerpt: `The script has fewer than ${FEATURE_WORDS / 1000},000 words: the norms are of excerpts of 4,500 words from 77 produced features in English, 1956 to 2012, and what grows with length has none. Information, no target.`,
  none: `The script has fewer than ${LEAST_WORDS / 1000},000 words: too short to be held against norms.`,
} as const;

/** Three significant digits, and no fraction from 100 on. */
function round(value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
