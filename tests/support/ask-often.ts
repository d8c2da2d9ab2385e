import { openaiCompatible } from '../../src/llm/index.ts';
import { step } from '../../src/steps/index.ts';
import { openSqlite } from '../../src/storage/index.ts';
import { askWord, testRun } from './test-run.ts';

/** What to ask often, and where. */
export interface Often {
  readonly database: string;
  readonly url: string;
  readonly times: number;
}

/** Ask one question so many times at once, on one journal. */
export async function askOften({ database, url, times }: Often): Promise<readonly string[]> {
  const storage = await openSqlite(database);
  const run = testRun(storage, openaiCompatible({ name: 'openai', baseURL: url, apiKey: 'k' }));
  try {
    const answers = await Promise.all(Array.from({ length: times }, () => step(run, askWord('the sea'))));
    return answers.map(({ word }) => word);
  } finally {
    await storage.close();
  }
}
