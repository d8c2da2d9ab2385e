import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CRITERIA } from './areas.ts';

const FILE = resolve(import.meta.dirname, '../../docs/coverage.md');

test('docs/coverage.md has every criterion with its definition', () => {
  const text = readFileSync(FILE, 'utf8');
  const rows = CRITERIA.map(({ key, area, definition }) => `| ${area} | \`${key}\` | ${definition} |`);
  const table = ['| area | criterion | met when |', '| --- | --- | --- |', ...rows].join('\n');
  const actual = text.replace(/(## The criteria\n\n)[\s\S]*?(\n\n## )/, (_, before, after) => before + table + after);
  if (process.env['DOCS'] === 'write') writeFileSync(FILE, actual);
  expect(actual).toBe(text);
});
