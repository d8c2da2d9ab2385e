import type { Clock } from '../llm/index.ts';

/** What a collector is made of. */
export interface CollectorOptions<T> {
  readonly clock: Pick<Clock, 'elapsed' | 'sleep'>;
  /** Aborted when nothing is to be taken any more. */
  readonly stop: AbortSignal;
  /** Milliseconds without a new one after which those that came are taken together. */
  readonly quietMs: number;
  readonly take: (collected: readonly T[]) => Promise<void>;
  /** Told of those that were not taken, or not all of them. */
  readonly onError: (collected: readonly T[], error: unknown) => void;
}

/** Take things that come one by one together, as soon as no more come. */
export function createCollector<T>({ clock, stop, quietMs, take, onError }: CollectorOptions<T>): {
  readonly add: (one: T) => void;
} {
  let collected: T[] = [];
  let last = 0;
  const all = (): readonly T[] => {
    const taken = collected;
    collected = [];
    return taken;
  };
  const collect = async (): Promise<void> => {
    do await clock.sleep(quietMs, stop);
    while (clock.elapsed() - last < quietMs);
    const taken = all();
    await take(taken).catch((error: unknown) => onError(taken, error));
  };
  return {
    add: (one) => {
      collected.push(one);
      last = clock.elapsed();
      if (collected.length === 1) collect().catch((error: unknown) => onError(all(), error));
    },
  };
}
