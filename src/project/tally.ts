import type { Tally } from '../orchestrator/index.ts';
import type { RunEvent } from '../steps/index.ts';

/** Counts what a run asks, answers and pays, from its events. */
export function createTally(): { readonly count: (event: RunEvent) => void; readonly total: () => Tally } {
  const sources = { asked: 0, journal: 0, shared: 0 };
  let inputTokens = 0;
  let outputTokens = 0;
  let cost: number | null = 0;
  return {
    count: (event) => {
      if (event.type !== 'step-end') return;
      sources[event.source] += 1;
      if (event.source !== 'asked') return;
      inputTokens += event.usage.inputTokens;
      outputTokens += event.usage.outputTokens;
      cost = cost === null || event.cost === null ? null : cost + event.cost;
    },
    total: () => ({ ...sources, inputTokens, outputTokens, cost }),
  };
}
