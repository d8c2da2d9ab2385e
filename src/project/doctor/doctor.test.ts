import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installedVersion } from '../../llm/index.ts';
import type { Check } from './check.ts';
import { diagnose } from './doctor.ts';
import { checkClock, checkNode, checkOptional, roomFor } from './machine.ts';

async function look(file: string | undefined, own: Record<string, string> = {}): Promise<ReadonlyMap<string, Check>> {
  const home = mkdtempSync(join(tmpdir(), 'doctor-'));
  if (file !== undefined) writeFileSync(join(home, 'models.json'), file);
  const checks = await diagnose({ dir: home, env: { HOME: home, XDG_CONFIG_HOME: join(home, 'c'), ...own } });
  return new Map(checks.map((check) => [check.name, check]));
}

test('a new folder has nothing that fails, and is told that no language model writes', async () => {
  const checks = await look(undefined);
  expect([...checks.values()].filter(({ state }) => state === 'fail')).toEqual([]);
  expect(checks.get('models')).toMatchObject({ state: 'warn', message: expect.stringContaining('offline-writer@1') });
  expect(checks.get('database')?.message).toMatch(/none yet/);
});

test('looking makes nothing', async () => {
  const dir = join(mkdtempSync(join(tmpdir(), 'doctor-')), 'project');
  await diagnose({ dir, env: {} });
  expect(existsSync(dir)).toBe(false);
});

test('a broken file and a broken database fail, each with what to do', async () => {
  const broken = await look('{ "version": 1, "model": 7 }');
  expect(broken.get('models')).toMatchObject({
    state: 'fail',
    message: expect.stringMatching(/models\.json:1:\d+: model:/),
  });
  const home = mkdtempSync(join(tmpdir(), 'doctor-'));
  mkdirSync(join(home, '.scriptgen'));
  writeFileSync(join(home, '.scriptgen', 'scriptgen.db'), 'my notes, long enough to be taken for a page of something');
  const checks = await diagnose({ dir: home, env: {} });
  expect(checks.find(({ name }) => name === 'database')).toMatchObject({ state: 'fail', fix: expect.any(String) });
});

test('a model without its key fails', async () => {
  const home = mkdtempSync(join(tmpdir(), 'doctor-'));
  writeFileSync(join(home, 'models.json'), '{ "version": 1, "model": "openai/gpt-5" }');
  const checks = await diagnose({ dir: home, env: { HOME: home } });
  expect(checks.find(({ state }) => state === 'fail')).toMatchObject({
    name: 'keys',
    message: 'openai/gpt-5 needs a key, and OPENAI_API_KEY is not set.',
    fix: expect.stringContaining('OPENAI_API_KEY'),
  });
});

test('no key is ever told', async () => {
  const checks = await look(undefined, { OPENAI_API_KEY: 'sk-secret-key' });
  expect(checks.get('models')).toMatchObject({ state: 'ok', message: 'openai/gpt-5-mini is asked (environment)' });
  expect(JSON.stringify([...checks])).not.toContain('sk-secret-key');
});

test.each([
  ['20.19.0', 'fail'],
  ['22.13.9', 'fail'],
  ['22.14.0', 'ok'],
  ['24.0.0', 'ok'],
])('Node %s: %s', (version, state) => {
  expect(checkNode(version).state).toBe(state);
});

test('little room, a clock that is behind, and a package that is needed are told', () => {
  expect([5e6, 1e8, 1e9].map((free) => roomFor(free).state)).toEqual(['fail', 'warn', 'ok']);
  expect([0, Date.now()].map((now) => checkClock(now).state)).toEqual(['warn', 'ok']);
  const llama = checkOptional(new Set(['gguf'])).find(({ name }) => name === 'node-llama-cpp');
  expect(llama?.state).toBe(installedVersion('node-llama-cpp') === undefined ? 'fail' : 'ok');
  expect(checkOptional(new Set()).every(({ state }) => state === 'ok')).toBe(true);
});
