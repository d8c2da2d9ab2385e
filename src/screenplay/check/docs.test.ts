import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { METRICS } from '../measure/metrics.ts';
import { EXCERPT_NORMS, FEATURE_NORMS, type Norm } from '../measure/norms.ts';
import { RULES } from './rules.ts';

/*
 * The lists in the docs are those of the code. `DOCS=write npx vitest run src/screenplay/check/docs.test.ts` writes them anew.
 */

const DOCS = resolve(import.meta.dirname, '../../../docs');

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('<', '&lt;')).join(' | ')} |\n`;
}

function rulesTable(): string {
  const head = `${row(['Rule', 'Severity', 'What', 'Why, and what is left alone', 'Source'])}|---|---|---|---|---|\n`;
  return (
    head +
    RULES.map(({ id, severity, title, why, source }) => row([`\`${id}\``, severity, title, why, source])).join('')
  );
}

function metricsTable(): string {
  const head = `${row(['Key', 'Name', 'Definition', 'Features: p5, p25, median, p75, p95', 'Excerpts: p25, median, p75'])}|---|---|---|---|---|\n`;
  const numbers = (norm: Norm | undefined): string =>
    norm === undefined
      ? ''
      : [norm.p5, norm.p25, norm.median, norm.p75, norm.p95].filter((value) => value !== undefined).join(', ');
  return (
    head +
    METRICS.map(({ key, title, definition }) =>
      row([`\`${key}\``, title, definition, numbers(FEATURE_NORMS[key]), numbers(EXCERPT_NORMS[key])]),
    ).join('')
  );
}

test.each([
  ['checks.md', 'rules', rulesTable()],
  ['measures.md', 'metrics', metricsTable()],
])('%s lists every one of the %s as the code has them', (file, name, table) => {
  const path = resolve(DOCS, file);
  const text = readFileSync(path, 'utf8');
  const list = new RegExp(`(<!-- ${name} -->\n\n)[^]*?(\n<!-- /${name} -->)`);
  expect(text).toMatch(list);
  const actual = text.replace(list, (_, open: string, close: string) => open + table + close);
  if (process.env['DOCS'] === 'write') writeFileSync(path, actual);
  expect(text).toBe(actual);
});
