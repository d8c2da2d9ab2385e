import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { FAULTS } from './fixtures/planted-faults.ts';
import { LENGTH_WORDS, parseStructures, type SceneLength, SHAPES } from './index.ts';

/*
 * docs/structures.md says what the code does. `DOCS=write` writes the table of formats anew.
 */

const FILE = resolve(import.meta.dirname, '../../docs/structures.md');
const DOCS = readFileSync(FILE, 'utf8');
const FORMATS = /(<!-- formats -->\n)([\s\S]*?)(<!-- \/formats -->)/;

/** Told of one format only, so planted by a test of its own. */
const ELSEWHERE = ['bible/lesson', 'outline/silence'];

test('every rule stands in the docs, with its severity, and is planted by a test', () => {
  const [, told = ''] = /<!-- rules -->([\s\S]*?)<!-- \/rules -->/.exec(DOCS) ?? [];
  const rows = [...told.matchAll(/^\| `([\w/-]+)` \| ([^|]+) \|/gm)].map(([, rule = '', severity = '']) => [
    rule,
    severity,
  ]);
  const folder = join(import.meta.dirname, 'check');
  const code = readdirSync(folder)
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const made = [...code.matchAll(/(?:remark|over)\(\s*'([\w-]+)'/g)].map(([, rule]) => `outline/${rule}`);
  expect(new Set(rows.map(([rule]) => rule))).toEqual(new Set([...made, 'bible/card', 'bible/lesson']));
  expect(new Set([...Object.keys(FAULTS), ...ELSEWHERE])).toEqual(new Set(rows.map(([rule]) => rule)));
  for (const [rule = '', severity] of rows) if (rule in FAULTS) expect(severity, rule).toContain(FAULTS[rule]?.[0]);
});

test('the formats of the docs are what the code plans by', () => {
  if (process.env['DOCS'] === 'write')
    writeFileSync(
      FILE,
      DOCS.replace(FORMATS, (_, open, __, close) => open + formats() + close),
    );
  expect(FORMATS.exec(readFileSync(FILE, 'utf8'))?.[2]).toBe(formats());
});

test('the structures.json of the docs is read as it stands', () => {
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(DOCS) ?? [];
  const { structures, warnings } = parseStructures(json);
  expect(warnings).toEqual([]);
  expect(structures.get('two-houses')?.beats).toHaveLength(4);
});

function formats(): string {
  const lengths = Object.keys(LENGTH_WORDS) as SceneLength[];
  const percent = (share: number): string => `${Math.round(share * 100)}`;
  const rows = Object.values(SHAPES).map((shape) => {
    const { format, pages, scenes, structure, roles, places, silent } = shape;
    const silence = silent === undefined ? 'as it comes' : `${percent(silent.from)}-${percent(silent.to)} in 100`;
    const mix = lengths.map((length) => percent(shape.lengths[length])).join(', ');
    return `| ${[
      `\`${format}\``,
      `${pages.target} (${pages.from}-${pages.to})`,
      `${scenes.target} (${scenes.from}-${scenes.to})`,
      `\`${structure}\``,
      mix,
      silence,
      `${roles}`,
      `${places}`,
    ].join(' | ')} |`;
  });
  const head = [
    'format',
    'pages',
    'scenes',
    'structure',
    'flash, short, standard, set piece in 100',
    'silent',
    'speaking roles',
    'places',
  ];
  return `\n| ${head.join(' | ')} |\n|${'---|'.repeat(head.length)}\n${rows.join('\n')}\n\n`;
}
