import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { createLimit } from '../../src/core/index.ts';
import { createClient, type Provider } from '../../src/llm/index.ts';
import type { Prompts } from '../../src/prompts/index.ts';
import type { Run, StepAsk } from '../../src/steps/index.ts';
import type { Storage } from '../../src/storage/index.ts';

const PROMPTS: Prompts = new Map([
  [
    'test.word',
    { name: 'test.word', role: 'planner', system: 'Give one word.', user: 'About {{topic}}.', version: '1' },
  ],
]);

/** A run that asks one provider for everything, on this storage. */
export function testRun(storage: Storage, provider: Provider, own: Partial<Run> = {}): Run {
  const never = new AbortController().signal;
  return {
    id: randomUUID(),
    script: 'sp_test',
    mode: 'build',
    models: () => ({ model: `${provider.name}/fake`, params: {} }),
    client: createClient({ providers: new Map([[provider.name, provider]]), router: { retries: 0 } }),
    prompts: PROMPTS,
    journal: storage.journal,
    store: storage.runs,
    limit: createLimit(Number.POSITIVE_INFINITY),
    priority: 0,
    stop: never,
    kill: never,
    emit: () => undefined,
    slots: new Map(),
    satisfied: new Map(),
    planned: [],
    ...own,
  };
}

/** A question that any topic can be put into. */
export function askWord(topic: string): Omit<StepAsk<{ readonly word: string }>, 'faults'> {
  return {
    slot: `test/${topic}`,
    prompt: 'test.word',
    variables: { topic },
    input: { topic },
    schema: z.object({ word: z.string().min(1) }),
    references: [{ source: 'topic', field: 'text', label: 'topic', version: topic }],
  };
}
