import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Message } from '../../model.ts';
import { grammarSchema } from './grammar-schema.ts';
import type { ChatItem, Grammar, Token } from './llama-api.ts';
import { BATCH, type LoadedModel } from './load-model.ts';
import type { Ask, FromChild } from './protocol.ts';
import { textStream } from './text-stream.ts';
import { type WholeJson, watchJson } from './whole-json.ts';

/** As llama.cpp samples where nothing else is said: https://github.com/ggml-org/llama.cpp/tree/master/tools/main. */
const SAMPLING = { topK: 40, topP: 0.95, minP: 0.05 };

/** Answer one question, telling what happens. Ends with one of `end`, `stopped`, `too-long` and `no-grammar`. */
export async function answer(
  loaded: LoadedModel,
  ask: Ask,
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: (message: FromChild) => void },
): Promise<void> {
  const { id } = ask;
  const prompt = promptOf(loaded, ask.messages);
  const room = loaded.context - prompt.length;
  if (room < 1) return tell({ type: 'too-long', id, tokens: prompt.length, context: loaded.context });
  const grammar = await grammarOf(loaded, ask);
  if (grammar === 'none') return tell({ type: 'no-grammar', id });

  const cachedTokens = await readPrompt(loaded, prompt, () => {
    tell({ type: 'progress', id });
    return signal.aborted;
  });
  if (signal.aborted) return tell({ type: 'stopped', id });

  const most = Math.min(ask.maxOutputTokens ?? room, room);
  const stream = textStream(loaded.model);
  const isWhole: WholeJson = grammar === undefined ? () => false : watchJson();
  const { temperature, seed } = ask;
  const { LlamaGrammarEvaluationState } = loaded.package;
  const state =
    grammar === undefined
      ? {}
      : { grammarEvaluationState: new LlamaGrammarEvaluationState({ model: loaded.model, grammar }) };
  let outputTokens = 0;
  let finishReason: 'stop' | 'length' = 'stop';
  const say = (text: string): void => {
    if (text !== '') tell({ type: 'delta', id, text });
  };
  for await (const token of loaded.sequence.evaluate(prompt.slice(-1), { temperature, seed, ...SAMPLING, ...state })) {
    outputTokens += 1;
    const text = stream.add(token);
    say(text);
    if (isWhole(text)) break;
    if (outputTokens >= most) {
      finishReason = 'length';
      break;
    }
    // Tokens come faster than messages are read when the engine is not waited for.
    await nextTurn();
    if (signal.aborted) return tell({ type: 'stopped', id });
  }
  say(stream.end());
  tell({ type: 'end', id, finishReason, usage: { inputTokens: prompt.length, outputTokens, cachedTokens } });
}

function promptOf({ chat, model }: LoadedModel, messages: readonly Message[]): readonly Token[] {
  const turns = messages.map(
    ({ role, content }): ChatItem =>
      role === 'assistant' ? { type: 'model', response: [content] } : { type: role, text: content },
  );
  const chatHistory: readonly ChatItem[] = [...turns, { type: 'model', response: [''] }];
  return chat.generateContextState({ chatHistory }).contextText.tokenize(model.tokenizer);
}

/**
 * Read a prompt but for its last token. What it begins with and what was read before need not be read again.
 * @returns How many tokens that were.
 */
async function readPrompt(
  { sequence }: LoadedModel,
  prompt: readonly Token[],
  isStopped: () => boolean,
): Promise<number> {
  const before = prompt.slice(0, -1);
  await sequence.adaptStateToTokens(before, false);
  const cached = sequence.nextTokenIndex;
  for (let at = cached; at < before.length; at += BATCH) {
    if (isStopped()) break;
    await sequence.evaluateWithoutGeneratingNewTokens(before.slice(at, at + BATCH));
  }
  return cached;
}

const grammars = new Map<string, Promise<Grammar>>();

async function grammarOf({ llama }: LoadedModel, { schema }: Ask): Promise<Grammar | undefined | 'none'> {
  if (schema === undefined) return undefined;
  const key = JSON.stringify(schema);
  const made = grammars.get(key) ?? llama.createGrammarForJsonSchema(grammarSchema(schema));
  grammars.set(key, made);
  return made.catch((): 'none' => {
    grammars.delete(key);
    return 'none';
  });
}
