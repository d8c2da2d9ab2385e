import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { createLimit } from '../../src/core/index.ts';
import { createClient, openaiCompatible } from '../../src/llm/index.ts';
import type { Prompts } from '../../src/prompts/index.ts';
import { type Run, step } from '../../src/steps/index.ts';
import { openSqlite } from '../../src/storage/index.ts';

const PROMPTS: Prompts = new Map([
  [
    'test.word',
    { name: 'test.word', role: 'planner', system: 'Give one word.', user: 'About {{topic}}.', version: '1' },
  ],
]);

/** Ask one question so many times at once, on one journal. */
export async function askOften({
  database,
  url,
  times,
}: {
  database: string;
  url: string;
  times: number;
}): Promise<readonly string[]> {
  const storage = await openSqlite(database);
  const provider = openaiCompatible({ name: 'openai', baseURL: url, apiKey: 'k' });
  const never = new AbortController().signal;
  const run: Run = {
    id: randomUUID(),
    script: 'sp_test',
    mode: 'build',
    models: () => ({ model: 'openai/fake', params: {} }),
    client: createClient({ providers: new Map([['openai', provider]]) }),
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
  };
  const ask = {
    slot: 'test/word',
    prompt: 'test.word',
    variables: { topic: 'the sea' },
    input: { topic: 'the sea' },
    schema: z.object({ word: z.string().min(1) }),
    references: [],
  };
  try {
    const answers = await Promise.all(Array.from({ length: times }, () => step(run, ask)));
    return answers.map(({ word }) => word);
  } finally {
    await storage.close();
  }
}
