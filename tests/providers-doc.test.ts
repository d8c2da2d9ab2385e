import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ERRORS, type ErrorCode } from '../src/core/index.ts';

/*
 * docs/providers.md is run: its provider asks a server, and its table of codes is held against the one in the code.
 */

const text = readFileSync(resolve(import.meta.dirname, '../docs/providers.md'), 'utf8');
const SNIPPETS = join(import.meta.dirname, '.snippets-of-providers');
afterAll(() => rmSync(SNIPPETS, { recursive: true, force: true }));

test('the provider of the docs answers, and is asked again when its server was tired', async () => {
  const [, snippet = ''] = /```ts\n([\s\S]*?)```/.exec(text) ?? [];
  mkdirSync(SNIPPETS, { recursive: true });
  const file = join(SNIPPETS, 'parrot.ts');
  writeFileSync(file, snippet);
  const { askParrot } = (await import(file)) as { askParrot: (url: string, question: string) => Promise<string> };
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    if (asked === 1) response.writeHead(429, { 'retry-after': '0' }).end();
    else response.end(JSON.stringify({ say: '{"title":"Ferry"}', words: 4 }));
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  expect(await askParrot(`http://127.0.0.1:${port}`, 'A title?')).toBe('{"title":"Ferry"}');
  expect(asked).toBe(2);
  server.closeAllConnections();
  server.close();
});

test('the codes of the docs are those that there are, and are asked again as they say', () => {
  const rows = [...text.matchAll(/^\| `(model\/[\w-]+)` \|.*\| (yes|no) \|$/gm)];
  expect(rows.length).toBeGreaterThan(10);
  for (const [, code = '', again] of rows) expect(ERRORS[code as ErrorCode]?.retryable, code).toBe(again === 'yes');
});
