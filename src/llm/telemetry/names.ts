/**
 * The names of OpenTelemetry's conventions for generative AI, as far as they are used here. All of them are still in
 * development there and have moved before, so they stand in this one file
 * (https://opentelemetry.io/docs/specs/semconv/gen-ai/, read for version 1.40).
 *
 * @module
 */
export const ATTRIBUTES = {
  operation: 'gen_ai.operation.name',
  provider: 'gen_ai.provider.name',
  model: 'gen_ai.request.model',
  temperature: 'gen_ai.request.temperature',
  maxTokens: 'gen_ai.request.max_tokens',
  outputType: 'gen_ai.output.type',
  servedBy: 'gen_ai.response.model',
  finishReasons: 'gen_ai.response.finish_reasons',
  inputTokens: 'gen_ai.usage.input_tokens',
  outputTokens: 'gen_ai.usage.output_tokens',
  cacheRead: 'gen_ai.usage.cache_read.input_tokens',
  cacheCreation: 'gen_ai.usage.cache_creation.input_tokens',
  tokenType: 'gen_ai.token.type',
  error: 'error.type',
  inputMessages: 'gen_ai.input.messages',
  outputMessages: 'gen_ai.output.messages',
  /** Ours: the task asked, `scene.direct`; US dollars; upstream requests. */
  task: 'scriptgen.task',
  cost: 'scriptgen.cost',
  attempts: 'scriptgen.attempts',
} as const;

/** Metrics, with their units. */
export const METRICS = {
  duration: { name: 'gen_ai.client.operation.duration', unit: 's' },
  tokens: { name: 'gen_ai.client.token.usage', unit: '{token}' },
} as const;

/** The bounds of histograms that the conventions advise. */
export const BOUNDS = {
  duration: [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
  tokens: [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864],
} as const;

/** Providers that the conventions have a name of their own for; others go by theirs. */
export const PROVIDER_NAMES: Readonly<Record<string, string>> = {
  google: 'gcp.gemini',
  mistral: 'mistral_ai',
  xai: 'x_ai',
};
