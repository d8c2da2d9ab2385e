import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, sha256 } from '../../src/core/index.ts';
import type { RunEvent } from '../../src/project.ts';
import { answerForSchema } from '../../src/testing/answer-schema.ts';
import {
  type FaultServer,
  type FaultServerOptions,
  startFaultServer,
  type WireRequest,
} from '../../src/testing/index.ts';
import { type Finished, scratch, scriptgen } from './cli.ts';

/** A provider that takes batches. */
export type BatchApi = 'openai' | 'anthropic' | 'google';

/** A made-up model. Without a price for cached input, whatever is cached costs the same. */
export const MODELS = { fake: { cost: { input: 3, output: 15 }, structured_output: 'none' } };

/** A project whose model is at a fault server, and the command line in it. */
export interface BatchWorld {
  readonly server: FaultServer;
  readonly dir: string;
  /** Run a command to its end. */
  readonly run: (args: readonly string[], going?: Going) => Promise<Finished>;
  readonly close: () => Promise<void>;
}

/** What to do while a command runs. */
export interface Going {
  /** Told of every event of a run, with the process. */
  readonly onEvent?: (event: RunEvent, child: ChildProcess) => void;
  readonly onStart?: (child: ChildProcess) => void;
  readonly key?: string;
}

/** Put a project into an empty folder, with a model of this provider at a server. */
export function batchWorld(api: BatchApi, server: FaultServer, config: object = {}): BatchWorld {
  const folder = scratch();
  const variable = `${api === 'google' ? 'GEMINI' : api.toUpperCase()}_API_KEY`;
  const options = {
    ...{ baseURL: server.baseUrls[api], apiKey: `{env:${variable}}` },
    ...(api === 'openai' ? { api: 'responses' } : {}),
  };
  writeFileSync(
    join(folder.dir, 'models.json'),
    JSON.stringify({
      ...{ version: 1, model: `${api}/fake` },
      batch: { collect_ms: 40, poll_ms: 15, max_poll_ms: 30 },
      provider: { [api]: { options, models: MODELS } },
      ...config,
    }),
  );
  return {
    server,
    dir: folder.dir,
    run: (args, { onEvent, onStart, key = 'sk-test' } = {}) =>
      scriptgen(args, {
        cwd: folder.dir,
        env: { [variable]: key },
        onStart: (child) => {
          onStart?.(child);
          if (onEvent !== undefined) eachEvent(child, onEvent);
        },
      }),
    close: async () => {
      await server.close();
      folder.remove();
    },
  };
}

/** A fault server whose answers are the same whether a question comes alone or in a batch. */
export function startBatchServer(options: FaultServerOptions = {}): Promise<FaultServer> {
  return startFaultServer({ answer: answerTo, ...options });
}

/** An answer that its schema, which stands in the prompt, admits; decided by what is asked and nothing else. */
export function answerTo({ body }: Pick<WireRequest, 'body'>): Json {
  const texts = textsIn(body ?? null);
  const schema = texts.flatMap((text) => text.split(SCHEMA)[1] ?? [])[0] ?? '{}';
  return answerForSchema(JSON.parse(schema) as Json, sha256(texts.join('\n')));
}

const SCHEMA = 'It must match this JSON Schema:\n';

/** The texts of a request that are of some length: what is asked, not how. */
function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return value.length > 40 ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((inner: Json | undefined) => textsIn(inner ?? null));
}

function eachEvent(child: ChildProcess, tell: (event: RunEvent, child: ChildProcess) => void): void {
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) tell(JSON.parse(line) as RunEvent, child);
  });
}
