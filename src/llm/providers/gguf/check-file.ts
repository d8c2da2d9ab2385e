import { open } from 'node:fs/promises';
import { ScriptGenError } from '../../../core/index.ts';

/** The first bytes of every GGUF file. */
const MAGIC = 'GGUF';

/**
 * Check that a model's file is there and begins as one, before a process is started for it.
 *
 * @throws ScriptGenError `config/invalid`
 */
export async function checkFile(model: string, file: string | undefined): Promise<string> {
  if (file === undefined) {
    throw invalid(`The model ${model} has no file.`, 'Give it a "file" in models.json: a GGUF file.');
  }
  const start = await firstBytes(file);
  if (start === undefined) {
    throw invalid(
      `The file of the model ${model} cannot be read: ${file}`,
      'Check the path, or fetch it: scriptgen models pull <url> --sha256 <hex>',
    );
  }
  if (start !== MAGIC) {
    throw invalid(`The file of the model ${model} is no GGUF file: ${file}`, 'Models for llama.cpp end in .gguf.');
  }
  return file;
}

async function firstBytes(file: string): Promise<string | undefined> {
  const handle = await open(file).catch(() => undefined);
  try {
    const read = await handle?.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    return read?.buffer.toString('latin1', 0, read.bytesRead);
  } catch {
    return undefined;
  } finally {
    await handle?.close();
  }
}

function invalid(message: string, hint: string): ScriptGenError {
  return new ScriptGenError({ code: 'config/invalid', message, hint });
}
