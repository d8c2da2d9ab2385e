import type { ServerResponse } from 'node:http';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import type { Piece } from '../wire/split.ts';
import type { Plan } from './plan.ts';

/** Carry out a plan. `sent` is told the output tokens of every piece that was written. */
export async function send(
  response: ServerResponse,
  plan: Plan,
  { stop, sent }: { readonly stop: AbortSignal; readonly sent: (outputTokens: number) => void },
): Promise<void> {
  response.writeHead(plan.status, plan.headers);
  const [only, ...others] = plan.pieces;
  if (plan.ending === 'end' && only !== undefined && others.length === 0) {
    sent(only.outputTokens);
    response.end(only.bytes);
    return;
  }
  response.flushHeaders();
  await writeAll(response, plan.pieces, plan, { stop, sent });
  if (plan.ending === 'end') response.end();
  if (plan.ending === 'break') response.destroy();
  if (plan.ending !== 'repeat') return;
  const { repeat = [] } = plan;
  while (isOpen(response)) await writeAll(response, repeat, plan, { stop, sent });
}

async function writeAll(
  response: ServerResponse,
  pieces: readonly Piece[],
  { pauseMs = 0 }: Plan,
  { stop, sent }: { readonly stop: AbortSignal; readonly sent: (outputTokens: number) => void },
): Promise<void> {
  for (const { bytes, outputTokens } of pieces) {
    if (!isOpen(response)) return;
    await write(response, bytes);
    sent(outputTokens);
    if (pauseMs > 0) await sleep(pauseMs, undefined, { signal: stop });
    else if (bytes.length < 3) await breathe();
  }
}

/** Resolves when the bytes are with the system, or nobody is there to take them. */
function write(response: ServerResponse, bytes: Buffer): Promise<void> {
  return new Promise((done) => {
    response.once('close', done);
    response.write(bytes, () => {
      response.off('close', done);
      done();
    });
  });
}

function isOpen(response: ServerResponse): boolean {
  return !response.destroyed && response.socket !== null && !response.socket.destroyed;
}
