import { isScriptGenError } from '../core/index.ts';
import { type BatchTransport, type Clock, isModelError } from '../llm/index.ts';
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

/** How a batch came out: its name at the provider, or why it failed as a whole. */
export type BatchEnd = { readonly batch: string } | { readonly reason: string };

/**
 * Hand a batch in, unless it is, and look after it until it ends. What fails on the way is tried again for as long as
 * the provider's errors may pass.
 *
 * @param isNew nobody can have handed it in before.
 * @throws ModelError when nothing more can be asked of this provider (its key, its quota); what `stop` was aborted with.
 */
export async function followBatch(record: BatchRecord, isNew: boolean, waiting: BatchWaiting): Promise<BatchEnd> {
  const { transport, store, clock, emit, stop, pollMs } = waiting;
  const { id, provider, items } = record;
  let { batch } = record;
  if (batch === undefined) {
    try {
      batch = await handIn(record, isNew, waiting);
    } catch (error) {
      if (isOfBatch(error)) return { reason: error.message };
      throw error;
    }
    await store.submitted(id, batch);
  }
  emit({ type: 'batch-start', batch: id, provider, items: items.length, resumed: !isNew });
  for (let wait = pollMs.first, told = -1; ; wait = Math.min(1.5 * wait, pollMs.longest)) {
    const state = await persist(id, () => transport.poll(batch, stop), waiting).catch(goneAsFailed);
    if (state.state === 'ended') return { batch };
    if (state.state === 'failed') return { reason: state.reason ?? 'no reason given' };
    if (state.done !== told) emit({ type: 'batch-wait', batch: id, done: state.done, total: state.total });
    told = state.done;
    await clock.sleep(wait, stop);
  }
}

/** Submit once: before each try but the first of a new one, the provider is asked whether an earlier one arrived. */
function handIn(record: BatchRecord, isNew: boolean, waiting: BatchWaiting): Promise<string> {
  const { transport, stop } = waiting;
  const items = record.items.map(({ id, request }) => ({ id, request: requestOf(request) }));
  let mayBeThere = !isNew;
  return persist(
    record.id,
    async () => {
      const found = mayBeThere ? await findBatch(record, waiting) : undefined;
      mayBeThere = true;
      return found ?? transport.submit(items, record.id, stop);
    },
    waiting,
  );
}

/** Ask the provider, once, for a batch that may have been handed in. */
export async function findBatch(
  { id, provider, created, items }: BatchRecord,
  { transport, store, stop }: Pick<BatchWaiting, 'transport' | 'store' | 'stop'>,
): Promise<string | undefined> {
  const sought = { since: Date.parse(created), items: items.length, not: await store.named(provider) };
  return transport.find(id, sought, stop);
}

/** Whether an error is about what was handed in, and not about whoever hands in: asked one by one, it may go well. */
function isOfBatch(error: unknown): error is Error {
  return isModelError(error) && !/(unauthorized|quota|aborted)$/.test(error.code);
}

/** A batch that the provider no longer knows will never be answered. */
function goneAsFailed(error: unknown): { readonly state: 'failed'; readonly reason: string } {
  if (isModelError(error) && error.status === 404) return { state: 'failed', reason: 'it is not there any more' };
  throw error;
}

/** Do something for a batch until it works or fails for good. */
export async function persist<T>(
  batch: string,
  work: () => Promise<T>,
  { clock, emit, stop, pollMs }: Pick<BatchWaiting, 'clock' | 'emit' | 'stop' | 'pollMs'>,
): Promise<T> {
  for (let wait = pollMs.first, attempt = 1; ; wait = Math.min(2 * wait, pollMs.longest), attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (stop.aborted || !isScriptGenError(error) || !error.retryable) throw error;
      const { code, message } = error;
      emit({ type: 'batch-retry', batch, code, message, attempt, waitMs: wait });
      await clock.sleep(wait, stop);
    }
  }
}
