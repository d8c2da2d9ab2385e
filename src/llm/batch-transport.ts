import type { Completion, ModelRequest } from './model.ts';
import type { ModelError } from './model-error.ts';

/** One question of a batch. */
export interface BatchItem {
  /** Letters, digits, `_` and `-`, 64 at most (Anthropic's rule, the strictest): made from the step's key. */
  readonly id: string;
  readonly request: ModelRequest;
}

/** Where a batch stands at its provider. */
export interface BatchState {
  /** `ended`: results can be fetched, for some items at least; the others have expired or were cancelled. */
  readonly state: 'running' | 'ended' | 'failed';
  readonly done: number;
  readonly total: number;
  /** What the provider says of a failure. */
  readonly reason?: string;
}

/** What is known of a batch that may have been submitted. */
export interface BatchSought {
  /** When it was written down, in milliseconds since 1970. */
  readonly since: number;
  readonly items: number;
  /** The provider's names of batches that are known to be others. */
  readonly not: ReadonlySet<string>;
}

/**
 * A provider's way to answer many requests later, at a discount. No retries, no waiting: each call asks once.
 *
 * All throw ModelError as `Provider.answer` does.
 */
export interface BatchTransport {
  /** What one batch holds at most, as the provider documents it. */
  readonly most: { readonly items: number; readonly bytes: number };
  /** What a token costs here as a part of the interactive price: 0.5. */
  readonly discount: number;
  /** Hand items in, all of one model. `tag` is found again by `find`, where the provider keeps such a thing. */
  submit(items: readonly BatchItem[], tag: string, signal: AbortSignal): Promise<string>;
  /**
   * The batch that was submitted with this tag, if the provider has one: after a crash between submitting and noting it.
   * Where a provider keeps no tags, one of so many items since then is taken: `fetch` shows whether it was the right one.
   */
  find(tag: string, sought: BatchSought, signal: AbortSignal): Promise<string | undefined>;
  poll(batch: string, signal: AbortSignal): Promise<BatchState>;
  /**
   * The results of an ended batch, by item id. An item that is missing was not answered and is not paid. `undefined`
   * when none of its items is one of these: it is somebody else's batch.
   */
  fetch(
    batch: string,
    requests: ReadonlyMap<string, ModelRequest>,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Completion | ModelError> | undefined>;
  cancel(batch: string, signal: AbortSignal): Promise<void>;
}
