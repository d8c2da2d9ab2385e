import type { Call, CallLog, ProjectLedger, StatsRow } from '../../project.ts';

/** A call for tests. */
export const CALL: Call = {
  ...{ id: 'call_1a2b3c4d5e6f', key: 'k1:0', time: '2026-11-26T12:00:00.000Z', outcome: 'answered' },
  ...{ run: 'run_1', script: 'scr_1', scene: 'sc_3', slot: 'sc_3/lines', task: 'scene.lines', role: 'character' },
  ...{
    agent: 'MAYA',
    model: 'acme/large',
    servedBy: 'acme/large',
    lane: 'interactive',
    cost: 0.02,
    attempts: 2,
    ms: 4200,
  },
  usage: { inputTokens: 1000, outputTokens: 234, cachedTokens: 600 },
};

/** The same with what was asked and what came. */
export const LOG: CallLog = {
  call: CALL,
  request: {
    messages: [
      { role: 'system', content: 'You are Maya.' },
      { role: 'user', content: 'Speak.\n\u001b[31mNow.' },
    ],
  },
  text: '{"lines":["No."]}',
};

const NOTHING = { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0, unpriced: 0 };

/** Sums of such calls. */
export const SUM: StatsRow = {
  ...{ group: 'acme/large', label: 'acme/large', calls: 12, failed: 1, unpriced: 0, inputTokens: 12_000 },
  ...{ outputTokens: 2400, cachedTokens: 6000, cacheWriteTokens: 0, reasoningTokens: 0, cost: 0.42, retries: 3 },
  ...{ savedByCache: 0.05, savedByBatch: 0, ms: { p50: 4200, p95: 12_000, firstToken: 800, waited: 0 } },
  saved: {
    journal: { calls: 30, inputTokens: 30_000, outputTokens: 6000, cost: 1.2, unpriced: 0 },
    shared: { calls: 1, inputTokens: 1000, outputTokens: 200, cost: 0.04, unpriced: 0 },
    merged: NOTHING,
  },
};

/** A bill of one such model, of which every question is recorded. */
export function fakeLedger(note: (...call: readonly unknown[]) => void): ProjectLedger {
  return {
    stats: async (options) => {
      note('stats', options);
      return { rows: options?.by === undefined ? [] : [SUM], total: { ...SUM, group: '', label: 'all' } };
    },
    logs: async (options) => {
      note('logs', options);
      return [CALL, { ...CALL, id: 'call_2', outcome: 'model/timeout', cost: null, servedBy: 'acme/small' }];
    },
    log: async (id) => {
      note('log', id);
      return id === 'call_2' ? { ...LOG, text: '{"lines":["Yes."]}' } : LOG;
    },
    cache: () => ({
      sizes: async () => ({
        ...{ answers: 1200, bytes: 9_600_000, setAside: 2, setAsideBytes: 812, unused: 40, unusedBytes: 320_000 },
        ...{ oldest: '2026-11-20T12:00:00.000Z', newest: '2026-11-26T12:00:00.000Z' },
      }),
      gc: async (options) => {
        note('gc', options);
        return { answers: 40, bytes: 320_000, setAside: 0, setAsideBytes: 0 };
      },
      verify: async () => ({ checked: 3, faults: [{ key: 'k1:0', message: 'is not readable' }] }),
      exportTo: async (file, options) => {
        note('exportTo', file, options);
        return { answers: 7 };
      },
      importFrom: async (file) => {
        note('importFrom', file);
        return { added: 5, known: 2 };
      },
    }),
  };
}
