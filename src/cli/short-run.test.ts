import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const FLAGS = pathToFileURL(join(import.meta.dirname, 'short-run.ts'));

test('this Node knows the flags, and says nothing of them', () => {
  expect(run('')).toBe('');
});

test('a Node whose V8 may have other flags is left as it is', () => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '99.0.0' } });`;
  expect(run(`${pretend} require('node:v8').setFlagsFromString = () => console.error('a flag');`)).toBe('');
});

function run(first: string): string {
  const code = `${first} import('${FLAGS}').then((run) => { run.compileLate(); run.growAtOnce(); run.leaveGarbage(); });`;
  return spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' }).stderr;
}
