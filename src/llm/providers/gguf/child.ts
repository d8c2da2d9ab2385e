/*
 * The process that a model runs in. It speaks over the channel that its parent opened, and ends when that closes.
 *
 * A second thread watches the parent: when native code holds the first one, nobody there hears the channel close.
 */
import { isMainThread, Worker } from 'node:worker_threads';
import { answer } from './answer.ts';
import { engineFault } from './engine-fault.ts';
import { type LoadedModel, loadModel, NotLoaded } from './load-model.ts';
import type { Ask, FromChild, Load, ToChild } from './protocol.ts';

/** Milliseconds between two signs of life, and between two looks at the parent. */
const BEAT_MS = 1000;

if (isMainThread) serve();
else watchParent(process.ppid);

function serve(): void {
  // Ctrl-C reaches every process of a terminal; the parent decides what it means.
  process.on('SIGINT', () => undefined);
  process.on('disconnect', end);
  process.on('uncaughtException', broken);
  process.on('unhandledRejection', broken);
  new Worker(new URL(import.meta.url)).unref();
  setInterval(() => tell({ type: 'alive' }), BEAT_MS);
  let loaded: Promise<LoadedModel | undefined> = Promise.resolve(undefined);
  const asks = new Map<number, AbortController>();
  process.on('message', (message: ToChild) => {
    if (message.type === 'load') loaded = load(message);
    else if (message.type === 'stop') asks.get(message.id)?.abort();
    else {
      const stop = new AbortController();
      asks.set(message.id, stop);
      void answerWith(loaded, message, stop.signal).finally(() => asks.delete(message.id));
    }
  });
}

async function load(message: Load): Promise<LoadedModel | undefined> {
  try {
    const loaded = await loadModel(message, () => tell({ type: 'loading' }));
    tell({ type: 'ready', context: loaded.context });
    return loaded;
  } catch (error) {
    tell({ type: 'not-loaded', fault: error instanceof NotLoaded ? error.fault : 'other' });
    return undefined;
  }
}

async function answerWith(loading: Promise<LoadedModel | undefined>, ask: Ask, signal: AbortSignal): Promise<void> {
  try {
    const loaded = await loading;
    if (loaded !== undefined) await answer(loaded, ask, { signal, tell });
  } catch (error) {
    broken(error);
  }
}

function tell(message: FromChild): void {
  process.send?.(message, (error: Error | null) => {
    if (error !== null) end();
  });
}

/** An engine that has thrown may hang or lie at the next question: tell what is known, and end. */
function broken(error: unknown): void {
  const message: FromChild = { type: 'fault', fault: engineFault(error) };
  if (process.send === undefined) end();
  else process.send(message, end);
}

/** At once, without the clean-up that native code may crash in. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

function watchParent(parent: number): void {
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(parent)) end();
  }, BEAT_MS);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
