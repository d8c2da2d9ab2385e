import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { LENSES } from '../generators/index.ts';
import { DEFECTS } from './fixtures/defects.ts';
import { costOfFix, countKind, type Measured, measure, STATED } from './fixtures/measure.ts';
import type { Play } from './fixtures/played-parts.ts';

/*
 * The tables of docs/rewriting.md are measured anew each time; `DOCS=write npx vitest run src/rewrite/docs.test.ts` writes them.
 */

const PATH = resolve(import.meta.dirname, '../../docs/rewriting.md');
const SIZE = { scenes: 120, faults: 3, seed: 1 } as const;

const VARIANTS: Readonly<Record<string, Play>> = {
  'as stated': STATED,
  'read apart first': { ...STATED, clears: { innocent: 0.8, fault: 0.1 } },
  'the reviser doubts no note': { ...STATED, doubts: 0 },
  'the judge is right nine times of ten': { ...STATED, judge: 0.9 },
  'the judge is right eight times of ten': { ...STATED, judge: 0.8 },
  'the judge flips a coin': { ...STATED, judge: 'coin' },
  'the judge takes whatever is new': { ...STATED, judge: 'yes' },
};

test('the lenses stand there as the code has them', () => {
  held(
    'lenses',
    table(
      ['Lens', 'What it asks'],
      Object.entries(LENSES).map(([name, { title }]) => [`\`${name}\``, title]),
    ),
  );
});

test('what the loop found, mended and brought in stands there as it is measured', async () => {
  const { played, ...all } = await measure(STATED, SIZE);
  const rows = Object.keys(DEFECTS).map((kind) => rowOf(kind, countKind(kind, played)));
  held('kinds', table(['Planted', 'Faults', 'Found', 'Mended', 'Brought in'], [...rows, rowOf('all', all)]));
  expect(all.planted).toBeGreaterThanOrEqual(100);
  expect(all.worse).toBe(0);
});

test('what comes of other readers, revisers and judges stands there as it is measured', async () => {
  const rows: string[][] = [];
  for (const [name, play] of Object.entries(VARIANTS)) {
    const measured = await measure(play, SIZE);
    const { critic, verify, revise, judge } = measured.calls;
    rows.push([
      ...[name, `${measured.fixed} of ${measured.planted}`, String(measured.introduced), String(measured.worse)],
      ...[String(critic + verify + revise + judge), `$${costOfFix(measured).toFixed(2)}`],
    ]);
  }
  held(
    'variants',
    table(['Who takes part', 'Mended', 'Brought in', 'Scenes made worse', 'Calls', 'A fault mended'], rows),
  );
});

function rowOf(
  name: string,
  { planted, found, fixed, introduced }: Omit<Measured, 'played' | 'calls' | 'worse'>,
): string[] {
  return [name, String(planted), String(found), String(fixed), String(introduced)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return `${line(head)}${line(head.map(() => '---')).replaceAll(' ', '')}${rows.map(line).join('')}`;
}

function held(name: string, lines: string): void {
  const text = readFileSync(PATH, 'utf8');
  const list = new RegExp(`(<!-- ${name} -->\n\n)[\\s\\S]*?(\n?<!-- /${name} -->)`);
  expect(text).toMatch(list);
  const actual = text.replace(list, (_, open: string) => `${open}${lines}\n<!-- /${name} -->`);
  if (process.env['DOCS'] === 'write') writeFileSync(PATH, actual);
  else expect(text).toBe(actual);
}
