import type { Json } from '../../core/index.ts';
import type { ErrorContext, ErrorResponse, WireError } from './wire.ts';

const QUOTA =
  'You exceeded your current quota, please check your plan and billing details. For more information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits.';

/** Google's errors: ai.google.dev/gemini-api/docs/troubleshooting, and the details its API is seen to send. */
export function googleError(error: WireError, { model, retryMs = 1000, message }: ErrorContext): ErrorResponse {
  const [status, name, words, details] = table(error, model, retryMs);
  return { status, body: googleErrorBody(status, message ?? words, name, details) };
}

/** `{"error": {"code": …, "message": …, "status": …}}`. */
export function googleErrorBody(code: number, message: string, status = 'UNKNOWN', details?: readonly Json[]): Json {
  return { error: { code, message, status, ...(details === undefined ? {} : { details }) } };
}

type Row = readonly [status: number, name: string, message: string, details?: readonly Json[]];

function table(error: WireError, model: string, retryMs: number): Row {
  switch (error) {
    case 'rate-limit':
      return [
        429,
        'RESOURCE_EXHAUSTED',
        `${QUOTA} Please retry in ${retryMs / 1000}s.`,
        [
          quotaFailure('GenerateRequestsPerMinutePerProjectPerModel-FreeTier', model),
          { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${retryMs / 1000}s` },
        ],
      ];
    case 'quota':
      return [
        429,
        'RESOURCE_EXHAUSTED',
        QUOTA,
        [quotaFailure('GenerateRequestsPerDayPerProjectPerModel-FreeTier', model)],
      ];
    case 'server':
      return [
        500,
        'INTERNAL',
        'An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting',
      ];
    case 'unavailable':
    case 'overloaded':
      return [error === 'overloaded' ? 529 : 503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.'];
    case 'timeout':
      return [408, 'DEADLINE_EXCEEDED', 'The request timed out. Please try again.'];
    case 'wrong-key':
      return [
        400,
        'INVALID_ARGUMENT',
        'API key not valid. Please pass a valid API key.',
        [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: 'API_KEY_INVALID',
            domain: 'googleapis.com',
            metadata: { service: 'generativelanguage.googleapis.com' },
          },
        ],
      ];
    case 'revoked-key':
      return [403, 'PERMISSION_DENIED', 'Your API key was reported as leaked. Please use another API key.'];
    case 'unknown-model':
      return [
        404,
        'NOT_FOUND',
        `models/${model} is not found for API version v1beta, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods.`,
      ];
    case 'context-length':
      return [
        400,
        'INVALID_ARGUMENT',
        'The input token count (1200451) exceeds the maximum number of tokens allowed (1048576).',
      ];
    case 'schema-rejected':
      return [
        400,
        'INVALID_ARGUMENT',
        'Invalid JSON payload received. Unknown name "const" at \'generation_config.response_schema.properties[0].value\': Cannot find field.',
      ];
    case 'content-filter':
    case 'prompt-blocked':
      return [400, 'INVALID_ARGUMENT', 'The prompt was blocked.'];
    case 'bad-request':
      return [400, 'INVALID_ARGUMENT', 'Invalid JSON payload received.'];
  }
}

function quotaFailure(quotaId: string, model: string): Json {
  return {
    '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
    violations: [
      {
        quotaMetric: 'generativelanguage.googleapis.com/generate_content_free_tier_requests',
        quotaId,
        quotaDimensions: { location: 'global', model },
      },
    ],
  };
}
