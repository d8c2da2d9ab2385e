import type { Json, Reference } from '../core/index.ts';
import type { ModelAnswer } from '../llm/model.ts';
import type { Call } from './call.ts';

/** One paid answer, kept for good: written before it is used, read instead of asking again. */
export interface JournalRow {
  readonly key: string;
  /** The task asked: `scene.direct`. */
  readonly task: string;
  readonly model: string;
  /** The canonical request. */
  readonly request: Json;
  readonly answer: ModelAnswer;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** The outcome of {@link Journal.claim}. */
export type Claim =
  /** The caller holds the lease and must end it with `settle` or `release`. */
  | { readonly state: 'claimed' }
  | { readonly state: 'answered'; readonly row: JournalRow }
  /** Another live process is asking; look again shortly. */
  | { readonly state: 'pending' };

/** What a slot read and got when it was last satisfied. A slot is a place in a build: `sc_1f…/direct`. */
export interface SlotRecord {
  readonly slot: string;
  readonly key: string;
  readonly references: readonly Reference[];
}

/**
 * The record of everything ever asked. The contract that makes a cache of it:
 * an answer depends on nothing outside its key, and a row, once written, never changes.
 *
 * Several processes may share one journal. A lease belongs to this process (host, pid, and a random part);
 * it ends by `settle` or `release`, when the process is seen dead, or when it has not been renewed for 15 s.
 * The journal renews its own leases while they are held.
 */
export interface Journal {
  /** The answers to these keys, as far as there are any, in one read. */
  find(keys: readonly string[]): Promise<ReadonlyMap<string, JournalRow>>;
  /** Take the lease on a key, unless it is answered or another live process has it. */
  claim(key: string): Promise<Claim>;
  /**
   * Write the answer with its line on the bill, end the lease and the reservation of that call. Resolves when it is
   * durable (fsync done). Concurrent calls may share a commit. Without a call (a recording that is read in) nothing was paid.
   */
  settle(row: JournalRow, call?: Call): Promise<void>;
  /** End the lease without an answer. */
  release(key: string): Promise<void>;
  /** Set an answer that could not be used aside: kept for the record, no longer an answer to its key. */
  setAside(key: string, reason: string): Promise<void>;
  /** All slots of a script. */
  loadSlots(scriptId: string): Promise<ReadonlyMap<string, SlotRecord>>;
  /** Write slots, replacing those of the same name, in one transaction. */
  saveSlots(scriptId: string, slots: readonly SlotRecord[]): Promise<void>;
  /** Totals over all answers, those set aside included: calls, tokens, money (null when any price is unknown). */
  totals(): Promise<{ calls: number; inputTokens: number; outputTokens: number; cost: number | null }>;
}
