/**
 * Asking a model: one client, one retry loop, one shape of request and answer. Knows no screenplay.
 *
 * @module
 */
export { answerSchema } from './answer-schema.ts';
export type { BatchItem, BatchState, BatchTransport } from './batch-transport.ts';
export type { ChoiceSource } from './choice.ts';
export { type ClientOptions, createClient } from './client.ts';
export { type Clock, SYSTEM_CLOCK } from './clock.ts';
export { MODEL_ROLES, type ModelRole, modelsJsonSchema } from './config.ts';
export { userFolder } from './config-layers.ts';
export { countTokens } from './count-tokens.ts';
export { installedVersion } from './detect/installed.ts';
export { ggufFiles, modelsFolder } from './detect/local-models.ts';
export { type DetectedServer, type DetectOptions, detectServers } from './detect/servers.ts';
export { IMPORT_SOURCES, type Imported, type ImportSource, importModels, mergeModels } from './import/index.ts';
export {
  type AskOptions,
  type Completion,
  type FinishReason,
  type ListedModel,
  type LlmClient,
  type Message,
  type ModelAnswer,
  type ModelRequest,
  NO_USAGE,
  type Provider,
  type ProviderCall,
  type Usage,
} from './model.ts';
export { type Attempt, isModelError, ModelError, type ModelFault, type TimeoutPhase } from './model-error.ts';
export type { ConfiguredModel } from './model-list.ts';
export type { ModelFacts, ModelMemory } from './model-memory.ts';
export { type ModelName, splitModel } from './model-name.ts';
export { type Cost, type CostOptions, type CostParts, costOf, costParts, type Price, type PriceList } from './price.ts';
export { createPrice } from './price-list.ts';
export { makeProvider, PACKAGES, type ProviderPackage, type ProviderSpec } from './providers/make.ts';
export {
  type OpenAiCompatibleOptions,
  openaiCompatible,
  type StructuredOutput,
  type WireModel,
} from './providers/openai-compatible.ts';
export { type Reading, readAnswer } from './read.ts';
export { type LoadModelsOptions, loadModels, type Models } from './registry.ts';
export { estimateRequest } from './request-size.ts';
export { ROUTER_DEFAULTS } from './router-defaults.ts';
export type { FallbackChains, ModelInfo, RateLimits, RouterSettings, Timeouts } from './settings.ts';
export { type Observation, type Observer, observed } from './telemetry/observer.ts';
export { createTelemetry, type TelemetryOptions } from './telemetry/opentelemetry.ts';
export { createMeters, type Meters } from './telemetry/prometheus.ts';
export { estimateTokens } from './tokens.ts';
