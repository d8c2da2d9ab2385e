import { execSync } from 'node:child_process';
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

/** Those with transcripts. */
const TOLD = [
  'README.md',
  'docs/adapting.md',
  'docs/bibles.md',
  'docs/branches.md',
  'docs/costs.md',
  'docs/coverage.md',
  'docs/edits.md',
  'docs/models.md',
  'docs/production.md',
  'docs/prompts.md',
  'docs/rebuild.md',
  'docs/provenance.md',
  'docs/review.md',
  'docs/rewriting.md',
  'docs/structures.md',
  'docs/sync.md',
];

test.each(TOLD)('the transcripts of %s are what the commands print', async (doc) => {
  const file = join(ROOT, doc);
  const text = readFileSync(file, 'utf8');
  const cwd = join(folder.dir, slugOf(doc));
  mkdirSync(cwd);
  let actual = '';
  let from = 0;
  for (const match of text.matchAll(TRANSCRIPT)) {
    const commands = (match[2] ?? '').split('\n').filter((line) => line.startsWith('$ '));
    actual += text.slice(from, match.index) + match[1] + (await transcript(commands, cwd)) + match[3];
    from = match.index + match[0].length;
  }
  actual += text.slice(from);
  if (process.env['DOCS'] === 'write') writeFileSync(file, actual);
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

test("the README's models.json is read as it stands", async () => {
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync(README, 'utf8')) ?? [];
  const dir = join(folder.dir, 'models');
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'models.json'), json);
  const models = await loadModels({
    root: ROOT,
    projectDir: dir,
    env: { SCRIPTGEN_STUDIO_KEY: 'k', OPENAI_API_KEY: 'k' },
  });
  expect(models.notes).toEqual([]);
  expect(models.modelFor('director').model).toBe('studio/writer-large');
  expect(models.modelFor('dramaturge').model).toBe('openai/gpt-5');
});

test('the models.json of docs/models.md is read as it stands, and leaves nothing out', async () => {
  const text = readFileSync(join(ROOT, 'docs/models.md'), 'utf8');
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(text) ?? [];
  const dir = join(folder.dir, 'documented');
  mkdirSync(dir);
  writeFileSync(join(dir, 'models.json'), json);
  const models = await loadModels({
    root: ROOT,
    projectDir: dir,
    env: { ANTHROPIC_API_KEY: 'k', OPENAI_API_KEY: 'k' },
  });
  expect(models.notes).toEqual([]);
  expect(models.modelFor('dramaturge').model).toBe('openai/gpt-5.5');
  expect([...(models.client.router.fallbacks ?? [])]).toEqual([
    ['anthropic/claude-sonnet-5', ['openai/gpt-5.5']],
    ['openai/gpt-5.5', ['workshop/qwen3-32b']],
  ]);
  expect(models.budget.caps).toEqual({ run: 5, day: 20 });
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

/**
 * Run commands one after another, in one folder, and give them with what they print to standard output; with `2>&1`, as
 * in a shell, what they print to standard error comes first. Words before the command set its environment.
 */
async function transcript(commands: readonly string[], cwd: string): Promise<string> {
  let text = '';
  for (const command of commands) {
    const words = [...command.slice(2).matchAll(/(?:\w+=)?(?:"[^"]*"|'[^']*'|[^\s"']+)/g)].map(([word]) => word);
    const at = words.indexOf('scriptgen');
    const both = words.at(-1) === '2>&1';
    if (at < 0) {
      text += `${command}\n${execSync(command.slice(2), { cwd, encoding: 'utf8' })}`;
      continue;
    }
    const env = Object.fromEntries(
      words.slice(0, at).map((word) => [word.split('=')[0] ?? '', plain(word.replace(/^\w+=/, ''))]),
    );
    const finished = await scriptgen(words.slice(at + 1, both ? -1 : undefined).map(plain), { cwd, env });
    if (!both) expect(finished.code, `${command}\n${finished.stderr}`).toBe(0);
    const printed = `${both ? finished.stderr : ''}${finished.stdout}`;
    text += `${command}\n${printed.replaceAll(cwd, '~/scripts').trimEnd()}\n`;
  }
  return text;
}

/** A word of a shell command without its quotes. */
function plain(word: string): string {
  return word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? '');
}

function slugOf(doc: string): string {
  return doc.replaceAll(/\W+/g, '-');
}

/** Without what differs from run to run: times, dates, ids, temporary folders. */
function timeless(text: string): string {
  return text
    .replaceAll(/\b[\d.]+ (ms|s)\b/g, 'TIME')
    .replaceAll(/\b(ch|st|pl|th|pr|fa|cs|sc)_[0-9a-f]{12,16}\b/g, '$1_ID')
    .replaceAll(/\S+\/scriptgen-edit-\w+/g, 'TMP')
    .replaceAll(/\d{4}-\d{2}-\d{2}[T ][\d:.]+(Z| UTC)?( to [\d:]+)?/g, 'DATE')
    .replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, 'DAY');
}
