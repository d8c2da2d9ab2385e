import { ScriptGenError } from '../../core/index.ts';

/** How long something may take, and what a message calls it. */
export interface Deadline {
  /** Milliseconds for the whole, waiting and reading together. */
  readonly totalMs: number;
  /** Who is waited for: `openai at api.openai.com:443`. */
  readonly who: string;
}

/**
 * Run abortable work that ends in time.
 *
 * @throws ScriptGenError `model/timeout` when time is up, `run/aborted` when the caller's signal fired; else the work's own error.
 */
export async function withDeadline<T>(
  { totalMs, who }: Deadline,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const inner = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    inner.abort();
  }, totalMs);
  const abort = (): void => inner.abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    if (signal.aborted) inner.abort();
    return await work(inner.signal);
  } catch (error) {
    if (signal.aborted) throw new ScriptGenError({ code: 'run/aborted', message: `Stopped while waiting for ${who}.` });
    if (late) throw timeout(`${who} did not answer within ${totalMs / 1000} s.`);
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

/** The error of an answer that took too long. */
export function timeout(message: string): ScriptGenError {
  return new ScriptGenError({
    code: 'model/timeout',
    message,
    hint: 'Ask for less at once, or raise "router.timeout.total" (milliseconds) in models.json.',
  });
}
