import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { installedVersion } from '../../llm/index.ts';
import { packageRoot } from '../package-root.ts';
import { type Check, fail, ok, warn } from './check.ts';

/** The oldest Node that it runs on, as `engines` in package.json says. */
const LEAST_NODE = [22, 14] as const;

/** Check the version of Node. */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [least, leastMinor] = LEAST_NODE;
  if (major > least || (major === least && minor >= leastMinor)) return ok('node', `Node ${version}`);
  return fail(
    'node',
    `Node ${version} is older than ${LEAST_NODE.join('.')}.`,
    'Install a newer Node from https://nodejs.org.',
  );
}

/** Check that the package has what it comes with. */
export function checkPackage(): Check {
  const root = packageRoot();
  const missing = ['config/models.json', 'config/prompts.json', 'prompts'].filter(
    (part) => !existsSync(join(root, part)),
  );
  if (missing.length > 0) return fail('package', `${root} has no ${missing.join(', ')}.`, 'Install the package again.');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  return ok('package', `ScriptGen ${version} in ${root}`);
}

/** Check that files can be written to the project's folder, or that it can be made. */
export function checkFolder(dir: string): Check {
  let folder = dir;
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  try {
    if (!statSync(folder).isDirectory())
      return fail('folder', `${folder} is no folder.`, 'Name another one with --project.');
    accessSync(folder, constants.W_OK | constants.X_OK);
    return ok('folder', folder === dir ? `${dir} can be written to` : `${dir} is not there yet, and can be made`);
  } catch {
    return fail(
      'folder',
      `${folder} cannot be written to.`,
      'Give yourself the right to, or name another one with --project.',
    );
  }
}

const MEGABYTE = 1_000_000;
/** A feature with its journal takes some 50 MB (own measurement); SQLite needs as much again while it cleans up. */
const LEAST_FREE = { fail: 20 * MEGABYTE, warn: 200 * MEGABYTE };

/** Check that there is room on the disk. */
export async function checkDisk(dir: string): Promise<Check> {
  let folder = dir;
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  try {
    const { bavail, bsize } = await statfs(folder);
    return roomFor(bavail * bsize);
  } catch {
    return ok('disk', 'how much room there is cannot be told here');
  }
}

/** What so many free bytes mean. */
export function roomFor(free: number): Check {
  const room = `${Math.floor(free / MEGABYTE)} MB free`;
  if (free < LEAST_FREE.fail)
    return fail('disk', `Only ${room}.`, 'Make room: answers that are paid for must be kept.');
  if (free < LEAST_FREE.warn) return warn('disk', `Only ${room}.`, 'Make room before a long script.');
  return ok('disk', room);
}

/** Check the clock against the package's own files: keys, certificates and budgets of a day go by it. */
export function checkClock(now: number): Check {
  const made = statSync(join(packageRoot(), 'package.json')).mtimeMs;
  const day = 86_400_000;
  if (now >= made - day) return ok('clock', new Date(now).toISOString());
  return warn(
    'clock',
    `It says ${new Date(now).toISOString()}, before this package was installed.`,
    'Set the clock: servers refuse a wrong one.',
  );
}

/** What a project may do that needs a package which is not always there. */
export type Need = 'postgres' | 'gguf';

/** Packages that are only needed for some things, and for which. */
const OPTIONAL: Readonly<Record<string, { readonly use: string; readonly need?: Need }>> = {
  pg: { use: 'a database on Postgres', need: 'postgres' },
  'node-llama-cpp': { use: 'GGUF files without a server', need: 'gguf' },
  'gpt-tokenizer': { use: 'exact counts of tokens for OpenAI' },
  '@opentelemetry/api': { use: 'traces and metrics' },
  '@expo-google-fonts/cousine': { use: 'Greek, Cyrillic and Hebrew in PDF' },
  '@expo-google-fonts/noto-sans-jp': { use: 'Japanese in PDF' },
};

/** Check what is installed beside it. `needs` is what this project does. */
export function checkOptional(needs: ReadonlySet<Need>): readonly Check[] {
  return Object.entries(OPTIONAL).map(([name, { use, need }]) => {
    const version = installedVersion(name);
    if (version !== undefined) return ok(name, `${version}, for ${use}`);
    if (need === undefined || !needs.has(need)) return ok(name, `not installed; only for ${use}`);
    return fail(name, `It is not installed, and this project needs it for ${use}.`, `npm install ${name}`);
  });
}
