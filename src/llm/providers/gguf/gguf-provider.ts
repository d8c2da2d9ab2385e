import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createLimit } from '../../../core/index.ts';
import { type Clock, SYSTEM_CLOCK } from '../../clock.ts';
import type { Provider } from '../../model.ts';
import { splitModel } from '../../model-name.ts';
import type { ProviderSpec } from '../make.ts';
import { checkFile } from './check-file.ts';
import { createEngine, type Engine, type EngineLimits } from './engine.ts';
import { stoppedError } from './errors.ts';
import { withSchema } from './messages.ts';
import { startProcess } from './model-process.ts';

/** What may be set for models in processes of our own, beside what `models.json` says. */
export interface GgufOptions {
  /** Sampling starts from it: the same question gets the same answer. By chance when absent. */
  readonly seed?: number;
  /** Threads that compute; one less than the machine has processors when absent. */
  readonly threads?: number;
  /** Whether to use a graphics card; not when absent. */
  readonly gpu?: boolean;
  /** A folder in whose `node_modules` node-llama-cpp is; found beside this package when absent. */
  readonly engineFolder?: string;
  readonly limits?: Partial<EngineLimits>;
  readonly clock?: Clock;
  /** The file of the process, which speaks the protocol; the one with llama.cpp when absent. */
  readonly entry?: string;
}

/**
 * 400 tokens after a prompt of 8000 take a model of three billion weights ten minutes on one processor (17 tokens a
 * second read, 4 written, as measured in docs/local-models.md); an answer may take three times that.
 */
const LIMITS: EngineLimits = {
  silenceMs: 30_000,
  stallMs: 300_000,
  callMs: 1_800_000,
  stopMs: 2000,
  startsPerMinute: 5,
};

/** As llama.cpp's own programs do where nothing is said. */
const TEMPERATURE = 0.8;

/**
 * Models in GGUF files, run by llama.cpp (`node-llama-cpp`, an optional package) in processes of our own.
 *
 * Native code can crash, hang or be killed for its memory; that ends its process and one answer, as
 * `model/unavailable`, and the next question starts another. One question is answered at a time, whatever is asked: two
 * computations on the same processors are slower than one after the other. Each file that was asked for stays loaded.
 */
export function ggufProvider(spec: ProviderSpec, options: GgufOptions = {}): Provider {
  const { clock = SYSTEM_CLOCK, entry, threads = Math.max(1, availableParallelism() - 1), gpu = false } = options;
  const limits = { ...LIMITS, ...options.limits };
  const engines = new Map<string, Engine>();
  const oneAtATime = createLimit(1);
  const engineFor = (file: string, context: number | undefined): Engine => {
    const key = `${context} ${file}`;
    const size = context === undefined ? {} : { context };
    const load = { type: 'load', engine: engineModule(options.engineFolder), file, ...size, threads, gpu } as const;
    const engine = engines.get(key) ?? createEngine({ load, limits, clock, start: () => startProcess(entry) });
    engines.set(key, engine);
    return engine;
  };
  return {
    name: spec.name,
    isLanguageModel: true,
    async answer({ model, messages, schema, params }, call) {
      const settings = spec.models.get(splitModel(model).id);
      const isHeld = (call.structuredOutput ?? settings?.structuredOutput) !== 'none';
      const question = {
        messages: withSchema(messages, schema),
        ...(isHeld ? { schema } : {}),
        temperature: params.temperature ?? TEMPERATURE,
        seed: options.seed ?? randomInt(2 ** 31),
        ...(params.maxOutputTokens === undefined ? {} : { maxOutputTokens: params.maxOutputTokens }),
      };
      const work = oneAtATime(async () => {
        if (call.signal.aborted) throw stoppedError({ model });
        const file = await checkFile(model, settings?.file ?? spec.file);
        return engineFor(file, settings?.context).ask(question, call, { model, file });
      });
      return untilAborted(call.signal, work, () => stoppedError({ model }));
    },
    async close() {
      await Promise.all([...engines.values()].map((engine) => engine.close()));
    },
  };
}

function engineModule(folder: string | undefined): string {
  if (folder === undefined) return 'node-llama-cpp';
  return pathToFileURL(join(folder, 'node_modules', 'node-llama-cpp', 'dist', 'index.js')).href;
}

/** The work's own outcome, or the error as soon as the signal fires: what then still goes on is nobody's any more. */
async function untilAborted<T>(signal: AbortSignal, work: Promise<T>, error: () => Error): Promise<T> {
  const over = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const stop = (): void => reject(error());
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true, signal: over.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    over.abort();
  }
}
