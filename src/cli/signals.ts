import type { Io } from './io.ts';

/** What is told of a signal, before the run hears of it. */
export interface SignalListeners {
  readonly onStop: () => void;
  readonly onKill: () => void;
}

/** The two ways to stop a run, tied to the process's signals until `release`. */
export interface SignalTrap {
  readonly stop: AbortSignal;
  readonly kill: AbortSignal;
  readonly release: () => void;
}

/**
 * Turn signals into aborts: the first SIGINT or SIGTERM aborts `stop`, a SIGINT after that aborts `kill`
 * and releases the trap, so that one more ends the process at once.
 */
export function trapSignals(signals: Io['signals'], { onStop, onKill }: SignalListeners): SignalTrap {
  const stop = new AbortController();
  const kill = new AbortController();
  const terminate = (): void => {
    if (stop.signal.aborted) return;
    onStop();
    stop.abort();
  };
  const interrupt = (): void => {
    if (!stop.signal.aborted) {
      terminate();
      return;
    }
    release();
    onKill();
    kill.abort();
  };
  const release = (): void => {
    signals.off('SIGINT', interrupt);
    signals.off('SIGTERM', terminate);
  };
  signals.on('SIGINT', interrupt);
  signals.on('SIGTERM', terminate);
  return { stop: stop.signal, kill: kill.signal, release };
}
