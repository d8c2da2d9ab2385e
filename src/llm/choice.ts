import type { ModelsConfig } from './config.ts';
import { isLoopback } from './endpoint.ts';
import type { Environment } from './placeholder.ts';

/** The model that is asked when nobody chose one and there is no key. */
const OFFLINE_MODEL = 'offline-writer@1';

/** The shipped key and address, which choose the shipped model when they are set. */
const KEY = 'OPENAI_API_KEY';
const BASE_URL = 'OPENAI_BASE_URL';

/** Which models are asked, as they were named, and who named them. */
export interface Choice {
  readonly model: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly source: 'flag' | 'config' | 'environment' | 'offline';
  readonly notes: readonly string[];
}

/** Decide which models are asked: flag, then the project's models.json, then the environment, then the offline writer. */
export function chooseModels({
  flag,
  project,
  shipped,
  env,
}: {
  readonly flag: string | undefined;
  readonly project: ModelsConfig | undefined;
  readonly shipped: ModelsConfig;
  readonly env: Environment;
}): Choice {
  if (flag !== undefined) return { model: flag, roles: {}, source: 'flag', notes: [] };
  const roles = project?.roles ?? {};
  if (project?.model !== undefined) return { model: project.model, roles, source: 'config', notes: [] };
  const fromEnvironment = choiceOfEnvironment(shipped, env);
  // Roles alone leave the rest to the environment; the whole still counts as configured.
  return Object.keys(roles).length > 0 ? { ...fromEnvironment, roles, source: 'config' } : fromEnvironment;
}

function choiceOfEnvironment(shipped: ModelsConfig, env: Environment): Choice {
  const offline: Choice = { model: OFFLINE_MODEL, roles: {}, source: 'offline', notes: [] };
  const address = env[BASE_URL]?.trim();
  const isLocal = address !== undefined && URL.canParse(address) && isLoopback(address);
  if (shipped.model !== undefined && (env[KEY]?.trim() || isLocal)) {
    return { model: shipped.model, roles: shipped.roles ?? {}, source: 'environment', notes: [] };
  }
  return address ? { ...offline, notes: [`${BASE_URL} is set and ${KEY} is not, so no model is asked.`] } : offline;
}
