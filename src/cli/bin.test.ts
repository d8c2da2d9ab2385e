import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const BIN = join(import.meta.dirname, 'bin.ts');

test('the executable runs the command line and ends with its exit code', () => {
  const { status, stdout, stderr } = run([BIN, 'wirte']);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain("error: unknown command 'wirte'\nhint: did you mean write?");
});

test('a Node that is too old gets one clear error and exit code 3', () => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`;
  const { status, stderr } = run(['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, BIN, '--version']);
  expect(status).toBe(3);
  expect(stderr).toMatch(/^error: ScriptGen needs Node 22\.14 or newer; this is Node 20\.20\.2\nhint: /);
});

test('a reader that goes away early is no error', () => {
  const shell = `"${process.execPath}" "${BIN}" --help | head -c 1; echo " \${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', shell], { encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['U 0\n', '']);
});

function run(args: readonly string[]) {
  return spawnSync(process.execPath, [...args], { encoding: 'utf8' });
}
