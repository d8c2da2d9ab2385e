/**
 * The fault server as a process of its own, for tests that kill the process that asks.
 *
 * `fault-server-main.ts [--port 0] [--pretend any] [--scenario NAME] [--times N] [--latency MS] [--split frames]
 * [--polls 2] [--batches FILE] [--log FILE]`: prints `{"url":…,"port":…}` as one line when it listens. Every request is
 * one line of JSON in the log, written before the request is answered. Batches are kept in their file.
 *
 * @module
 */
import { openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ScenarioName } from './scenarios.ts';
import type { Pretended } from './server/options.ts';
import { startFaultServer } from './server/server.ts';
import type { SplitMode } from './wire/split.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    ...{ port: text, pretend: text, scenario: text, times: text, latency: text, split: text },
    ...{ polls: text, batches: text, log: text },
  },
});

const log = values.log === undefined ? undefined : openSync(values.log, 'a');
const { url, port } = await startFaultServer({
  port: Number(values.port ?? 0),
  pretend: (values.pretend ?? 'any') as Pretended,
  ...(values.scenario === undefined ? {} : { scenario: values.scenario as ScenarioName }),
  ...(values.times === undefined ? {} : { times: Number(values.times) }),
  latency: Number(values.latency ?? 0),
  split: (values.split ?? 'frames') as SplitMode,
  batch: { polls: Number(values.polls ?? 2), ...(values.batches === undefined ? {} : { file: values.batches }) },
  onRequest: ({ n, at, method, path, operation, format, hash, keyCame }) => {
    if (log !== undefined)
      writeSync(log, `${JSON.stringify({ n, at, method, path, operation, format, hash, keyCame })}\n`);
  },
});
process.stdout.write(`${JSON.stringify({ url, port })}\n`);
