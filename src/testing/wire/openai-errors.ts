import type { Json } from '../../core/index.ts';
import type { ErrorContext, ErrorResponse, WireError } from './wire.ts';

/** OpenAI's errors: platform.openai.com/docs/guides/error-codes, and the words its API is seen to use. */
export function openaiError(
  error: WireError,
  { model, retryMs = 1000, message }: ErrorContext,
  api: 'chat' | 'responses',
): ErrorResponse {
  const [status, words, type, code, param] = table(error, model, retryMs, api);
  return { status, body: openaiErrorBody(message ?? words, { type, code, param }) };
}

/** `{"error": {…}}`, all four fields of it. */
export function openaiErrorBody(
  message: string,
  {
    type = 'invalid_request_error',
    code = null,
    param = null,
  }: Readonly<Record<string, string | null | undefined>> = {},
): Json {
  return { error: { message, type, param, code } };
}

type Row = readonly [
  status: number,
  message: string,
  type: string,
  code?: string | undefined,
  param?: string | undefined,
];

function table(error: WireError, model: string, retryMs: number, api: 'chat' | 'responses'): Row {
  const bad = 'invalid_request_error';
  const chat = api === 'chat';
  switch (error) {
    case 'rate-limit':
      return [
        429,
        `Rate limit reached for ${model} in organization org-fake on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in ${retryMs}ms. Visit https://platform.openai.com/account/rate-limits to learn more.`,
        'requests',
        'rate_limit_exceeded',
      ];
    case 'quota':
      return [
        429,
        'You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.',
        'insufficient_quota',
        'insufficient_quota',
      ];
    case 'server':
      return [500, 'The server had an error while processing your request. Sorry about that!', 'server_error'];
    case 'unavailable':
      return [503, 'The engine is currently overloaded, please try again later', 'server_error', 'server_overloaded'];
    case 'overloaded':
      return [529, 'The model is overloaded. Please try again later.', 'server_error'];
    case 'timeout':
      return [408, 'Request timed out.', 'timeout'];
    case 'wrong-key':
      return [
        401,
        'Incorrect API key provided: sk-fake****************fake. You can find your API key at https://platform.openai.com/account/api-keys.',
        bad,
        'invalid_api_key',
      ];
    case 'revoked-key':
      return [403, 'This API key has been revoked.', bad, 'key_revoked'];
    case 'unknown-model':
      return [
        404,
        `The model \`${model}\` does not exist or you do not have access to it.`,
        bad,
        'model_not_found',
        chat ? undefined : 'model',
      ];
    case 'context-length':
      return chat
        ? [
            400,
            "This model's maximum context length is 128000 tokens. However, your messages resulted in 130244 tokens. Please reduce the length of the messages.",
            bad,
            'context_length_exceeded',
            'messages',
          ]
        : [
            400,
            'Your input exceeds the context window of this model. Please adjust your input and try again.',
            bad,
            'context_length_exceeded',
            'input',
          ];
    case 'schema-rejected':
      return chat
        ? [
            400,
            "Invalid schema for response_format 'answer': In context=(), 'additionalProperties' is required to be supplied and to be false.",
            bad,
            undefined,
            'response_format',
          ]
        : [
            400,
            "Invalid schema for response_format 'answer': In context=(), 'additionalProperties' is required to be supplied and to be false.",
            bad,
            'invalid_json_schema',
            'text.format.schema',
          ];
    case 'content-filter':
    case 'prompt-blocked':
      return [
        400,
        'Invalid prompt: your prompt was flagged as potentially violating our usage policy. Please try again with a different prompt: https://platform.openai.com/docs/guides/reasoning#advice-on-prompting',
        bad,
        'invalid_prompt',
      ];
    case 'bad-request':
      return [400, 'We could not parse the JSON body of your request.', bad];
  }
}
