import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ScriptGenError } from '../core/index.ts';
import {
  type ChoiceSource,
  type ConfiguredModel,
  type DetectedServer,
  detectServers,
  ggufFiles,
  type ImportSource,
  type LoadModelsOptions,
  loadModels,
  type Models,
} from '../llm/index.ts';
import { createOfflineWriter } from '../offline/index.ts';
import { type ImportedModels, importInto } from './import-models.ts';
import { type MillionPrice, priceOf } from './model-price.ts';
import { type ModelTest, testOf } from './model-test.ts';
import { packageRoot } from './package-root.ts';

export type { ImportedModels } from './import-models.ts';
export type { ModelTest, ModelTestReport } from './model-test.ts';

/** Whose models are looked at. */
export interface ModelsOptions {
  /** The project's folder; the working directory when absent. */
  readonly dir?: string;
  /** `process.env` when absent. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A model that is configured, with what its tokens cost. */
export interface ModelRow extends Omit<ConfiguredModel, 'cost'> {
  /** US dollars for a million tokens; `null` when the price is not known. */
  readonly price: MillionPrice | null;
}

/** The models of a project, and which of them is asked. */
export interface ModelList {
  readonly models: readonly ModelRow[];
  /** `provider/model` that is asked where a role names no other. */
  readonly main: string;
  readonly source: ChoiceSource;
  readonly notes: readonly string[];
}

/** What there is on this machine. */
export interface LocalModels {
  readonly servers: readonly DetectedServer[];
  /** GGUF files, from the root. */
  readonly files: readonly string[];
}

/** What can be done about models without a script. */
export interface ModelsDesk {
  list(): Promise<ModelList>;
  /** Prepare a question of one word; the project's main model is asked when none is named. */
  test(model?: string): Promise<ModelTest>;
  /** Look for model servers and files on this machine. */
  detect(): Promise<LocalModels>;
  /** Make a models.json of another tool's configuration; written only with `write`, into the user's own file or the project's. */
  import(
    file: string,
    how: { readonly from: ImportSource; readonly to: 'user' | 'project'; readonly write: boolean },
  ): Promise<ImportedModels>;
}

/** Look at the models of a project. Opens no database. */
export function openModels({ dir = '.', env = process.env }: ModelsOptions = {}): ModelsDesk {
  const projectDir = resolve(dir);
  const load = (options: Pick<LoadModelsOptions, 'modelFlag' | 'checkKeys'>): Promise<Models> =>
    loadModels({ root: packageRoot(), projectDir, env, extra: [createOfflineWriter()], ...options });
  return {
    list: async () => {
      const models = await load({ checkKeys: false });
      return {
        models: await Promise.all(models.list().map((model) => rowOf(model, models))),
        main: models.modelFor('director').model,
        source: models.source,
        notes: models.notes,
      };
    },
    test: async (model) => testOf(await load(model === undefined ? {} : { modelFlag: model })),
    detect: async () => ({ servers: await detectServers({ env }), files: ggufFiles(env) }),
    import: async (file, how) =>
      importInto(await readSource(file), { ...how, file, env, project: join(projectDir, 'models.json') }),
  };
}

async function rowOf({ cost: _, ...model }: ConfiguredModel, models: Models): Promise<ModelRow> {
  return { ...model, price: await priceOf(models, model.model) };
}

async function readSource(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `${file} cannot be read${code === '' ? '' : ` (${code})`}.`,
      hint: "Name the other tool's configuration file.",
    });
  }
}
