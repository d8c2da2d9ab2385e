import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isScriptGenError } from '../../core/index.ts';
import { openDatabase } from '../database.ts';
import { type ModelList, type ModelsOptions, openModels } from '../models-desk.ts';
import { type Check, fail, ok, warn } from './check.ts';
import { checkClock, checkDisk, checkFolder, checkNode, checkOptional, checkPackage, type Need } from './machine.ts';

export type { Check } from './check.ts';

/**
 * Look at everything that a project needs: Node, package, folder, disk, database, models and their keys, servers on this
 * machine, packages that some things need, the clock. Changes nothing, asks no model, and never throws.
 */
export async function diagnose({ dir = '.', env = process.env }: ModelsOptions = {}): Promise<readonly Check[]> {
  const folder = resolve(dir);
  const desk = openModels({ dir, env });
  const [disk, database, models, servers] = await Promise.all([
    checkDisk(folder),
    checkDatabase(folder, env),
    checkModels(() => desk.list()),
    checkServers(() => desk.detect()),
  ]);
  const needs = new Set<Need>([
    ...(env['DATABASE_URL'] ? (['postgres'] as const) : []),
    ...(models.used.some((model) => model.startsWith('gguf/')) ? (['gguf'] as const) : []),
  ]);
  return [
    checkNode(process.versions.node),
    checkPackage(),
    checkFolder(folder),
    disk,
    database,
    ...models.checks,
    servers,
    ...checkOptional(needs),
    checkClock(Date.now()),
  ];
}

async function checkDatabase(dir: string, env: NonNullable<ModelsOptions['env']>): Promise<Check> {
  if (!env['DATABASE_URL'] && !existsSync(join(dir, '.scriptgen', 'scriptgen.db')))
    return ok('database', 'none yet; the first write makes one');
  try {
    const database = await openDatabase({ dir, env });
    const findings = await database.check();
    if (findings.length === 0) return ok('database', `${database.name} is sound`);
    return fail(
      'database',
      `${database.name} is damaged: ${findings[0]?.message}`,
      'See all of it: scriptgen db check',
    );
  } catch (error) {
    return failed('database', error, 'Look at it: scriptgen db check');
  }
}

interface ModelChecks {
  readonly checks: readonly Check[];
  readonly used: readonly string[];
}

async function checkModels(list: () => Promise<ModelList>): Promise<ModelChecks> {
  try {
    return checksOf(await list());
  } catch (error) {
    return {
      checks: [failed('models', error, 'Look at models.json; docs/models.md says what may stand there.')],
      used: [],
    };
  }
}

/** What a list of models means: which is asked, whether it can be, and which keys are there. */
export function checksOf({ models, main, source, notes }: ModelList): ModelChecks {
  const used = models.filter(({ roles }) => roles.length > 0);
  const keyless = used.filter(({ key }) => key === 'missing');
  const chosen =
    source === 'offline'
      ? warn(
          'models',
          `No language model: ${main} writes.`,
          'Set a key such as OPENAI_API_KEY, or start a local server.',
        )
      : ok('models', `${main} is asked (${source})`);
  const named = (key: 'present' | 'missing'): string =>
    [...new Set(models.flatMap((model) => (model.key === key && model.keySource ? [model.keySource] : [])))].join(', ');
  return {
    used: used.map(({ model }) => model),
    checks: [
      chosen,
      ...keyless.map(({ model, keySource = 'its key' }) =>
        fail('keys', `${model} needs a key, and ${keySource} is not set.`, `Set ${keySource}, or name another model.`),
      ),
      ok('keys', `set: ${named('present') || 'none'}; not set: ${named('missing') || 'none'}`),
      ...notes.map((note) => warn('models.json', note, 'docs/models.md says what may stand there.')),
    ],
  };
}

async function checkServers(detect: ReturnType<typeof openModels>['detect']): Promise<Check> {
  const { servers, files } = await detect();
  const found = [
    ...servers.map(({ provider, baseURL, models }) => `${provider} at ${baseURL} (${models.length} models)`),
    ...(files.length === 0 ? [] : [`${files.length} GGUF files`]),
  ];
  return ok('local models', found.length === 0 ? 'no server and no GGUF file found' : found.join(', '));
}

function failed(name: string, error: unknown, fix: string): Check {
  if (isScriptGenError(error)) return fail(name, error.message, error.hint ?? fix);
  return fail(name, error instanceof Error ? error.message : String(error), fix);
}
