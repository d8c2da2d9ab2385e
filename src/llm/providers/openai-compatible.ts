import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { ModelRequest, Provider } from '../model.ts';
import { splitModel } from '../model-name.ts';
import { withDeadline } from './deadline.ts';
import { promptOf } from './prompt.ts';
import { readResult } from './result.ts';

/** How a model is told the shape of its answer: by strict decoding, by "some JSON" and words, or by words alone. */
export type StructuredOutput = 'json_schema' | 'json_object' | 'none';

/** What the wire format depends on, for one model. */
export interface WireModel {
  /** `json_schema` when absent. */
  readonly structuredOutput?: StructuredOutput;
  /** It thinks before it answers: it takes `max_completion_tokens` in the place of `max_tokens`. */
  readonly reasoning?: boolean;
  /** `explicit`: breakpoints are set for its prefix cache (Anthropic). `automatic`: the provider does it. */
  readonly promptCache?: 'explicit' | 'automatic' | 'none';
  /** Tokens that it can read and write together: what Ollama and llama.cpp are told to make room for. */
  readonly context?: number;
  /** A GGUF file of its own, absolute. */
  readonly file?: string;
}

/** A server that speaks OpenAI's chat completions. */
export interface OpenAiCompatibleOptions {
  /** The provider's name: the part of a model's name before the slash. */
  readonly name: string;
  /** Usually ends in `/v1`. */
  readonly baseURL: string;
  readonly apiKey?: string | undefined;
  /** Where the key comes from, or should, for messages: `OPENAI_API_KEY`. */
  readonly keySource?: string | undefined;
  /** By the id that the provider uses. */
  readonly models?: ReadonlyMap<string, WireModel>;
  /**
   * Milliseconds for one attempt, 300 000 when absent.
   * Until answers are streamed, Node's `fetch` ends at 300 s without headers whatever is said here.
   */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 300_000;

/**
 * Make a provider over `@ai-sdk/openai-compatible`, which is loaded by the first answer.
 *
 * One request per answer: the SDK's own retry loop is in a layer that is not used.
 */
export function openaiCompatible(options: OpenAiCompatibleOptions): Provider {
  const who = `${options.name} at ${hostAndPort(options.baseURL)}`;
  const models = new Map<string, Promise<LanguageModelV4>>();
  const modelOf = (id: string): Promise<LanguageModelV4> => {
    const made = models.get(id) ?? loadModel(id, options);
    models.set(id, made);
    return made;
  };
  return {
    name: options.name,
    isLanguageModel: true,
    async answer(request, { signal }) {
      const { id } = splitModel(request.model);
      const context = { model: request.model, who, secret: options.apiKey, keySource: options.keySource };
      return withDeadline({ totalMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS, who }, signal, async (inner) => {
        const model = await modelOf(id);
        try {
          return readResult(await model.doGenerate(callOf(request, options.models?.get(id), inner)), context);
        } catch (error) {
          if (inner.aborted) throw error;
          const { toModelError } = await import('./faults.ts');
          throw toModelError(error, context);
        }
      });
    },
  };
}

async function loadModel(id: string, options: OpenAiCompatibleOptions): Promise<LanguageModelV4> {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  const settings = options.models?.get(id);
  const provider = createOpenAICompatible({
    name: options.name,
    baseURL: options.baseURL,
    ...(options.apiKey === undefined ? {} : { apiKey: options.apiKey }),
    supportsStructuredOutputs: (settings?.structuredOutput ?? 'json_schema') === 'json_schema',
    transformRequestBody: ({ max_tokens, ...body }) =>
      max_tokens === undefined
        ? body
        : { ...body, [settings?.reasoning ? 'max_completion_tokens' : 'max_tokens']: max_tokens },
  });
  return provider.chatModel(id);
}

function callOf(
  request: ModelRequest,
  settings: WireModel | undefined,
  abortSignal: AbortSignal,
): Parameters<LanguageModelV4['doGenerate']>[0] {
  const structured = settings?.structuredOutput ?? 'json_schema';
  const { schema, params, task } = request;
  return {
    prompt: promptOf(request.messages, structured === 'json_schema' ? undefined : schema),
    ...params,
    ...(structured === 'none'
      ? {}
      : {
          responseFormat: {
            type: 'json',
            name: schemaName(task.name),
            ...(structured === 'json_schema' ? asSchema(schema) : {}),
          },
        }),
    abortSignal,
  };
}

/** JSON Schema is an open vocabulary: whatever stands in the request goes on the wire. */
function asSchema(schema: ModelRequest['schema']): { readonly schema: object } {
  return { schema: schema as object };
}

/** OpenAI takes letters, digits, underscores and dashes, 64 at most. */
function schemaName(task: string): string {
  return task.replace(/[^\w-]/g, '_').slice(0, 64) || 'answer';
}

/** Host and port without user, password and path. */
function hostAndPort(baseURL: string): string {
  const { hostname, port, protocol } = new URL(baseURL);
  return `${hostname}:${port || (protocol === 'http:' ? '80' : '443')}`;
}
