import type { ListedModel } from '../../model.ts';
import { isLoopback, ollamaURL } from '../endpoint.ts';
import type { Environment } from '../placeholder.ts';
import { type Asking, count, field, getJson, list, text } from './get-json.ts';
import { isListening } from './listening.ts';

/** A model server that was found on this machine. */
export interface DetectedServer {
  /** The provider of that name in the shipped models.json. */
  readonly provider: 'ollama' | 'lmstudio' | 'llama-server' | 'gpt4all';
  /** Where questions are sent to. */
  readonly baseURL: string;
  /** Models that write, as the server lists them. */
  readonly models: readonly ListedModel[];
  readonly version?: string;
}

/** How to look for servers. */
export interface DetectOptions {
  /** `OLLAMA_HOST`, `LMSTUDIO_BASE_URL` and `LLAMA_SERVER_URL` count when they name this machine. */
  readonly env: Environment;
  readonly fetch?: typeof globalThis.fetch;
  /** For all together; 300 when absent. */
  readonly timeoutMs?: number;
}

type Found = Omit<DetectedServer, 'provider'> | undefined;

interface Candidate {
  readonly provider: DetectedServer['provider'];
  readonly variable?: string;
  readonly address: string;
  readonly identify: (root: string, asking: Asking) => Promise<Found>;
}

const CANDIDATES: readonly Candidate[] = [
  { provider: 'ollama', variable: 'OLLAMA_HOST', address: 'http://127.0.0.1:11434', identify: ollama },
  { provider: 'lmstudio', variable: 'LMSTUDIO_BASE_URL', address: 'http://127.0.0.1:1234', identify: lmStudio },
  { provider: 'llama-server', variable: 'LLAMA_SERVER_URL', address: 'http://127.0.0.1:8080', identify: llamaServer },
  { provider: 'gpt4all', address: 'http://127.0.0.1:4891', identify: gpt4All },
];

/**
 * Look for model servers on this machine: Ollama, LM Studio, llama-server, GPT4All, side by side.
 *
 * Asks only loopback addresses, only by GET, and sends nothing but the question what is there. A server is known by what
 * it answers, never by its port: other programs listen on 8080 too. Never throws.
 */
export async function detectServers({
  env,
  fetch,
  timeoutMs = 300,
}: DetectOptions): Promise<readonly DetectedServer[]> {
  const signal = AbortSignal.timeout(timeoutMs);
  const asking = { fetch: fetch ?? globalThis.fetch, signal };
  const found = await Promise.all(
    CANDIDATES.map(async ({ provider, variable, address, identify }): Promise<readonly DetectedServer[]> => {
      const root = rootOf(variable && env[variable], address);
      if (fetch === undefined && !(await isListening(root, signal))) return [];
      const server = await identify(root, asking).catch(() => undefined);
      return server === undefined ? [] : [{ provider, ...server }];
    }),
  );
  return found.flat();
}

/** The root of a server: the one that a variable names if it is on this machine, else where such servers usually are. */
function rootOf(named: string | undefined, usual: string): string {
  const url = named?.trim() ? ollamaURL(named.trim()).replace(/\/v1\/?$/, '') : usual;
  return URL.canParse(url) && isLoopback(url) ? url : usual;
}

/** Ollama's docs, "API": `/api/version`, `/api/tags`. Asked by its own API: its `/v1` cuts prompts at 4,096 tokens in silence. */
async function ollama(root: string, asking: Asking): Promise<Found> {
  const [about, tags] = await Promise.all([
    getJson(`${root}/api/version`, asking),
    getJson(`${root}/api/tags`, asking),
  ]);
  const version = text(field(about, 'version'));
  const models = list(field(tags, 'models'));
  if (version === undefined || models === undefined) return undefined;
  return { baseURL: root, models: writers(models.map((model) => ({ id: text(field(model, 'name')) }))), version };
}

/** LM Studio's docs, "REST API": `/api/v1/models`, and `/api/v0/models` of versions before 0.4. */
async function lmStudio(root: string, asking: Asking): Promise<Found> {
  const [now, before] = await Promise.all([
    getJson(`${root}/api/v1/models`, asking),
    getJson(`${root}/api/v0/models`, asking),
  ]);
  const models = list(field(now, 'models')) ?? list(field(before, 'data'));
  const isLmStudio = models?.every((model) => text(field(model, 'type')) !== undefined);
  if (models === undefined || !isLmStudio) return undefined;
  const listed = models.map((model) => ({
    id: /^embeddings?$/.test(String(field(model, 'type')))
      ? undefined
      : text(field(model, 'key') ?? field(model, 'id')),
    context: count(
      field(list(field(model, 'loaded_instances'))?.[0], 'config', 'context_length') ??
        field(model, 'loaded_context_length') ??
        field(model, 'max_context_length'),
    ),
  }));
  return { baseURL: `${root}/v1`, models: writers(listed) };
}

/** llama.cpp, tools/server/README.md: `/props` gives the context that the server was started with. */
async function llamaServer(root: string, asking: Asking): Promise<Found> {
  const [props, listed] = await Promise.all([getJson(`${root}/props`, asking), getJson(`${root}/v1/models`, asking)]);
  const context = count(field(props, 'default_generation_settings', 'n_ctx'));
  const version = text(field(props, 'build_info'));
  if (context === undefined && version === undefined) return undefined;
  const ids = list(field(listed, 'data'))?.map((model) => text(field(model, 'id'))) ?? [];
  const path = text(field(props, 'model_path'))?.replace(/^.*[\\/]/, '');
  const models = writers((ids.length > 0 ? ids : [path]).map((id) => ({ id, context })));
  return { baseURL: `${root}/v1`, models, ...(version === undefined ? {} : { version }) };
}

/** GPT4All's docs, "API Server": its models are owned by humanity. */
async function gpt4All(root: string, asking: Asking): Promise<Found> {
  const models = list(field(await getJson(`${root}/v1/models`, asking), 'data'));
  if (!models?.some((model) => field(model, 'owned_by') === 'humanity')) return undefined;
  return { baseURL: `${root}/v1`, models: writers(models.map((model) => ({ id: text(field(model, 'id')) }))) };
}

/** The models that have a name and are not for embeddings. */
function writers(
  models: readonly { readonly id: string | undefined; readonly context?: number | undefined }[],
): readonly ListedModel[] {
  return models.flatMap(({ id, context }) =>
    id === undefined || /embed|\bbge-|\be5-|rerank/i.test(id)
      ? []
      : [{ id, ...(context === undefined ? {} : { context }) }],
  );
}
