import type { Json } from '../../core/index.ts';

/** How an item of a batch ends. */
export type ItemOutcome = 'succeeded' | 'errored' | 'expired' | 'canceled';

/** How batches go. By default a batch has ended at the second poll, and every item succeeded. */
export interface BatchServerOptions {
  /** How often its state is asked for before it has ended; 2 when absent. */
  readonly polls?: number;
  /** Milliseconds until it has ended, by the server's clock, instead of polls. */
  readonly ms?: number;
  /** How an item ends; `succeeded` when absent. */
  readonly outcome?: (item: { readonly id: string; readonly body: Json }) => ItemOutcome;
  /** Why a batch as a whole fails, if it does. */
  readonly failure?: (items: readonly string[]) => string | undefined;
  /** A file that holds all batches, so that another server can go on with them. Kept in memory when absent. */
  readonly file?: string;
}
