import type { Json } from '../../core/index.ts';
import type { ListedModel } from '../../llm/index.ts';
import { type Body, bodyOf, textOf } from '../wire/body.ts';
import type { Pretended } from './options.ts';
import type { Route } from './route.ts';

/** The models that are listed when none are given. */
export const DEFAULT_MODELS: readonly ListedModel[] = [
  { id: 'fake-large', context: 200_000 },
  { id: 'fake-small', context: 32_768 },
];

/** What a request for models or for the server's identity is answered with: a status, and JSON or plain text. */
export interface Told {
  readonly status: number;
  readonly body: Json;
}

/** Answer what a server says of itself and of its models. */
export function tell(
  route: Route,
  pathname: string,
  body: Json | undefined,
  who: { readonly pretend: Pretended; readonly models: readonly ListedModel[] },
): Told {
  const { models } = who;
  switch (route.api) {
    case 'anthropic':
      return ok(anthropicModels(models));
    case 'google':
      return ok({ models: models.map(googleModel) });
    case 'ollama':
      return ollamaSays(pathname, textOf(bodyOf(body)['model'], textOf(bodyOf(body)['name'])), models);
    case 'lm-studio':
      return ok(
        pathname === '/api/v0/models'
          ? { object: 'list', data: models.map(lmStudioOld) }
          : { models: models.map(lmStudioModel) },
      );
    case 'llama-server':
      return ok(pathname === '/health' ? { status: 'ok' } : llamaProps(models));
    default:
      return ok({ object: 'list', data: models.map((model) => openaiModel(model, who.pretend)) });
  }
}

function ok(body: Json): Told {
  return { status: 200, body };
}

const OWNERS: Partial<Record<Pretended, string>> = {
  mistral: 'mistralai',
  ollama: 'library',
  'lm-studio': 'organization_owner',
  'llama-server': 'llamacpp',
};

/** docs: api-reference/models/list; Mistral adds what it can, llama-server what it was trained for. */
function openaiModel({ id, context }: ListedModel, pretend: Pretended): Body {
  return {
    id,
    object: 'model',
    created: 1_700_000_000,
    owned_by: OWNERS[pretend] ?? 'system',
    ...(pretend === 'mistral' ? { capabilities: { completion_chat: true }, max_context_length: context } : {}),
    ...(pretend === 'llama-server' ? { meta: { n_ctx_train: context, n_params: 8_000_000_000 } } : {}),
  };
}

/** docs.claude.com/en/api/models-list. */
function anthropicModels(models: readonly ListedModel[]): Body {
  const data = models.map(({ id, context }) => ({
    type: 'model',
    id,
    display_name: id,
    created_at: '2026-01-01T00:00:00Z',
    max_input_tokens: context,
    max_tokens: 64_000,
  }));
  return { data, has_more: false, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null };
}

/** ai.google.dev/api/models. */
function googleModel({ id, context }: ListedModel): Body {
  return {
    name: `models/${id}`,
    version: '001',
    displayName: id,
    inputTokenLimit: context,
    outputTokenLimit: 65_536,
    supportedGenerationMethods: ['generateContent', 'countTokens', 'batchGenerateContent'],
  };
}

/** docs.ollama.com/api: version, tags, show. */
function ollamaSays(pathname: string, asked: string, models: readonly ListedModel[]): Told {
  if (pathname === '/') return ok('Ollama is running');
  if (pathname === '/api/version') return ok({ version: '0.14.2' });
  if (pathname === '/api/tags') return ok({ models: models.map(ollamaModel) });
  const model = models.find(({ id }) => id === asked || id === `${asked}:latest`);
  if (model === undefined) return { status: 404, body: { error: `model '${asked}' not found` } };
  return ok({
    modelfile: `FROM ${model.id}`,
    parameters: 'num_ctx 4096',
    template: '{{ .Prompt }}',
    details: DETAILS,
    model_info: {
      'general.architecture': 'qwen3',
      'general.parameter_count': 8_190_735_360,
      'qwen3.context_length': model.context,
    },
    capabilities: ['completion', 'tools', 'thinking'],
    modified_at: '2026-01-01T00:00:00Z',
  });
}

const DETAILS = {
  parent_model: '',
  format: 'gguf',
  family: 'qwen3',
  families: ['qwen3'],
  parameter_size: '8.2B',
  quantization_level: 'Q4_K_M',
};

function ollamaModel({ id }: ListedModel): Body {
  return {
    name: id,
    model: id,
    modified_at: '2026-01-01T00:00:00Z',
    size: 5_200_000_000,
    digest: '500a1f067a9f',
    details: DETAILS,
  };
}

/** lmstudio.ai/docs/developer/rest: GET /api/v1/models. */
function lmStudioModel({ id, context }: ListedModel): Body {
  return {
    type: 'llm',
    publisher: 'lmstudio-community',
    key: id,
    display_name: id,
    architecture: 'qwen3',
    quantization: { name: 'Q4_K_M', bits_per_weight: 4 },
    size_bytes: 5_200_000_000,
    params_string: '8B',
    loaded_instances: [{ id, config: { context_length: context } }],
    max_context_length: context,
    format: 'gguf',
    capabilities: { vision: false, trained_for_tool_use: true },
    description: null,
  };
}

/** Its older list, GET /api/v0/models. */
function lmStudioOld({ id, context }: ListedModel): Body {
  return {
    id,
    object: 'model',
    type: 'llm',
    publisher: 'lmstudio-community',
    arch: 'qwen3',
    compatibility_type: 'gguf',
    quantization: 'Q4_K_M',
    state: 'loaded',
    max_context_length: context,
  };
}

/** github.com/ggml-org/llama.cpp, tools/server/README.md: GET /props. */
function llamaProps([model]: readonly ListedModel[]): Body {
  return {
    default_generation_settings: { id: 0, n_ctx: model?.context ?? 4096, is_processing: false, params: {} },
    total_slots: 1,
    model_path: `${model?.id ?? 'model'}.gguf`,
    chat_template: '{{ messages }}',
    modalities: { vision: false, audio: false },
    build_info: 'b7000-0000000',
  };
}
