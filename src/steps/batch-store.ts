import type { Json } from '../core/index.ts';
import type { CallPlace } from './call.ts';

/** A batch as it is kept, so that any process can wait for it. */
export interface BatchRecord {
  /** Our own name for it, given to the provider as its tag: `sgb_…`. */
  readonly id: string;
  readonly script: string;
  /** The provider's name in models.json. */
  readonly provider: string;
  /** `provider/model` */
  readonly model: string;
  /** The provider's name for it; absent until it is known to be submitted. */
  readonly batch?: string;
  readonly state: 'submitting' | 'submitted' | 'ended' | 'failed';
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly items: readonly BatchedQuestion[];
}

/** A question of a batch, with all that its answer is to be kept under, whoever waits for it. */
export interface BatchedQuestion {
  /** The item's id at the provider, made from the key. */
  readonly id: string;
  readonly key: string;
  /** The canonical request. */
  readonly request: Json;
  readonly place: CallPlace;
}

/** Where batches are kept. Every write is durable when it resolves. */
export interface BatchStore {
  /** Written before anything is submitted. */
  begin(record: BatchRecord): Promise<void>;
  submitted(id: string, batch: string): Promise<void>;
  end(id: string, state: 'ended' | 'failed'): Promise<void>;
  /** Those that are not ended. */
  open(): Promise<readonly BatchRecord[]>;
  /** What a provider called the batches that were submitted, those that are ended included. */
  named(provider: string): Promise<ReadonlySet<string>>;
}
