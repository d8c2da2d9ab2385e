import type { Saved, StatsRow } from '../../project.ts';
import { formatCount, formatDuration, formatMoney } from '../format.ts';

/** One thing that is told of calls, and what it is for a row. */
export interface Column {
  readonly name: string;
  /** The head of its column, where that is shorter. */
  readonly head?: string;
  readonly value: (row: StatsRow) => string;
}

/** What stands where nothing is known. */
const NONE = '-';

const CALLS: Column = { name: 'calls', value: ({ calls }) => formatCount(calls) };
const FAILED: Column = { name: 'failed', value: ({ failed }) => formatCount(failed) };
const BATCH: Column = { name: 'saved by batch', value: ({ savedByBatch }) => formatSaved(savedByBatch) };
const CACHE: Column = { name: 'saved by prefix cache', value: ({ savedByCache }) => formatSaved(savedByCache) };
const JOURNAL: Column = { name: 'saved by journal', value: ({ saved }) => moneyOf(saved?.journal) };
const MERGING: Column = { name: 'saved by merging', value: ({ saved }) => moneyOf(merged(saved)) };

/** What each kind of statistics tells. */
export const KINDS = {
  cost: [
    CALLS,
    FAILED,
    { name: 'cost', value: moneySpent },
    { ...JOURNAL, head: 'saved: journal' },
    { ...MERGING, head: 'merging' },
    { ...BATCH, head: 'batch' },
    { ...CACHE, head: 'prefix cache' },
  ],
  tokens: [
    CALLS,
    { name: 'in', value: ({ inputTokens }) => formatCount(inputTokens) },
    { name: 'of it cached', value: ({ cachedTokens }) => formatCount(cachedTokens) },
    { name: 'written to cache', value: ({ cacheWriteTokens }) => formatCount(cacheWriteTokens) },
    { name: 'out', value: ({ outputTokens }) => formatCount(outputTokens) },
    { name: 'of it thinking', value: ({ reasoningTokens }) => formatCount(reasoningTokens) },
  ],
  cache: [
    CALLS,
    { name: 'from journal', value: ({ saved }) => countOf(saved?.journal) },
    { name: 'tokens', value: ({ saved }) => tokensOf(saved?.journal) },
    { ...JOURNAL, head: 'saved' },
    { name: 'merged', value: ({ saved }) => countOf(merged(saved)) },
    { ...MERGING, head: 'saved' },
    { name: 'prefix cache', value: shareOf },
    { ...CACHE, head: 'saved' },
    { ...BATCH, head: 'batch saved' },
  ],
  latency: [
    CALLS,
    { name: 'median', value: ({ calls, ms }) => durationOf(calls === 0 ? null : ms.p50) },
    { name: '95 of 100 in', value: ({ calls, ms }) => durationOf(calls === 0 ? null : ms.p95) },
    { name: 'first token', value: ({ ms }) => durationOf(ms.firstToken) },
    { name: 'waiting', value: ({ calls, ms }) => durationOf(calls === 0 ? null : ms.waited) },
    { name: 'retries', value: ({ retries }) => formatCount(retries) },
    FAILED,
  ],
} as const satisfies Readonly<Record<string, readonly Column[]>>;

/** One of {@link KINDS}. */
export type StatsKind = keyof typeof KINDS;

function moneySpent({ calls, cost, unpriced }: StatsRow): string {
  return money({ calls, cost, unpriced });
}

/** Money with what is not in it: a price that is not known is never 0. */
function money({ calls, cost, unpriced }: Pick<Saved, 'calls' | 'cost' | 'unpriced'>): string {
  if (unpriced === 0) return formatMoney(cost);
  return unpriced === calls ? formatMoney(null) : `${formatMoney(cost)} + ${formatCount(unpriced)} unpriced`;
}

function moneyOf(saved: Saved | undefined): string {
  return saved === undefined ? NONE : money(saved);
}

function countOf(saved: Saved | undefined): string {
  return saved === undefined ? NONE : formatCount(saved.calls);
}

function tokensOf(saved: Saved | undefined): string {
  return saved === undefined ? NONE : formatCount(saved.inputTokens + saved.outputTokens);
}

/** Questions that one call answered for several: those joined while it was under way, and those merged before. */
function merged(saved: StatsRow['saved']): Saved | undefined {
  if (saved === undefined) return undefined;
  const { shared: a, merged: b } = saved;
  return {
    calls: a.calls + b.calls,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cost: a.cost + b.cost,
    unpriced: a.unpriced + b.unpriced,
  };
}

/** Writing to a cache that is not read costs more than it saves. */
function formatSaved(dollars: number): string {
  return dollars < 0 ? `-${formatMoney(-dollars)}` : formatMoney(dollars);
}

/** The part of the input that was read from a prefix cache. */
function shareOf({ cachedTokens, inputTokens }: StatsRow): string {
  return inputTokens === 0 ? NONE : `${Math.round((100 * cachedTokens) / inputTokens)}%`;
}

function durationOf(ms: number | null): string {
  return ms === null ? NONE : formatDuration(ms);
}
