import type { ListedModel } from '../model.ts';
import type { ModelPage } from './dialect.ts';
import { fieldsOf } from './said.ts';

/** OpenAI's list, and what others add to it: how much a model can read, by five names. */
export function readOpenAiModels(body: unknown): ModelPage {
  const listed = Array.isArray(body) ? body : listIn(body, 'data');
  return { models: listed.flatMap((model) => modelIn(model, contextIn(model))) };
}

/** Anthropic's list, in pages. */
export function readAnthropicModels(body: unknown): ModelPage {
  const { has_more: more, last_id: last } = fieldsOf(body);
  const models = listIn(body, 'data').flatMap((model) => modelIn(model, fieldsOf(model)['max_input_tokens']));
  if (more !== true || typeof last !== 'string') return { models };
  return { models, next: `?limit=1000&after_id=${encodeURIComponent(last)}` };
}

/** Gemini's list, in pages: those that write text, without the `models/` before their names. */
export function readGoogleModels(body: unknown): ModelPage {
  const next = fieldsOf(body)['nextPageToken'];
  const models = listIn(body, 'models').flatMap((model): readonly ListedModel[] => {
    const { name, supportedGenerationMethods: methods, inputTokenLimit } = fieldsOf(model);
    if (Array.isArray(methods) && !methods.includes('generateContent')) return [];
    return modelIn({ id: typeof name === 'string' ? name.replace(/^models\//, '') : undefined }, inputTokenLimit);
  });
  if (typeof next !== 'string' || next === '') return { models };
  return { models, next: `?pageSize=1000&pageToken=${encodeURIComponent(next)}` };
}

/** What Ollama has pulled. */
export function readOllamaModels(body: unknown): ModelPage {
  return { models: listIn(body, 'models').flatMap((model) => modelIn({ id: fieldsOf(model)['name'] }, undefined)) };
}

function listIn(body: unknown, name: string): readonly unknown[] {
  const list = fieldsOf(body)[name];
  return Array.isArray(list) ? list : [];
}

function modelIn(model: unknown, context: unknown): readonly ListedModel[] {
  const { id } = fieldsOf(model);
  if (typeof id !== 'string' || id === '') return [];
  return [typeof context === 'number' && context > 0 ? { id, context } : { id }];
}

/** OpenRouter, Mistral, vLLM, LM Studio and llama.cpp, in this order. */
function contextIn(model: unknown): unknown {
  const fields = fieldsOf(model);
  return (
    fields['context_length'] ??
    fields['max_context_length'] ??
    fields['max_model_len'] ??
    fields['loaded_context_length'] ??
    fieldsOf(fields['meta'])['n_ctx_train']
  );
}
