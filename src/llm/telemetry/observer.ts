import type { ErrorCode } from '../../core/index.ts';
import { isScriptGenError } from '../../core/index.ts';
import type { LlmClient, ModelAnswer, ModelRequest } from '../model.ts';

/** One ask as an observer follows it. Exactly one of the two is called, once. */
export interface Observation {
  readonly end: (answer: ModelAnswer) => void;
  readonly fail: (code: ErrorCode | 'unexpected') => void;
}

/** Something that watches asks: traces, counters. It never changes or fails one. */
export interface Observer {
  readonly begin: (request: ModelRequest) => Observation;
}

/** Let observers watch a client. Whatever they throw is dropped: an answer that is paid must not be lost to a counter. */
export function observed(client: LlmClient, observers: readonly Observer[]): LlmClient {
  if (observers.length === 0) return client;
  return {
    ...client,
    ask: async (request, signal, options) => {
      const watching = observers.flatMap((observer) => quietly(() => observer.begin(request)) ?? []);
      try {
        const answer = await client.ask(request, signal, options);
        for (const { end } of watching) quietly(() => end(answer));
        return answer;
      } catch (error) {
        const code = isScriptGenError(error) ? error.code : 'unexpected';
        for (const { fail } of watching) quietly(() => fail(code));
        throw error;
      }
    },
  };
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
