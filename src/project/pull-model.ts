import { ScriptGenError } from '../core/index.ts';
import type { Environment } from '../llm/config/placeholder.ts';
import { modelsFolder } from '../llm/index.ts';
import { type PulledModel, type PullOptions, pullModel as pull } from '../llm/pull/pull.ts';

export type { PulledModel } from '../llm/pull/pull.ts';

/** Fetch a model into this user's folder of models; see `pullModel` of `llm` for what can go wrong. */
export async function pullModel({
  env,
  ...options
}: Omit<PullOptions, 'folder'> & { readonly env: Environment }): Promise<PulledModel> {
  const folder = modelsFolder(env);
  if (folder !== undefined) return pull({ ...options, folder });
  throw new ScriptGenError({
    code: 'input/invalid',
    message: 'There is no home folder to keep a model in.',
    hint: 'Set HOME, or XDG_DATA_HOME.',
  });
}
