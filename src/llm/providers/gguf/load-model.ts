import { engineFault } from './engine-fault.ts';
import type { ChatWrapper, Llama, LlamaPackage, Model, Sequence } from './llama-api.ts';
import type { EngineFault, Load } from './protocol.ts';

/** A model that is loaded, and what it is asked with. */
export interface LoadedModel {
  readonly llama: Llama;
  readonly model: Model;
  readonly sequence: Sequence;
  /** Tokens that it can read and write together. */
  readonly context: number;
  readonly chat: ChatWrapper;
  readonly package: LlamaPackage;
}

/** Why a model could not be loaded. */
export class NotLoaded extends Error {
  readonly fault: EngineFault;

  constructor(fault: EngineFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Models are made for contexts of up to millions of tokens, for which no machine has the memory. */
const MOST_CONTEXT = 8192;

/** Tokens that are read at once: small enough that a slow machine is heard of every few seconds. */
export const BATCH = 128;

/**
 * Load a model with llama.cpp. Nothing is compiled and nothing downloaded.
 *
 * @throws NotLoaded
 */
export async function loadModel(
  { engine, file, context, threads, gpu }: Load,
  onLoadProgress: () => void,
): Promise<LoadedModel> {
  let logged = '';
  const loaded = await importEngine(engine);
  try {
    const llama = await loaded.getLlama({
      build: 'never',
      gpu: gpu ? 'auto' : false,
      maxThreads: threads,
      logLevel: 'warn',
      logger: (_level, message) => {
        logged = `${logged}${message}\n`.slice(-8192);
      },
    });
    const model = await llama.loadModel({ modelPath: file, onLoadProgress });
    const contextSize = context ?? Math.min(model.trainContextSize, MOST_CONTEXT);
    const made = await model.createContext({ contextSize, batchSize: BATCH, threads, sequences: 1 });
    const chat = chatOf(loaded, model);
    const sequence = made.getSequence();
    return { llama, model, sequence, context: Math.min(contextSize, made.contextSize), chat, package: loaded };
  } catch (error) {
    throw new NotLoaded(engineFault(error, logged));
  }
}

async function importEngine(engine: string): Promise<LlamaPackage> {
  try {
    return (await import(engine)) as LlamaPackage;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    throw new NotLoaded(isMissing ? 'not-installed' : 'other');
  }
}

/** The template that stands in the file; turns with their names before them where there is none that can be read. */
function chatOf({ resolveChatWrapper, GeneralChatWrapper }: LlamaPackage, model: Model): ChatWrapper {
  try {
    return resolveChatWrapper(model, { warningLogs: false });
  } catch {
    return new GeneralChatWrapper();
  }
}
