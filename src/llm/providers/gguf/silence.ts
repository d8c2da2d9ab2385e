import type { Clock } from '../../clock.ts';

/** What is waited for, and how long. */
export interface SilenceOptions {
  readonly ms: number;
  /** When it was last heard of, by `clock.elapsed`. */
  readonly since: () => number;
  readonly clock: Clock;
  /** Aborted when nobody needs to know any more. */
  readonly signal: AbortSignal;
}

/** Resolves when nothing was heard for so long; never after the signal fired. */
export async function silence({ ms, since, clock, signal }: SilenceOptions): Promise<void> {
  try {
    for (let left = ms; left > 0; left = since() + ms - clock.elapsed()) await clock.sleep(left, signal);
  } catch {
    await new Promise<never>(() => undefined);
  }
}
