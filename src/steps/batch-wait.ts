import { isScriptGenError } from '../core/index.ts';
import type { BatchTransport, Clock } from '../llm/index.ts';
import type { BatchRecord, BatchStore } from './batch-store.ts';
import { requestOf } from './key.ts';
import type { RunEvent } from './run.ts';

/** What waiting for a batch takes. */
export interface BatchWaiting {
  readonly transport: BatchTransport;
  readonly store: BatchStore;
  readonly clock: Clock;
  readonly emit: (event: RunEvent) => void;
  readonly stop: AbortSignal;
  /** Milliseconds between two looks: the first, and the longest. */
  readonly pollMs: { readonly first: number; readonly longest: number };
}

/**
 * Hand a batch in, unless it is, and look after it until it ends. What fails on the way is tried again for as long as
 * the provider's errors may pass.
 *
 * @returns the provider's name of the batch; `undefined` when the provider failed it as a whole.
 * @throws ModelError one that does not pass; what `stop` was aborted with.
 */
export async function followBatch(record: BatchRecord, waiting: BatchWaiting): Promise<string | undefined> {
  const { transport, store, clock, emit, stop, pollMs } = waiting;
  const batch = record.batch ?? (await handIn(record, waiting));
  if (record.batch === undefined) await store.submitted(record.id, batch);
  emit({ type: 'batch-start', batch: record.id, provider: record.provider, items: record.items.length });
  for (let wait = pollMs.first; ; wait = Math.min(1.5 * wait, pollMs.longest)) {
    const state = await persist(() => transport.poll(batch, stop), waiting);
    if (state.state === 'ended') return batch;
    if (state.state === 'failed') return undefined;
    emit({ type: 'batch-wait', batch: record.id, done: state.done, total: state.total });
    await clock.sleep(wait, stop);
  }
}

/** Submit once: before each try the provider is asked whether an earlier one arrived. */
async function handIn(record: BatchRecord, waiting: BatchWaiting): Promise<string> {
  const { transport, stop } = waiting;
  const items = record.items.map(({ id, request }) => ({ id, request: requestOf(request) }));
  return persist(async () => {
    const found = await transport.find(
      record.id,
      { since: Date.parse(record.created), items: record.items.length },
      stop,
    );
    return found ?? transport.submit(items, record.id, stop);
  }, waiting);
}

/** Do something until it works or fails for good. */
export async function persist<T>(
  work: () => Promise<T>,
  { clock, stop, pollMs }: Pick<BatchWaiting, 'clock' | 'stop' | 'pollMs'>,
): Promise<T> {
  for (let wait = pollMs.first; ; wait = Math.min(2 * wait, pollMs.longest)) {
    try {
      return await work();
    } catch (error) {
      if (stop.aborted || !isScriptGenError(error) || !error.retryable) throw error;
      await clock.sleep(wait, stop);
    }
  }
}
