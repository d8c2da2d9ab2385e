import { z } from 'zod';
import { createLimit } from '../src/core/index.ts';
import { createClient, type ModelRequest, type Provider } from '../src/llm/index.ts';
import type { Prompts } from '../src/prompts/index.ts';
import { type Run, step } from '../src/steps/index.ts';
import type { Storage } from '../src/storage/index.ts';

const PROMPTS: Prompts = new Map([
  [
    'bench.word',
    { name: 'bench.word', role: 'planner', system: 'Give one word.', user: 'About {{topic}}.', version: '1' },
  ],
]);
const Word = z.object({ word: z.string() });

/** A provider that answers at once, in this process: whatever a step takes with it is ours. */
export const instant: Provider = {
  name: 'bench',
  isLanguageModel: true,
  answer: async ({ messages }: ModelRequest) => ({
    text: `{"word":"${messages.length}"}`,
    finishReason: 'stop',
    usage: { inputTokens: 300, outputTokens: 5, cachedTokens: 0 },
  }),
};

/** A run over a database, with abilities of its own. */
export function runOn(storage: Storage, abilities: Partial<Run> = {}): Run {
  const never = new AbortController().signal;
  return {
    ...{ id: 'bench', script: 'sp_bench', mode: 'build' },
    models: () => ({ model: 'bench/model', params: {} }),
    client: createClient({ providers: new Map([['bench', instant]]) }),
    prompts: PROMPTS,
    journal: storage.journal,
    store: storage.runs,
    limit: createLimit(Number.POSITIVE_INFINITY),
    ...{ priority: 0, stop: never, kill: never, emit: () => undefined },
    ...{ slots: new Map(), satisfied: new Map(), planned: [] },
    ...abilities,
  };
}

/** One step about a topic. */
export function ask(run: Run, topic: string): Promise<unknown> {
  return step(run, {
    slot: `bench/${topic.slice(0, 30)}`,
    prompt: 'bench.word',
    variables: { topic },
    ...{ input: {}, schema: Word, references: [] },
  });
}

/** A run's own list of what it satisfied would grow with the script; here nobody reads it. */
export function forgetful(): Run['satisfied'] {
  const nothing: Run['satisfied'] = new Map();
  nothing.set = () => nothing;
  return nothing;
}
