import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { ERRORS } from '../src/core/index.ts';
import { loadModels } from '../src/llm/index.ts';
import { scratch, scriptgen } from './support/cli.ts';

/*
 * The docs are run. `DOCS=write npm test -- tests/docs.test.ts` writes the transcripts anew; read what changed.
 */

const ROOT = resolve(import.meta.dirname, '..');
const README = join(ROOT, 'README.md');
const SNIPPETS = join(import.meta.dirname, '.snippets');
const folder = scratch();
afterAll(() => {
  folder.remove();
  rmSync(SNIPPETS, { recursive: true, force: true });
});

const TRANSCRIPT = /(<!-- transcript -->\n```console\n)([\s\S]*?)(```)/g;

test("the README's transcripts are what the commands print", async () => {
  const text = readFileSync(README, 'utf8');
  let actual = '';
  let from = 0;
  for (const match of text.matchAll(TRANSCRIPT)) {
    const commands = (match[2] ?? '').split('\n').filter((line) => line.startsWith('$ '));
    actual += text.slice(from, match.index) + match[1] + (await transcript(commands)) + match[3];
    from = match.index + match[0].length;
  }
  actual += text.slice(from);
  if (process.env['DOCS'] === 'write') writeFileSync(README, actual);
  expect(timeless(actual)).toBe(timeless(text));
});

test("the README's TypeScript runs", async () => {
  const snippets = [...readFileSync(README, 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  expect(snippets.length).toBeGreaterThan(0);
  mkdirSync(SNIPPETS, { recursive: true });
  vi.stubEnv('OPENAI_API_KEY', '');
  vi.stubEnv('OPENAI_BASE_URL', '');
  const printed: unknown[][] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...words) => void printed.push(words));
  for (const [index, snippet] of snippets.entries()) {
    const file = join(SNIPPETS, `readme-${index}.ts`);
    writeFileSync(file, snippet.replace("dir: 'ferry'", `dir: ${JSON.stringify(join(folder.dir, 'library'))}`));
    await import(file);
  }
  log.mockRestore();
  vi.unstubAllEnvs();
  expect(printed).toEqual([['done', 6], [true], [true, []], [1, [], []]]);
});

test("the README's models.json is read as it stands", () => {
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync(README, 'utf8')) ?? [];
  const dir = join(folder.dir, 'models');
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'models.json'), json);
  const models = loadModels({ root: ROOT, projectDir: dir, env: { STUDIO_KEY: 'k', OPENAI_API_KEY: 'k' } });
  expect(models.notes).toEqual([]);
  expect(models.modelFor('director').model).toBe('studio/writer-large');
  expect(models.modelFor('dramaturge').model).toBe('openai/gpt-5');
});

test('the help names every exit code that an error can have', async () => {
  const { stdout } = await scriptgen(['--help'], { cwd: folder.dir });
  const told = new Set(
    [...stdout.slice(stdout.indexOf('Exit codes')).matchAll(/^\s+(\d+) {2}/gm)].map((match) => Number(match[1])),
  );
  for (const { exit } of Object.values(ERRORS)) expect(told).toContain(exit);
});

test('files that the docs link to are there', () => {
  const docs = readdirSync(join(ROOT, 'docs')).filter((file) => file.endsWith('.md'));
  for (const doc of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...docs.map((file) => `docs/${file}`)]) {
    const links = [...readFileSync(join(ROOT, doc), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g)];
    for (const [, link = ''] of links)
      expect(() => readFileSync(join(ROOT, dirname(doc), link)), `${doc} → ${link}`).not.toThrow();
  }
});

/** Run commands one after another, in one folder, and give them with what they print to standard output. */
async function transcript(commands: readonly string[]): Promise<string> {
  let text = '';
  for (const command of commands) {
    const words = [...command.slice(2).matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
    const finished = await scriptgen(words.slice(1), { cwd: folder.dir });
    expect(finished.code, `${command}\n${finished.stderr}`).toBe(0);
    text += `${command}\n${finished.stdout.replaceAll(folder.dir, '~/scripts').trimEnd()}\n`;
  }
  return text;
}

/** Without what differs from run to run: times and dates. */
function timeless(text: string): string {
  return text
    .replaceAll(/\b[\d.]+ (ms|s)\b/g, 'TIME')
    .replaceAll(/\d{4}-\d{2}-\d{2}[T ][\d:.]+(Z| UTC)?( to [\d:]+)?/g, 'DATE');
}
