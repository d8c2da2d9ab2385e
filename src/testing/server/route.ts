import type { WireFormat } from '../wire/wire.ts';
import type { Operation, Pretended } from './options.ts';

/** An API of which a path is a part. */
export type Api = 'openai' | 'anthropic' | 'google' | 'ollama' | 'lm-studio' | 'llama-server';

/** What a path means. */
export interface Route {
  readonly operation: Operation;
  readonly api?: Api;
  readonly format?: WireFormat;
  /** The model, where the path names it. */
  readonly model?: string;
  /** Whether the path asks for a stream, where it says: as events, or as one array that is written bit by bit. */
  readonly stream?: 'events' | 'array';
}

/** The APIs of each server that one can be. Local servers speak OpenAI's too. */
const APIS: Readonly<Record<Pretended, ReadonlySet<Api>>> = {
  any: new Set(['openai', 'anthropic', 'google', 'ollama']),
  openai: new Set(['openai']),
  mistral: new Set(['openai']),
  anthropic: new Set(['anthropic']),
  google: new Set(['google']),
  ollama: new Set(['ollama', 'openai']),
  'lm-studio': new Set(['lm-studio', 'openai']),
  'llama-server': new Set(['llama-server', 'openai']),
};

/** Find out what a request is for. `anthropic`: it came with Anthropic's version header. */
export function routeOf(
  method: string,
  url: URL,
  { pretend, anthropic }: { readonly pretend: Pretended; readonly anthropic: boolean },
): Route {
  const has = APIS[pretend];
  const line = `${method} ${url.pathname}`;
  const google = has.has('google') ? googleRoute(method, url) : undefined;
  if (google !== undefined) return google;
  const plain = has.has('openai') || has.has('anthropic');
  if (line === 'GET /v1/models' && plain) {
    return {
      operation: 'models',
      api: has.has('anthropic') && (anthropic || !has.has('openai')) ? 'anthropic' : 'openai',
    };
  }
  if (has.has('anthropic')) {
    if (line === 'POST /v1/messages') return { operation: 'generate', api: 'anthropic', format: 'anthropic' };
    if (url.pathname.startsWith('/v1/messages/batches'))
      return { operation: 'batch', api: 'anthropic', format: 'anthropic' };
  }
  if (has.has('openai')) {
    const chat = pretend === 'mistral' ? 'mistral' : 'openai-chat';
    if (line === 'POST /v1/chat/completions') return { operation: 'generate', api: 'openai', format: chat };
    if (line === 'POST /v1/responses' && pretend !== 'mistral') {
      return { operation: 'generate', api: 'openai', format: 'openai-responses' };
    }
    const batches = pretend === 'any' || pretend === 'openai';
    if (batches && /^\/v1\/(files|batches)(\/|$)/.test(url.pathname)) return { operation: 'batch', api: 'openai' };
  }
  return localRoute(line, has);
}

function googleRoute(method: string, url: URL): Route | undefined {
  const [, model, verb] = /^\/v1beta\/models\/([^/:]+):(\w+)$/.exec(url.pathname) ?? [];
  if (method === 'POST' && model !== undefined) {
    const generate = { operation: 'generate', api: 'google', format: 'google', model } as const;
    if (verb === 'generateContent') return generate;
    if (verb === 'streamGenerateContent') {
      return { ...generate, stream: url.searchParams.get('alt') === 'sse' ? 'events' : 'array' };
    }
    if (verb === 'batchGenerateContent') return { operation: 'batch', api: 'google', format: 'google', model };
  }
  if (url.pathname.startsWith('/v1beta/batches')) return { operation: 'batch', api: 'google', format: 'google' };
  return method === 'GET' && url.pathname === '/v1beta/models' ? { operation: 'models', api: 'google' } : undefined;
}

/** What only local servers have. */
function localRoute(line: string, has: ReadonlySet<Api>): Route {
  if (has.has('ollama')) {
    if (line === 'POST /api/chat') return { operation: 'generate', api: 'ollama', format: 'ollama' };
    if (line === 'GET /api/tags') return { operation: 'models', api: 'ollama' };
    if (/^(GET \/|GET \/api\/version|POST \/api\/show)$/.test(line)) return { operation: 'identity', api: 'ollama' };
  }
  if (has.has('lm-studio') && /^GET \/api\/v[01]\/models$/.test(line)) return { operation: 'models', api: 'lm-studio' };
  if (has.has('llama-server') && /^GET \/(health|props)$/.test(line))
    return { operation: 'identity', api: 'llama-server' };
  return { operation: 'unknown' };
}
