import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { PREDICATES } from './facts/predicates.ts';
import { accuracyOf, precisionOf, recallOf } from './fixtures/accuracy.ts';
import { FAULTS } from './fixtures/faults.ts';
import { LOOKALIKES } from './fixtures/lookalikes.ts';
import { measureReader, READERS } from './fixtures/measure-reader.ts';
import { allStories, lookOver } from './fixtures/measure-rules.ts';
import { expectedOf } from './fixtures/simulated-reader.ts';
import { CONTINUITY_RULES } from './rules/rules.ts';

/*
 * The tables of docs/continuity.md. Those of the code are held against it each time; what is measured is measured anew by
 * `DOCS=write npx vitest run src/continuity/docs.test.ts`, which takes minutes, and else only looked at for its form.
 */

const PATH = resolve(import.meta.dirname, '../../docs/continuity.md');
const WRITES = process.env['DOCS'] === 'write';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return `${line(head)}${line(head.map(() => '---')).replaceAll(' ', '')}${rows.map(line).join('')}`;
}

function held(name: string, lines: string): string {
  const text = readFileSync(PATH, 'utf8');
  const list = new RegExp(`(<!-- ${name} -->\n\n)[\\s\\S]*?(\n<!-- /${name} -->)`);
  expect(text).toMatch(list);
  const actual = text.replace(list, (_, open: string, close: string) => open + lines + close);
  if (WRITES) writeFileSync(PATH, actual);
  return actual;
}

test('the rules and the predicates stand there as the code has them', () => {
  const rules = CONTINUITY_RULES.map(({ id, severity, confidence, title, why }) => [
    `\`${id}\``,
    severity,
    `${Math.round(confidence * 100)}%`,
    title,
    why,
  ]);
  const predicates = Object.entries(PREDICATES).map(([name, { kind, functional, lasts, says }]) => [
    `\`${name}\``,
    kind,
    functional ? 'one at a time' : 'several',
    lasts,
    says,
  ]);
  held('rules', table(['Rule', 'Severity', 'Confidence', 'What', 'What it goes by, and what is left alone'], rules));
  const actual = held('predicates', table(['Predicate', 'Kind', 'Objects', 'Lasts', 'What it says'], predicates));
  expect(readFileSync(PATH, 'utf8')).toBe(actual);
});

test.runIf(WRITES)(
  'what the rules find is measured anew',
  async () => {
    const stories = await allStories(30);
    const faults = accuracyOf(lookOver(stories, FAULTS));
    const innocent = accuracyOf(lookOver(stories, LOOKALIKES));
    const scripts = lookOver(stories, LOOKALIKES);
    const count = (kind: string): string => String(scripts.filter(({ planted }) => planted.kind === kind).length);
    const all = faults.reduce((sum, { planted }) => sum + planted, 0);
    const found = faults.reduce((sum, row) => sum + row.found, 0);
    held(
      'planted',
      table(
        ['Planted', 'Scripts', 'Found', 'Told beside it'],
        [
          ...faults.map((row) => [row.kind, String(row.planted), String(row.found), String(row.false)]),
          [
            'all',
            String(all),
            `${found} (recall ${recallOf(faults).toFixed(3)})`,
            `precision ${precisionOf(faults).toFixed(3)}`,
          ],
        ],
      ),
    );
    held(
      'lookalikes',
      table(
        ['Only looks like a fault', 'Scripts', 'Told'],
        [
          ...innocent.map((row) => [row.kind, count(row.kind), String(row.false)]),
          ['all', String(scripts.length), String(innocent.reduce((sum, row) => sum + row.false, 0))],
        ],
      ),
    );
  },
  900_000,
);

test.runIf(WRITES)(
  'what readers find is measured anew',
  async () => {
    const share = (value: number): string => value.toFixed(3);
    const rows: string[][] = [];
    for (const [name, reader] of Object.entries(READERS)) {
      const { conflicts, innocent: without, judged, found: seen, alarms, calls } = await measureReader(reader, 100);
      const expected = expectedOf(reader);
      rows.push([
        name,
        `${reader.extracts} / ${reader.sensitivity} / ${reader.specificity} / ${reader.audits} / ${reader.invents}`,
        `${share(judged / conflicts)} (${share(expected.judged)})`,
        `${share(seen / conflicts)} (${share(expected.recall)})`,
        `${share(alarms / without)} (${share(expected.alarms)})`,
        share(seen / (seen + alarms)),
        (calls / (conflicts + without)).toFixed(1),
      ]);
    }
    held(
      'readers',
      table(
        [
          'Reader',
          'Extracts / sensitivity / specificity / audits / invents',
          'Found by facts and votes',
          'Found in all',
          'False alarms',
          'Precision',
          'Calls a script',
        ],
        rows,
      ),
    );
  },
  900_000,
);

test('what was measured names every kind, and misses nothing that a rule must find', () => {
  const text = readFileSync(PATH, 'utf8');
  const planted = /<!-- planted -->([\s\S]*?)<!-- \/planted -->/.exec(text)?.[1] ?? '';
  const rows = [...planted.matchAll(/^\| ([a-z ]+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)];
  expect(rows).toHaveLength(FAULTS.length);
  for (const [, kind, count, found] of rows) expect(found, kind).toBe(count);
  const total = rows.reduce((sum, [, , count]) => sum + Number(count), 0);
  expect(total).toBeGreaterThanOrEqual(200);
  const lookalikes = /<!-- lookalikes -->([\s\S]*?)<!-- \/lookalikes -->/.exec(text)?.[1] ?? '';
  const [, clean, wrong] = /^\| all \| (\d+) \| (\d+) \|$/m.exec(lookalikes) ?? [];
  expect(Number(clean)).toBeGreaterThanOrEqual(200);
  expect(Number(wrong) / total).toBeLessThan(0.05);
  for (const name of Object.keys(READERS)) expect(text).toContain(`| ${name} | `);
});
