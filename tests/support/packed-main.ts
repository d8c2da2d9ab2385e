/**
 * Try the command of the package as it is published: packed, unpacked in a folder of its own, and run from another.
 * Ends with 1 and what failed, when it does not find its prompts, configuration and fonts, or loads more than it needs.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startFaultServer } from '../../src/testing/index.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const LOADED = `process.on('exit', () => require('node:fs').writeFileSync(process.env.LOADED,
  Object.keys(require.cache).concat(process.moduleLoadList).join('\\n')));`;

const dir = mkdtempSync(join(tmpdir(), 'scriptgen-packed-'));
const [home, work, preload] = [join(dir, 'home'), join(dir, 'work'), join(dir, 'loaded.cjs')];
const env = { PATH: process.env['PATH'], HOME: home, LOADED: join(dir, 'loaded.txt') };
const bin = join(dir, 'package/dist/cli/bin.js');

/** What a command prints. Throws when it does not end with 0. */
function run(args: readonly string[], node: readonly string[] = []): string {
  return execFileSync(process.execPath, [...node, bin, ...args], { cwd: work, env, encoding: 'utf8', stdio: 'pipe' });
}

/** What `serve` or `mcp` answers first. */
async function firstLine(args: readonly string[], input = ''): Promise<string> {
  const child = spawn(process.execPath, [bin, ...args], { cwd: work, env, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.write(input);
  for await (const chunk of child.stdout) {
    child.kill();
    return String(chunk);
  }
  throw new Error(`${args.join(' ')} said nothing`);
}

/** What a command says on standard error while it asks a model that is served here. */
async function askModel(args: readonly string[]): Promise<string> {
  const server = await startFaultServer();
  const own = { ...env, OPENAI_API_KEY: 'packed', OPENAI_BASE_URL: server.baseUrls.openai };
  const child = spawn(process.execPath, [bin, ...args], { cwd: work, env: own, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  for await (const chunk of child.stderr) said += String(chunk);
  await server.close();
  assert(server.questions.length > 0);
  return said;
}

try {
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', dir], { cwd: ROOT });
  const tarball = readdirSync(dir).find((name) => name.endsWith('.tgz'));
  assert(tarball);
  execFileSync('tar', ['-xzf', join(dir, tarball), '-C', dir]);
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'package/node_modules'));
  for (const folder of [home, work]) mkdirSync(folder);
  writeFileSync(preload, LOADED);
  writeFileSync(join(work, 'a.fountain'), 'INT. HOUSE - DAY\n\nRain.\n');

  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
  assert.equal(run(['--version']), `${version}\n`);

  for (const how of ['compiles its code', 'takes the code that is kept']) {
    assert.match(
      run(['convert', 'a.fountain', 'a.pdf', '--force'], ['--require', preload]),
      /^a\.pdf {2}PDF, 1 page, /,
      how,
    );
    const loaded = readFileSync(env.LOADED, 'utf8').split('\n');
    const files = loaded
      .filter((name) => name.startsWith('/') && name !== preload)
      .map((name) => name.replace(/-[\w-]{8}\.js$/, ''));
    const wanted = ['bin.js', 'main', 'pages', 'pdf', 'rolldown-runtime', 'start'].map((name) =>
      join(dir, 'package/dist/cli', name),
    );
    assert.deepEqual(new Set(files), new Set(wanted), how);
    assert.deepEqual(
      loaded.filter((name) => /NativeModule (child_process|crypto|net|tty)$/.test(name)),
      [],
      how,
    );
  }
  assert.match(readdirSync(join(home, '.cache/scriptgen'), { recursive: true }).join(' '), /main-[\w-]+\.js\.bin/);

  // What is kept may be cut off, of another version, or not writable: nobody notices.
  const kept = join(home, '.cache/scriptgen', `${process.version}-${process.arch}`);
  for (const name of readdirSync(kept)) {
    const bytes = readFileSync(join(kept, name));
    writeFileSync(join(kept, name), name.startsWith('main') ? bytes.subarray(0, bytes.length / 2) : 'other');
  }
  assert.match(run(['convert', 'a.fountain', 'b.pdf']), /^b\.pdf/);
  rmSync(join(home, '.cache'), { recursive: true });
  writeFileSync(join(home, '.cache'), 'no folder');
  assert.match(run(['convert', 'a.fountain', 'c.pdf']), /^c\.pdf/);
  rmSync(join(home, '.cache'));
  mkdirSync(join(home, '.cache'));
  chmodSync(join(home, '.cache'), 0o500);
  assert.match(run(['convert', 'a.fountain', 'c.json']), /^c\.json/);

  assert.equal(await askModel(['write', 'A lamp goes out.', '--scenes', '1', '--quiet', '--out', 'asked']), '');
  run(['write', 'A ferryman learns that the far bank has moved overnight.', '--scenes', '2', '--quiet']);
  assert(readdirSync(work).filter((name) => /\.(fountain|pdf)$/.test(name)).length > 3);
  assert.match(await firstLine(['serve', '--port', '0']), /^http:\/\/127\.0\.0\.1:\d+\n$/);
  const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } };
  const hello = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  assert.match(await firstLine(['mcp'], `${hello}\n`), /"serverInfo"/);
  console.log('The packed command works from another folder.');
} finally {
  rmSync(dir, { recursive: true, force: true });
}
