import type { Json } from '../../core/index.ts';
import type { ErrorContext, ErrorResponse, WireError } from './wire.ts';

/** Mistral's errors: one object without an envelope, with numbers for codes. Words as its API is seen to use them. */
export function mistralError(error: WireError, { model, message }: ErrorContext): ErrorResponse {
  const [status, words, type, code] = table(error, model);
  return { status, body: mistralErrorBody(message ?? words, type, code) };
}

/** `{"object": "error", …}`. */
export function mistralErrorBody(message: string, type = 'invalid_request_error', code: string | null = null): Json {
  return { object: 'error', message, type, param: null, code };
}

type Row = readonly [status: number, message: string, type: string, code?: string | undefined];

function table(error: WireError, model: string): Row {
  const bad = 'invalid_request_error';
  switch (error) {
    case 'rate-limit':
      return [429, 'Rate limit exceeded', 'rate_limited', '1300'];
    case 'quota':
      return [429, 'Monthly quota exceeded: your plan allows no further requests', 'insufficient_quota', '1301'];
    case 'server':
      return [500, 'Internal server error', 'internal_server_error', '1000'];
    case 'unavailable':
      return [503, 'Service unavailable.', 'unreachable_backend', '1100'];
    case 'overloaded':
      return [529, 'Service tier capacity exceeded for this model.', 'service_tier_capacity_exceeded', '3505'];
    case 'timeout':
      return [408, 'The request timed out', 'request_timeout'];
    case 'wrong-key':
      return [401, 'Unauthorized', 'unauthorized'];
    case 'revoked-key':
      return [403, 'Inactive subscription or revoked API key', 'forbidden'];
    case 'unknown-model':
      return [404, `Invalid model: ${model}`, 'invalid_model', '1500'];
    case 'context-length':
      return [
        400,
        'Prompt contains 65673 tokens and 0 draft tokens, too large for model with 32768 maximum context length',
        bad,
        '3051',
      ];
    case 'schema-rejected':
      return [400, 'Invalid response_format: the json_schema is not supported', bad];
    case 'content-filter':
    case 'prompt-blocked':
      return [400, 'The request was blocked by moderation', bad];
    case 'bad-request':
      return [400, 'Invalid JSON body', bad];
  }
}
