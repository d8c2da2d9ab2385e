import type { Json } from '../../core/index.ts';
import type { WireError } from '../wire/wire.ts';

/** How an item of a batch ends; an error stands for `errored`, in the provider's words. */
export type ItemOutcome = 'succeeded' | 'errored' | 'expired' | 'canceled' | WireError;

/** An API with batches. */
export type BatchApi = 'openai' | 'anthropic' | 'google';

/** How batches go. By default a batch has ended at the second poll, and every item succeeded. */
export interface BatchServerOptions {
  /** How often its state is asked for before it has ended; 2 when absent. */
  readonly polls?: number;
  /** Milliseconds until it has ended, by the server's clock, instead of polls. */
  readonly ms?: number;
  /** How an item ends; `succeeded` when absent. Asked once, when the batch ends. */
  readonly outcome?: (item: { readonly id: string; readonly body: Json }) => ItemOutcome;
  /** Why a batch as a whole fails, if it does. Asked once, when it is created. Anthropic has no such thing. */
  readonly failure?: (ids: readonly string[]) => string | undefined;
  /** A file that holds all batches, so that another server can go on with them. Kept in memory when absent. */
  readonly file?: string;
}

/** A batch as the server has it. */
export interface BatchRecord {
  readonly api: BatchApi;
  readonly id: string;
  /** The custom ids, in the order in which they were submitted. */
  readonly items: readonly string[];
  readonly state: 'running' | 'canceling' | 'ended' | 'failed';
  /** What a provider would bill: the items that succeeded. */
  readonly charged: { readonly inputTokens: number; readonly outputTokens: number };
}
