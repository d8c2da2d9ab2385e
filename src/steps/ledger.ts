import type { Json } from '../core/index.ts';
import type { Call, Saving } from './call.ts';

/** The most that may be spent, in US dollars. What is absent has no limit. */
export interface Caps {
  readonly run?: number;
  /** From midnight to midnight, by the clock on the wall of the process that asks. */
  readonly day?: number;
  readonly project?: number;
}

/** Money set aside for one call before it is asked. */
export interface Reservation {
  /** The id that its call will have. */
  readonly id: string;
  readonly run: string;
  /** ISO 8601, UTC: the midnight with which the day began. */
  readonly dayStart: string;
  /** US dollars that it can cost at most. */
  readonly cost: number;
}

/** Whether money could be set aside; spent and reserved are of the cap that is tightest. */
export interface Verdict {
  readonly granted: boolean;
  readonly cap: keyof Caps;
  /** US dollars. */
  readonly limit: number;
  readonly spent: number;
  readonly reserved: number;
  /** Calls in the period whose price is not known. */
  readonly unpriced: number;
}

/** Which calls are meant; what is absent is not asked about. */
export interface CallFilter {
  readonly run?: string;
  readonly script?: string;
  readonly scene?: string;
  readonly task?: string;
  readonly role?: string;
  readonly model?: string;
  readonly outcome?: 'answered' | 'failed';
  /** ISO 8601, from and until (not included). */
  readonly from?: string;
  readonly until?: string;
  /** Words that the request or the answer has. */
  readonly text?: string;
}

/** What calls can be summed by. */
export const GROUPS = ['run', 'script', 'scene', 'task', 'role', 'agent', 'model', 'day', 'lane'] as const;
/** One of {@link GROUPS}. */
export type Group = (typeof GROUPS)[number];

/** Calls of one group, summed. Money is of the priced ones. */
export interface CallSum {
  /** The value they have in common: a model's name, `2026-11-26`; empty for calls of no scene. */
  readonly group: string;
  readonly calls: number;
  readonly failed: number;
  /** Calls whose price is not known. */
  readonly unpriced: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedTokens: number;
  readonly cacheWriteTokens: number;
  readonly reasoningTokens: number;
  readonly cost: number;
  /** US dollars that the prefix cache and the batch lane saved against the full price. */
  readonly savedByCache: number;
  readonly savedByBatch: number;
  /** Wall milliseconds: median, 95th percentile, and the medians of the first token and of waiting. */
  readonly ms: {
    readonly p50: number;
    readonly p95: number;
    readonly firstToken: number | null;
    readonly waited: number;
  };
  readonly retries: number;
}

/** A call with what was asked and what came. */
export interface CallLog {
  readonly call: Call;
  /** The canonical request. */
  readonly request: Json;
  /** The raw text of the answer, or what had come of it. */
  readonly text: string;
}

/** The bill of a project: every call with its cost, the money set aside for calls under way, and what was saved. */
export interface Ledger {
  /**
   * Set money aside, unless a cap would be exceeded. It counts until its call is written, it is released, or its
   * process is seen dead. Whoever reserves at the same moment, in this process or another, the caps hold.
   */
  reserve(reservation: Reservation, caps: Caps): Promise<Verdict>;
  release(id: string): Promise<void>;
  /** Write a call that failed, and keep the text that had come; ends its reservation. Answered ones are written by `Journal.settle`. */
  fail(call: Call, kept: { readonly request: Json; readonly text: string } | undefined): Promise<void>;
  addSavings(savings: readonly Saving[]): Promise<void>;
  /** Sum calls by a group, the costliest first; with no group, one sum of all. Without `times` (which take longest) they are 0. */
  sum(filter: CallFilter, by?: Group, options?: { readonly times?: boolean }): Promise<readonly CallSum[]>;
  savings(filter: Pick<CallFilter, 'run' | 'script' | 'from' | 'until'>): Promise<readonly Saving[]>;
  /** The newest first. */
  calls(filter: CallFilter, most: number): Promise<readonly Call[]>;
  /** A call by its id, or the first letters of it. */
  call(id: string): Promise<CallLog | undefined>;
}
