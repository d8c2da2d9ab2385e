import { createReadStream, readFileSync, statSync } from 'node:fs';
import { isScriptGenError, type ScriptGenError } from '../core/error.ts';
import { fileError, systemCode } from './faults.ts';

/**
 * No file is read that is longer than this: 16 MB. A script of 120 pages has 0.2, as a Final Draft file 0.4.
 * Put on pages, so long a text takes about 2 GB, which is what Node has on a small machine.
 */
export const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Read a file whole; pipes too. A file is read in one go: it is short, and loading and waiting for Node's promises of
 * files takes longer than reading it. A pipe is waited for.
 *
 * @param name What messages call it.
 * @throws ScriptGenError `input/invalid` when there is none, it is a folder, too long, or may not be read.
 */
export async function loadFile(path: string, name: string): Promise<Uint8Array> {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw isFolder(name);
    if (stat.size > MOST_BYTES) throw tooLong(name);
    return stat.isFile() ? readFileSync(path) : await collect(createReadStream(path), name);
  } catch (error) {
    throw isScriptGenError(error) ? error : unreadable(error, name);
  }
}

/**
 * Read a stream to its end.
 *
 * @throws ScriptGenError `input/invalid` when it is too long.
 */
export async function collect(stream: AsyncIterable<unknown>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
    length += bytes.length;
    if (length > MOST_BYTES) throw tooLong(name);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function unreadable(error: unknown, name: string): unknown {
  const code = systemCode(error);
  switch (code) {
    case undefined:
      return error;
    case 'ENOENT':
    case 'ENOTDIR':
      return fileError(`there is no file ${name}`, 'check its name, and the folder you are in', { cause: error });
    case 'EISDIR':
      return isFolder(name);
    case 'EACCES':
    case 'EPERM':
      return fileError(`${name} may not be read (${code})`, 'change its permissions, or read a copy', { cause: error });
    default:
      return fileError(`${name} cannot be read (${code})`, 'check the disk it is on, or read a copy', { cause: error });
  }
}

function isFolder(name: string): ScriptGenError {
  return fileError(`${name} is a folder`, 'name a file in it');
}

function tooLong(name: string): ScriptGenError {
  return fileError(`${name} is longer than 16 MB`, 'a script of 120 pages has 0.2 MB; check that it is the right file');
}
