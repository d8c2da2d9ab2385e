import type { ModelRole, ModelsConfig } from './config.ts';
import { type Endpoint, hasKey, isLoopback } from './endpoint.ts';
import type { Environment } from './placeholder.ts';

/** The model that is asked when nobody chose one and there is none to be found. */
export const OFFLINE_MODEL = 'offline-writer@1';

/** The provider whose base URL and key decide together. */
const OPENAI = { name: 'openai', key: 'OPENAI_API_KEY', baseURL: 'OPENAI_BASE_URL' };

/**
 * Who decided which model is asked: a server or a file on this machine when nobody did and there is one; a recording
 * when it is replayed, and none is.
 */
export type ChoiceSource = 'flag' | 'config' | 'environment' | 'local-server' | 'local-file' | 'recording' | 'offline';

/** Which models are asked, as they were named, and who named them. */
export interface Choice {
  readonly model: string;
  readonly roles: Readonly<Partial<Record<ModelRole, string | undefined>>>;
  readonly source: ChoiceSource;
  readonly notes: readonly string[];
}

/** A model that was found on this machine. */
export interface LocalModel {
  readonly model: string;
  readonly source: 'local-server' | 'local-file';
}

/** What a choice is made between. */
export interface ChoiceOptions {
  readonly flag: string | undefined;
  /** What the user and the project wrote, one over the other. */
  readonly configured: ModelsConfig | undefined;
  readonly shipped: ModelsConfig;
  /** In the order in which their keys decide. */
  readonly endpoints: readonly Endpoint[];
  readonly env: Environment;
  /** Look for a model on this machine; asked only when nothing else decides. */
  readonly look: () => Promise<LocalModel | undefined>;
}

/**
 * Decide which models are asked: the flag, then models.json, then a key in the environment, then what is found on this
 * machine, then the offline writer.
 */
export async function chooseModels({ flag, configured, look, ...rest }: ChoiceOptions): Promise<Choice> {
  if (flag !== undefined) return { model: flag, roles: {}, source: 'flag', notes: [] };
  const small = configured?.small_model;
  const roles = { ...(small === undefined ? {} : { repair: small }), ...configured?.roles };
  if (configured?.model !== undefined) return { model: configured.model, roles, source: 'config', notes: [] };
  const found = choiceOfEnvironment(rest) ?? (await look());
  const notes = notesOn(rest);
  // Roles alone leave the rest to the environment; the whole still counts as configured.
  const source = Object.keys(roles).length > 0 ? 'config' : (found?.source ?? 'offline');
  return { model: found?.model ?? OFFLINE_MODEL, roles, source, notes: found === undefined ? notes : [] };
}

function choiceOfEnvironment({
  shipped,
  endpoints,
  env,
}: Pick<ChoiceOptions, 'shipped' | 'endpoints' | 'env'>):
  | { readonly model: string; readonly source: 'environment' }
  | undefined {
  const chosen = endpoints.find((end) => {
    if (end.keySource === undefined || !Object.hasOwn(shipped.provider ?? {}, end.name)) return false;
    const isMoved = end.name === OPENAI.name && env[OPENAI.baseURL]?.trim();
    return end.apiKey !== undefined || (isMoved && end.baseURL !== undefined && isLoopback(end.baseURL));
  });
  if (chosen === undefined || !hasKey(chosen)) return undefined;
  const [first] = Object.keys(shipped.provider?.[chosen.name]?.models ?? {});
  const isDefault = shipped.model?.startsWith(`${chosen.name}/`);
  const model = isDefault ? shipped.model : first && `${chosen.name}/${first}`;
  return model ? { model, source: 'environment' } : undefined;
}

function notesOn({ endpoints, env }: Pick<ChoiceOptions, 'endpoints' | 'env'>): readonly string[] {
  const openai = endpoints.find(({ name }) => name === OPENAI.name);
  const isHalf = env[OPENAI.baseURL]?.trim() && openai?.apiKey === undefined;
  return isHalf ? [`${OPENAI.baseURL} is set and ${OPENAI.key} is not, so no model is asked.`] : [];
}
