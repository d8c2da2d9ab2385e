/**
 * Asking a model: one client, one retry loop, one shape of request and answer. Knows no screenplay.
 *
 * @module
 */
export { answerSchema } from './answer-schema.ts';
export { type ClientOptions, createClient } from './client.ts';
export { modelsJsonSchema } from './config.ts';
export {
  type AskOptions,
  type LlmClient,
  type Message,
  type ModelAnswer,
  type ModelRequest,
  NO_USAGE,
  type Provider,
  type Usage,
} from './model.ts';
export { type ModelName, splitModel } from './model-name.ts';
export { type Cost, costOf, createPrice, type Price } from './price.ts';
export {
  type OpenAiCompatibleOptions,
  openaiCompatible,
  type StructuredOutput,
  type WireModel,
} from './providers/openai-compatible.ts';
export { type Reading, readAnswer } from './read.ts';
export { type LoadModelsOptions, loadModels, type Models } from './registry.ts';
export { RETRY_DEFAULTS, type RetrySettings } from './retry.ts';
