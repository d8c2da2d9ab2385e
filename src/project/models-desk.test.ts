import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeOpenAi, startFakeOpenAI } from '../testing/index.ts';
import { openModels } from './models-desk.ts';

const never = new AbortController().signal;
let server: FakeOpenAi;
beforeAll(async () => {
  server = await startFakeOpenAI({
    answer: ({ body }) => (body.model === 'babbler' ? 'Good day to you.' : { word: 'beam' }),
  });
});
afterAll(() => server.close());

function project(file?: object): { readonly dir: string; readonly env: Record<string, string> } {
  const home = mkdtempSync(join(tmpdir(), 'desk-'));
  const dir = join(home, 'project');
  mkdirSync(dir);
  if (file !== undefined) writeFileSync(join(dir, 'models.json'), JSON.stringify({ version: 1, ...file }));
  return { dir, env: { HOME: home, XDG_CONFIG_HOME: join(home, 'config') } };
}

const own = (models: object): object => ({
  provider: { own: { options: { baseURL: server.url }, models } },
  model: 'own/m',
});

test('the list says of every model its price, whether its key is there, and who asks it, and never the key', async () => {
  const { dir, env } = project({
    model: 'openai/gpt-5',
    roles: { dramaturge: 'anthropic/claude-sonnet-5', reviser: 'openai/new' },
  });
  const { models, main, source } = await openModels({ dir, env: { ...env, OPENAI_API_KEY: 'sk-secret-key' } }).list();
  expect([main, source]).toEqual(['openai/gpt-5', 'config']);
  const row = (model: string) => models.find((one) => one.model === model);
  expect(row('openai/gpt-5')).toMatchObject({
    price: { input: 1.25, output: 10 },
    key: 'present',
    keySource: 'OPENAI_API_KEY',
    roles: ['main'],
  });
  expect(row('anthropic/claude-sonnet-5')).toMatchObject({ key: 'missing', roles: ['dramaturge'] });
  expect(row('openai/new')).toMatchObject({ price: null, roles: ['reviser'] });
  expect(JSON.stringify(models)).not.toContain('sk-secret-key');
});

test('a test asks one question, of a shape, and tells time, tokens and cost', async () => {
  const models = { m: { cost: { input: 10, output: 20 }, structured_output: 'json_object' } };
  const prepared = await openModels(project(own(models))).test();
  expect(prepared.model).toBe('own/m');
  expect(prepared.mostCost).toBeGreaterThan(0.04);
  const before = server.requestCount;
  const report = await prepared.ask(never);
  expect(server.requestCount).toBe(before + 1);
  expect(report).toMatchObject({ model: 'own/m', attempts: 1, isUsable: true, structuredOutput: 'json_object' });
  expect(report.usage.inputTokens).toBeGreaterThan(0);
  expect(report.cost).toBeGreaterThan(0);
  expect(report.cost).toBeLessThanOrEqual(prepared.mostCost ?? 0);
});

test('a model that answers in another shape is told as such; one without a price says so before it is asked', async () => {
  const prepared = await openModels(project(own({ m: {} }))).test('own/babbler');
  expect(prepared.mostCost).toBeNull();
  expect(await prepared.ask(never)).toMatchObject({ isUsable: false, cost: null, remark: 'The answer is not JSON.' });
});

test('the offline writer cannot be tested as a model', async () => {
  await expect(openModels(project()).test()).rejects.toMatchObject({ code: 'model/unknown' });
});

test("an import is shown, and written only when asked: into the user's own file, under what is there", async () => {
  const { dir, env } = project();
  const file = join(dir, 'opencode.json');
  writeFileSync(file, '{ "model": "x/m", "provider": { "x": { "options": { "baseURL": "http://127.0.0.1:9/v1" } } } }');
  const desk = openModels({ dir, env });
  const target = join(String(env['XDG_CONFIG_HOME']), 'scriptgen', 'models.json');
  const shown = await desk.import(file, { from: 'opencode', to: 'user', write: false });
  expect(shown).toMatchObject({ file: target, written: false });
  expect(existsSync(target)).toBe(false);
  await desk.import(file, { from: 'opencode', to: 'user', write: true });
  expect(readFileSync(target, 'utf8')).toBe(shown.text);
  expect((await desk.list()).main).toBe('x/m');
  writeFileSync(file, '{ "model": "y/m", "provider": { "y": { "options": { "baseURL": "http://127.0.0.1:9/v1" } } } }');
  const again = await desk.import(file, { from: 'opencode', to: 'user', write: true });
  expect(again.remarks).toEqual(['model is there already and was kept.']);
  expect(Object.keys(JSON.parse(readFileSync(target, 'utf8')).provider)).toEqual(['x', 'y']);
});

test('a models.json that is no JSON is left alone by an import', async () => {
  const { dir, env } = project();
  const file = join(dir, 'opencode.json');
  writeFileSync(file, '{ "provider": { "x": { "options": { "baseURL": "http://127.0.0.1:9/v1" } } } }');
  writeFileSync(join(dir, 'models.json'), '{ half');
  const importing = openModels({ dir, env }).import(file, { from: 'opencode', to: 'project', write: true });
  await expect(importing).rejects.toMatchObject({ code: 'config/invalid' });
  expect(readFileSync(join(dir, 'models.json'), 'utf8')).toBe('{ half');
  await expect(
    openModels({ dir, env }).import(join(dir, 'nowhere'), { from: 'zed', to: 'user', write: false }),
  ).rejects.toMatchObject({ code: 'input/invalid', message: expect.stringContaining('ENOENT') });
});
