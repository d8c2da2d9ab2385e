import type { BibleStore } from '../bibles/index.ts';
import type { ModelMemory } from '../llm/index.ts';
import type { BatchStore, Journal, JournalCare, Ledger, RunStore } from '../steps/index.ts';

/** One open database: everything a project keeps. */
export interface Storage {
  readonly bibles: BibleStore;
  readonly journal: Journal;
  readonly runs: RunStore;
  readonly ledger: Ledger;
  readonly memory: ModelMemory;
  readonly batches: BatchStore;
  readonly care: JournalCare;
  /**
   * Wait for what is being written, give back every lease, and close. A run that was not ended counts as failed.
   * Closing twice is closing once.
   */
  close(): Promise<void>;
}

/** How leases are held. The defaults are right outside tests. */
export interface StorageOptions {
  /** The present in milliseconds since 1970. Default: this machine's clock (Postgres: set by the server's at opening). */
  readonly clock?: () => number;
  /** The machine's name: a process is looked up by pid only on its own machine. Default: the host name. */
  readonly host?: string;
  /** Milliseconds after which a lease that was not renewed is free. Default: 15 000. */
  readonly leaseMs?: number;
  /** Milliseconds between renewals. Default: 5 000. */
  readonly renewMs?: number;
}
