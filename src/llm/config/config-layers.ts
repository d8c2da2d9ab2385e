import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { ScriptGenError } from '../../core/index.ts';
import type { ModelsConfig } from './config.ts';
import { type ReadConfig, readModelsFile } from './config-file.ts';
import type { ProviderSettings } from './config-provider.ts';
import { anchorFiles, anchorPath, type Environment, type Source } from './placeholder.ts';

/** The configurations that there are, from the lowest. Files in each are named from the root. */
export interface Layers {
  /** What comes with the package. */
  readonly shipped: ReadConfig;
  /** What the user wrote for every project: trusted as the user is. */
  readonly user: ReadConfig | undefined;
  /** What came with the project's folder: a stranger's, for all that is known. */
  readonly project: ReadConfig | undefined;
}

/** The folder of the user's own configuration: `$XDG_CONFIG_HOME/scriptgen`, `~/.config/scriptgen`; `undefined` without a home. */
export function userFolder(env: Environment): string | undefined {
  return baseFolder(env, { variable: 'XDG_CONFIG_HOME', inHome: '.config' });
}

/** The folder of what is kept for the user: `$XDG_DATA_HOME/scriptgen`, `~/.local/share/scriptgen`; `undefined` without a home. */
export function dataFolder(env: Environment): string | undefined {
  return baseFolder(env, { variable: 'XDG_DATA_HOME', inHome: '.local/share' });
}

/** XDG Base Directory Specification 0.8: a path that is not absolute is to be ignored. */
function baseFolder(
  env: Environment,
  { variable, inHome }: { readonly variable: string; readonly inHome: string },
): string | undefined {
  const given = env[variable];
  if (given && isAbsolute(given)) return join(given, 'scriptgen');
  const home = env['HOME'] ?? env['USERPROFILE'] ?? (env === process.env ? homedir() : undefined);
  return home ? join(home, inHome, 'scriptgen') : undefined;
}

/**
 * Read the shipped models.json, the user's, and the project's.
 *
 * @throws ScriptGenError `config/invalid`, naming file, line, column and field.
 */
export function readLayers({
  root,
  projectDir,
  env,
}: {
  readonly root: string;
  readonly projectDir: string;
  readonly env: Environment;
}): Layers {
  const own = userFolder(env);
  return {
    shipped: anchored(requireShipped(join(root, 'config/models.json')), env),
    user: own === undefined ? undefined : anchored(readModelsFile(join(own, 'models.json')), env),
    project: anchored(readModelsFile(join(projectDir, 'models.json')), env),
  };
}

/** The place of a field in the topmost file that has it. */
export function placeIn({ shipped, user, project }: Layers, path: readonly PropertyKey[]): string {
  const files = [project, user, shipped].filter((layer) => layer !== undefined);
  const holds = files.find(({ config }) => path.reduce<unknown>(inside, config) !== undefined);
  return (holds ?? shipped).at(path);
}

function inside(value: unknown, key: PropertyKey): unknown {
  return value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined;
}

function anchored<Read extends ReadConfig | undefined>(read: Read, env: Environment): Read {
  if (read === undefined) return read;
  const { config, folder } = read;
  if (config.provider === undefined) return read;
  const from = { env, folder };
  const provider = Object.entries(config.provider).map(([name, settings]) => [name, anchoredProvider(settings, from)]);
  return { ...read, config: { ...config, provider: Object.fromEntries(provider) } satisfies ModelsConfig };
}

function anchoredProvider(settings: ProviderSettings, from: Source): ProviderSettings {
  const { options, models } = settings;
  const { baseURL, apiKey, headers, file } = options ?? {};
  return {
    ...settings,
    ...(options && {
      options: {
        ...options,
        ...(baseURL === undefined ? {} : { baseURL: anchorFiles(baseURL, from) }),
        ...(apiKey === undefined ? {} : { apiKey: anchorFiles(apiKey, from) }),
        ...(headers && { headers: mapValues(headers, (value) => anchorFiles(value, from)) }),
        ...(file === undefined ? {} : { file: anchorPath(file, from) }),
      },
    }),
    ...(models && {
      models: mapValues(models, (model) =>
        model.file === undefined ? model : { ...model, file: anchorPath(model.file, from) },
      ),
    }),
  };
}

function mapValues<Value>(
  values: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

function requireShipped(file: string): ReadConfig {
  const read = readModelsFile(file);
  if (read !== undefined) return read;
  throw new ScriptGenError({
    code: 'config/invalid',
    message: `${file} is missing.`,
    hint: 'It is part of the package: install it again.',
  });
}
