import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { isScriptGenError } from '../core/index.ts';
import type { RunEvent } from '../project.ts';

/** Send a run's events as they come. When the client goes away the run stops asking; what was paid for is kept. */
export function stream(
  c: Context,
  go: (onEvent: (event: RunEvent) => void, stop: AbortSignal) => Promise<object>,
): Response {
  return streamSSE(c, async (sse) => {
    const stop = new AbortController();
    sse.onAbort(() => stop.abort());
    let sent = Promise.resolve();
    const send = (event: string, data: unknown): void => {
      sent = sent.then(() => sse.writeSSE({ event, data: JSON.stringify(data) })).catch(() => stop.abort());
    };
    try {
      const report = await go((event) => send(event.type, event), stop.signal);
      send('report', report);
    } catch (error) {
      send('error', isScriptGenError(error) ? error : { code: 'unexpected', message: 'Something went wrong.' });
    }
    await sent;
  });
}
