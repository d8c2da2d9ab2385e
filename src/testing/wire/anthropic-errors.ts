import type { Json } from '../../core/index.ts';
import type { ErrorContext, ErrorResponse, WireError } from './wire.ts';

/** Anthropic's errors: docs.claude.com/en/api/errors, and the words its API is seen to use. */
export function anthropicError(error: WireError, { model, message }: ErrorContext): ErrorResponse {
  const [status, type, words] = table(error, model);
  return { status, body: anthropicErrorBody(type, message ?? words) };
}

/** `{"type": "error", "error": {…}}`. */
export function anthropicErrorBody(type: string, message: string): Json {
  return { type: 'error', error: { type, message }, request_id: 'req_fake' };
}

function table(error: WireError, model: string): readonly [status: number, type: string, message: string] {
  const bad = 'invalid_request_error';
  switch (error) {
    case 'rate-limit':
      return [
        429,
        'rate_limit_error',
        "This request would exceed your organization's rate limit of 50 requests per minute. For details, refer to: https://docs.claude.com/en/api/rate-limits.",
      ];
    case 'quota':
      return [
        400,
        bad,
        'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
      ];
    case 'server':
      return [500, 'api_error', 'Internal server error'];
    case 'unavailable':
      return [503, 'api_error', 'Service unavailable'];
    case 'overloaded':
      return [529, 'overloaded_error', 'Overloaded'];
    case 'timeout':
      return [408, 'timeout_error', 'Request timeout'];
    case 'wrong-key':
      return [401, 'authentication_error', 'invalid x-api-key'];
    case 'revoked-key':
      return [403, 'permission_error', 'Your API key does not have permission to use the specified resource.'];
    case 'unknown-model':
      return [404, 'not_found_error', `model: ${model}`];
    case 'context-length':
      return [400, bad, 'prompt is too long: 208310 tokens > 200000 maximum'];
    case 'schema-rejected':
      return [
        400,
        bad,
        "output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly set to false",
      ];
    case 'content-filter':
    case 'prompt-blocked':
      return [400, bad, 'Output blocked by content filtering policy'];
    case 'bad-request':
      return [400, bad, 'The request body is not valid JSON.'];
  }
}
