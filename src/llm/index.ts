/**
 * Asking a model: one client, one retry loop, one shape of request and answer. Knows no screenplay.
 *
 * @module
 */

export type { BatchItem, BatchState, BatchTransport } from './batch-transport.ts';
export { type ClientOptions, createClient } from './client/client.ts';
export { reachableFrom } from './client/fallback.ts';
export { ROUTER_DEFAULTS } from './client/router-defaults.ts';
export { type Clock, SYSTEM_CLOCK } from './clock.ts';
export type { ChoiceSource } from './config/choice.ts';
export { MODEL_ROLES, type ModelRole, modelsJsonSchema } from './config/config.ts';
export { userFolder } from './config/config-layers.ts';
export { installedVersion } from './config/detect/installed.ts';
export { ggufFiles, modelsFolder } from './config/detect/local-models.ts';
export { type DetectedServer, type DetectOptions, detectServers } from './config/detect/servers.ts';
export { IMPORT_SOURCES, type Imported, type ImportSource, importModels, mergeModels } from './config/import/index.ts';
export type { ConfiguredModel } from './config/model-list.ts';
export { type LoadModelsOptions, loadModels, type Models } from './config/registry.ts';
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
export type { ModelFacts, ModelMemory } from './model-memory.ts';
export { type ModelName, splitModel } from './model-name.ts';
export {
  type Cost,
  type CostOptions,
  type CostParts,
  costOf,
  costParts,
  type Price,
  type PriceList,
} from './money/price.ts';
export { createPrice } from './money/price-list.ts';
export {
  type OpenAiCompatibleOptions,
  openaiCompatible,
  type StructuredOutput,
  type WireModel,
} from './providers/chat/openai-compatible.ts';
export { makeProvider, PACKAGES, type ProviderPackage, type ProviderSpec } from './providers/make.ts';
export { answerSchema } from './read/answer-schema.ts';
export { type Reading, readAnswer } from './read/read.ts';
export type { FallbackChains, ModelInfo, RateLimits, RouterSettings, Timeouts } from './settings.ts';
export { type Observation, type Observer, observed } from './telemetry/observer.ts';
export { createTelemetry, type TelemetryOptions } from './telemetry/opentelemetry.ts';
export { createMeters, type Meters } from './telemetry/prometheus.ts';
export { countTokens } from './tokens/count-tokens.ts';
export { estimateRequest } from './tokens/request-size.ts';
export { estimateTokens } from './tokens/tokens.ts';
