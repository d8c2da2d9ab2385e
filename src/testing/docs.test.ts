import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format } from 'node:util';
import { afterAll, expect, test, vi } from 'vitest';
import { SCENARIOS, type Scenario } from './index.ts';

/*
 * The docs are run. `DOCS=write npm test -- src/testing/docs.test.ts` writes what they print anew; read what changed.
 */

const ROOT = resolve(import.meta.dirname, '../..');
const FILE = join(ROOT, 'docs/testing.md');
const scratch = mkdtempSync(join(tmpdir(), 'testing-docs-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('the snippets of docs/testing.md print what stands below them, and its list of scenarios is whole', async () => {
  const text = readFileSync(FILE, 'utf8');
  const written = await withOutputs(
    text.replace(/(<!-- scenarios -->\n)[\s\S]*?(<!-- \/scenarios -->)/, `$1\n${scenarioTable()}\n$2`),
  );
  if (process.env['DOCS'] === 'write') writeFileSync(FILE, written);
  expect(written).toBe(text);
});

async function withOutputs(text: string): Promise<string> {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(/```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)) {
    const [all, snippet = '', output = ''] = match;
    const place = match.index + all.length - output.length - '```'.length;
    result += text.slice(from, place) + (await outputOf(snippet, match.index));
    from = place + output.length;
  }
  return result + text.slice(from);
}

async function outputOf(snippet: string, at: number): Promise<string> {
  const file = join(scratch, `snippet-${at}.ts`);
  writeFileSync(
    file,
    snippet.replaceAll(/'(ferry[\w.-]*)'/g, (_, name: string) => JSON.stringify(join(scratch, name))),
  );
  let printed = '';
  const log = vi.spyOn(console, 'log').mockImplementation((...words: readonly unknown[]) => {
    printed += `${format(...words)}\n`;
  });
  await import(file).finally(() => log.mockRestore());
  return printed;
}

function scenarioTable(): string {
  const rows = (SCENARIOS as readonly Scenario[]).map(({ name, type, what, formats, streamOnly }) => {
    const only = [...(streamOnly === true ? ['streams'] : []), ...(formats ?? [])];
    return `| \`${name}\` | ${type} | ${what} | ${only.join(', ')} |`;
  });
  return ['| Scenario | Type | What happens | Only |', '|---|---|---|---|', ...rows, ''].join('\n');
}
