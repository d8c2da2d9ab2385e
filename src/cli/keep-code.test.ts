import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { codeFolder, keepCode } from './keep-code.ts';

test('code is kept where the user wants it, and nowhere when Node is told to keep none', () => {
  expect(codeFolder({ NODE_COMPILE_CACHE: '/mine', HOME: '/home/ann' })).toBe('/mine');
  expect(codeFolder({ NODE_DISABLE_COMPILE_CACHE: '1', HOME: '/home/ann' })).toBeUndefined();
  expect(codeFolder({})).toBeUndefined();
});

test.runIf(process.platform === 'linux')('on Linux that is the cache folder of the user', () => {
  expect(codeFolder({ HOME: '/home/ann' })).toBe('/home/ann/.cache/scriptgen');
  expect(codeFolder({ XDG_CACHE_HOME: '/cache', HOME: '/home/ann' })).toBe('/cache/scriptgen');
  expect(codeFolder({ XDG_CACHE_HOME: 'cache', HOME: '/home/ann' })).toBe('/home/ann/.cache/scriptgen');
});

/** A folder for files of code, and the `require` that loads them; both are put back when the test ends. */
function codeDir(): { readonly dir: string; readonly require: NodeJS.Require } {
  const dir = mkdtempSync(join(tmpdir(), 'scriptgen-code-'));
  const require = createRequire(join(dir, 'x.js'));
  const load = require.extensions['.js'];
  onTestFinished(() => {
    require.extensions['.js'] = load;
    rmSync(dir, { recursive: true });
  });
  return { dir, require };
}

test('a file runs as it does without, and its code is kept when that is asked for', () => {
  const { dir, require } = codeDir();
  writeFileSync(join(dir, 'one-1.js'), "exports.said = require('./two-2.js').say(__filename);");
  writeFileSync(join(dir, 'two-2.js'), "exports.say = (name) => 'it is ' + name; // comment");
  const keep = keepCode(dir, join(dir, 'kept'));
  expect(require(join(dir, 'one-1.js'))).toEqual({ said: `it is ${join(dir, 'one-1.js')}` });
  expect(readdirSync(dir)).not.toContain('kept');
  keep();
  expect(readdirSync(join(dir, 'kept', `${process.version}-${process.arch}`)).toSorted()).toEqual([
    'one-1.js.bin',
    'two-2.js.bin',
  ]);
});

test('files name each other and packages, and each runs once', () => {
  const { dir, require } = codeDir();
  mkdirSync(join(dir, 'node_modules/pack'), { recursive: true });
  writeFileSync(join(dir, 'node_modules/pack/index.js'), "module.exports = 'a package';");
  const first =
    "exports.before = 1; exports.two = require('./two-2.js').seen; exports.again = require('./three-3.js').runs;";
  writeFileSync(join(dir, 'one-1.js'), first);
  const second = "exports.seen = [require('./one-1.js').before, require('./three-3.js').runs, require('pack')];";
  writeFileSync(join(dir, 'two-2.js'), second);
  writeFileSync(
    join(dir, 'three-3.js'),
    'globalThis.runs = (globalThis.runs ?? 0) + 1; exports.runs = globalThis.runs;',
  );
  keepCode(dir, join(dir, 'kept'));
  expect(require(join(dir, 'one-1.js'))).toEqual({ before: 1, two: [1, 1, 'a package'], again: 1 });
  expect(Object.keys(require.cache)).toContain(join(dir, 'three-3.js'));
});
