/**
 * For tests of what is built on ScriptGen: a scripted model, a fake OpenAI server with faults, a suite for storages.
 *
 * @module
 */
export { answerForSchema } from './answer-schema.ts';
export type { ChatRequest } from './chat-completion.ts';
export { type FakeOpenAi, type FakeOpenAiOptions, type FakeRequest, startFakeOpenAI } from './fake-openai.ts';
export type { Fault } from './fault.ts';
export { type TinyModelOptions, writeTinyModel } from './gguf-model.ts';
export { type ScriptedModel, scriptedModel } from './scripted-model.ts';
