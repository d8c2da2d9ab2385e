import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { LocalModel } from '../choice.ts';
import type { ModelsConfig } from '../config.ts';
import { dataFolder } from '../config-layers.ts';
import type { Environment } from '../placeholder.ts';
import { installedVersion } from './installed.ts';
import { type DetectedServer, type DetectOptions, detectServers } from './servers.ts';

/** The provider of GGUF files, and the package that runs them. */
const GGUF = { provider: 'gguf', npm: 'node-llama-cpp' } as const;

/** Prompt and answer together, for a server that does not say how much it makes room for: a scene with its bible fits. */
const USUAL_CONTEXT = 16_384;

/** The folder that GGUF files are kept in: `~/.local/share/scriptgen/models`; `undefined` without a home. */
export function modelsFolder(env: Environment): string | undefined {
  const folder = dataFolder(env);
  return folder === undefined ? undefined : join(folder, 'models');
}

/** The GGUF files that are there, from the root: the one that `SCRIPTGEN_GGUF` names, then those in the models folder. */
export function ggufFiles(env: Environment): readonly string[] {
  const named = env['SCRIPTGEN_GGUF']?.trim();
  const folder = modelsFolder(env);
  const kept = folder === undefined ? [] : filesIn(folder).map((name) => join(folder, name));
  return [...new Set([...(named ? [resolve(named)] : []), ...kept])];
}

function filesIn(folder: string): readonly string[] {
  try {
    // Of a file in parts, the first part stands for all of them.
    return readdirSync(folder)
      .filter((name) => /\.gguf$/i.test(name) && !/-(?!00001)\d{5}-of-\d{5}\.gguf$/i.test(name))
      .sort();
  } catch {
    return [];
  }
}

/** The configuration of the GGUF files that are there, to be laid under all others: `gguf/name` for `name.gguf`. */
export function ggufConfig(env: Environment): ModelsConfig {
  const models = ggufFiles(env).map((file) => [idOf(file), { file }] as const);
  return { version: 1, provider: { [GGUF.provider]: { npm: GGUF.npm, models: Object.fromEntries(models) } } };
}

function idOf(file: string): string {
  return basename(file).replace(/\.gguf$/i, '');
}

/** A model on this machine, with the configuration that it is asked by. */
export interface Found extends LocalModel {
  readonly config: ModelsConfig;
}

/** The model to ask when nothing was chosen: the first of a server that is running, else a GGUF file that can be run. */
export async function findLocalModel(options: DetectOptions): Promise<Found | undefined> {
  const [server] = (await detectServers(options)).filter(({ models }) => models.length > 0);
  if (server !== undefined) return foundAt(server);
  const [file] = ggufFiles(options.env);
  if (file === undefined || installedVersion(GGUF.npm) === undefined) return undefined;
  return { model: `${GGUF.provider}/${idOf(file)}`, source: 'local-file', config: ggufConfig(options.env) };
}

function foundAt({ provider, baseURL, models }: DetectedServer): Found {
  const known = models.map(({ id, context = USUAL_CONTEXT }) => [id, { limit: { context } }] as const);
  return {
    model: `${provider}/${models[0]?.id ?? ''}`,
    source: 'local-server',
    config: {
      version: 1,
      provider: { [provider]: { options: { baseURL }, models: Object.fromEntries(known) } },
    },
  };
}
