import { ScriptGenError } from '../../../core/index.ts';
import { ModelError } from '../../model-error.ts';
import { installCommand } from './install.ts';
import type { ProcessEnd } from './model-process.ts';
import type { EngineFault } from './protocol.ts';

/** The model that an error is about, and its file. */
export interface About {
  /** `provider/model` */
  readonly model: string;
  readonly file: string;
}

/** The error of a model that could not be loaded. */
export function loadError(fault: EngineFault, { model, file }: About): ModelError {
  switch (fault) {
    case 'not-installed':
      return new ModelError({
        code: 'model/unknown',
        message: `The model ${model} needs the package node-llama-cpp, which is not installed.`,
        hint: `Install it where scriptgen is installed: ${installCommand()}`,
      });
    case 'no-binary':
      return new ModelError({
        code: 'model/unknown',
        message: `The model ${model} needs llama.cpp built for this machine, and node-llama-cpp found no build.`,
        hint: `Install it where scriptgen is installed: ${installCommand()}`,
      });
    case 'damaged':
      return new ModelError({
        code: 'config/invalid',
        message: `The file of the model ${model} is damaged, not complete, or not for this llama.cpp: ${file}`,
        hint: 'Compare its SHA-256 with the one of its source, and fetch it again.',
      });
    case 'memory':
      return new ModelError({
        code: 'model/rejected',
        message: `There is not enough memory for the model ${model}.`,
        hint: 'Give it a smaller "context" in models.json, or use a smaller model.',
      });
    case 'grammar':
    case 'other':
      return unavailable(`The model ${model} could not be loaded by llama.cpp.`, '');
  }
}

/** The error of a process that ended without an answer. */
export function endError({ code, signal, fault }: ProcessEnd, { model }: About, partial: string): ModelError {
  if (fault === 'memory') {
    return unavailable(`The process of the model ${model} ran out of memory.`, partial);
  }
  if (signal === 'SIGKILL') {
    return unavailable(`The process of the model ${model} was killed, as systems do when memory runs out.`, partial);
  }
  const ended = code === null ? 'could not be started' : `ended (exit ${code})`;
  const how = signal === null ? ended : `crashed (${signal})`;
  return unavailable(`The process of the model ${model} ${how}.`, partial);
}

/** The error of an engine that told of a fault of its own. */
export function faultError(fault: EngineFault, about: About, partial: string): ModelError {
  if (fault === 'memory') return endError({ code: null, signal: null, fault }, about, partial);
  const what = fault === 'grammar' ? 'lost its way in the grammar of the answer' : 'failed';
  return unavailable(`llama.cpp ${what}, with the model ${about.model}.`, partial);
}

/** The error of a process that does not go on. */
export function stuckError(what: string, { model }: About, partial: string): ModelError {
  return unavailable(`The process of the model ${model} ${what}, and was ended.`, partial);
}

/** The error of a prompt that the model's context cannot hold. */
export function tooLongError(tokens: number, context: number, { model }: About): ModelError {
  return new ModelError({
    code: 'model/context-exceeded',
    message: `The prompt has ${tokens} tokens, and ${model} reads and writes ${context} at most.`,
    hint: 'Give the model a larger "context" in models.json, as far as it was made for it and memory allows.',
  });
}

/** The error of a schema that no grammar can be made of. */
export function grammarError({ model }: About): ModelError {
  return new ModelError({
    code: 'model/schema-rejected',
    message: `llama.cpp can make no grammar of the schema of the answer, for ${model}.`,
    hint: 'Set "structured_output" to "none" for this model in models.json.',
  });
}

/** The error of a process that ends as soon as it is started. */
export function restartsError(waitMs: number, { model }: About): ModelError {
  return new ModelError({
    code: 'model/unavailable',
    message: `The process of the model ${model} ended too often within a minute.`,
    hint: 'Look at the memory that is free, and at the SHA-256 of the file.',
    headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) },
  });
}

/** The error of an answer that nobody waits for any more. */
export function stoppedError({ model }: Pick<About, 'model'>): ScriptGenError {
  return new ScriptGenError({ code: 'run/aborted', message: `Stopped while waiting for ${model}.` });
}

function unavailable(message: string, partial: string): ModelError {
  return new ModelError({
    code: 'model/unavailable',
    message,
    ...(partial === '' ? {} : { partial }),
    hint: 'It is started again by the next request. If it goes on like this, use a smaller model or context.',
  });
}
