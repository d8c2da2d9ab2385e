import type { Environment } from '../llm/placeholder.ts';
import { type PulledModel, type PullOptions, pullModel as pull } from '../llm/pull.ts';
import { modelsFolder } from '../llm/pull-folder.ts';

export type { PulledModel } from '../llm/pull.ts';

/** Fetch a model into this user's folder of models; see `pullModel` of `llm` for what can go wrong. */
export function pullModel({
  env,
  ...options
}: Omit<PullOptions, 'folder'> & { readonly env: Environment }): Promise<PulledModel> {
  return pull({ ...options, folder: modelsFolder(env) });
}
