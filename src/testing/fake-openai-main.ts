/**
 * The fake OpenAI server as a process of its own, for tests that kill the process that asks, and for benches.
 *
 * `fake-openai-main.ts [--port 0] [--latency 50-200] [--log FILE]`: prints `{"url":…,"port":…}` as one line when it
 * listens. Every request's hash is one line of FILE, written before the request is answered.
 *
 * @module
 */
import { openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startFakeOpenAI } from './fake-openai.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    /** Milliseconds, or a range of them. */
    latency: { type: 'string', default: '0' },
    log: { type: 'string' },
  },
});

const [least = 0, most = least] = values.latency.split('-').map(Number);
const log = values.log === undefined ? undefined : openSync(values.log, 'a');

const { url, port } = await startFakeOpenAI({
  port: Number(values.port),
  // Spread over the range without chance: 7919 is prime to any range one would ask for.
  latency: (n) => least + ((n * 7919) % (most - least + 1)),
  onRequest: ({ hash }) => {
    if (log !== undefined) writeSync(log, `${hash}\n`);
  },
});
process.stdout.write(`${JSON.stringify({ url, port })}\n`);
