/**
 * For tests of what is built on ScriptGen: a scripted model, a server that speaks as providers do and fails on demand,
 * a fault injector, a clock that stands still.
 *
 * @module
 */
export { answerForSchema } from './answer-schema.ts';
export type { BatchApi, BatchRecord, BatchServerOptions, ItemOutcome } from './batch/options.ts';
export {
  type ChatRequest,
  type FakeOpenAi,
  type FakeOpenAiOptions,
  type FakeRequest,
  startFakeOpenAI,
} from './fake-openai.ts';
export type { AnswerFault, DeliveryFault, Fault, ResponseFault, RetryAdvice } from './fault.ts';
export { type FaultRates, type FaultyProvider, faultyProvider, type InjectedCode } from './faulty-provider.ts';
export { type TinyModelOptions, writeTinyModel } from './gguf-model.ts';
export { applies, SCENARIOS, type Scenario, type ScenarioName, type ScenarioType, scenariosFor } from './scenarios.ts';
export { type ScriptedModel, scriptedModel } from './scripted-model.ts';
export type { FaultServerOptions, Operation, Pretended, ServerLimits, WireRequest } from './server/options.ts';
export { type FaultServer, startFaultServer } from './server/server.ts';
export { type VirtualClock, virtualClock } from './virtual-clock.ts';
export { SPLIT_MODES, type SplitMode } from './wire/split.ts';
export { WIRE_FORMATS, type WireError, type WireFormat } from './wire/wire.ts';
