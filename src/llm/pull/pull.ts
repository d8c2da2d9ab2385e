import { mkdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { isScriptGenError, ScriptGenError } from '../../core/index.ts';
import { fileName, printAddress, readAddress, readSha256 } from './pull-address.ts';
import { fromBeginning, openPart, type Part, sha256Of } from './pull-part.ts';
import { type PullResponse, requestFile } from './pull-request.ts';

/** A model to fetch, and where to. */
export interface PullOptions {
  /** `https:`; `http:` only on this machine. */
  readonly url: string;
  /** What the file must be: 64 hexadecimal digits. Without it nothing is fetched. */
  readonly sha256: string | undefined;
  /** The file's name; as the address ends when absent. */
  readonly name?: string | undefined;
  /** Made when it is not there. */
  readonly folder: string;
  /** A longer file is refused; 64 GiB when absent. */
  readonly mostBytes?: number;
  readonly signal?: AbortSignal;
  /** Told of how much is there. `total` is absent when the server does not say. */
  readonly onProgress?: (progress: { readonly bytes: number; readonly total?: number }) => void;
  /** Bytes that are free where a folder is; asked of the system when absent. */
  readonly freeBytes?: (folder: string) => Promise<number>;
}

/** A model that is there. */
export interface PulledModel {
  /** Absolute. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** `false` when it was there already. */
  readonly isNew: boolean;
}

const MOST_BYTES = 64 * 1024 ** 3;
/** What is left free on the disk. */
const SPARE_BYTES = 256 * 1024 ** 2;

/**
 * Fetch a model. Runs only when it is called: nothing is ever fetched by itself.
 *
 * What was fetched stays beside the file until all is there, and the next call goes on at its end. The file gets its name
 * only when its SHA-256 is the one that was asked for; otherwise what was fetched is removed.
 *
 * @throws ScriptGenError `input/invalid` for an address, a hash or a name that will not do, or when another file has that
 * name; `model/interrupted` when the connection broke (call again to go on); `model/rejected` when it is another file;
 * `storage/unwritable` without space; `run/aborted`.
 */
export async function pullModel(options: PullOptions): Promise<PulledModel> {
  const sha256 = readSha256(options.sha256);
  const url = readAddress(options.url);
  const file = join(options.folder, fileName(url, options.name));
  const there = await sha256Of(file);
  if (there !== undefined && there !== sha256) {
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `There is another file already: ${file}`,
      hint: 'Remove it, or give this one another name: --name',
    });
  }
  if (there === sha256) return { file, bytes: (await stat(file)).size, sha256, isNew: false };
  await onDisk(() => mkdir(options.folder, { recursive: true }));
  const path = `${file}.${sha256.slice(0, 12)}.part`;
  const bytes = await fetchInto(path, { url, sha256, options });
  await onDisk(() => rename(path, file));
  return { file, bytes, sha256, isNew: true };
}

interface Fetching {
  readonly url: URL;
  readonly sha256: string;
  readonly options: PullOptions;
}

/** Fetch a file to a path, on from what is there. Leaves nothing there that is whole and wrong. */
async function fetchInto(path: string, { url, sha256, options }: Fetching): Promise<number> {
  const part = await onDisk(() => openPart(path));
  try {
    const signal = options.signal ?? new AbortController().signal;
    const response = await requestFile({ url, from: part.bytes, signal });
    const whole = response === undefined ? part : await append(part, response, url, options);
    await onDisk(async () => {
      await part.handle.truncate(whole.bytes);
      await part.handle.sync();
    });
    const actual = whole.hash.digest('hex');
    if (actual === sha256) return whole.bytes;
    await rm(path, { force: true });
    throw new ScriptGenError({
      code: 'model/rejected',
      message: `${printAddress(url)} is not the file that was asked for: its SHA-256 is ${actual}, not ${sha256}.`,
      hint: 'Nothing was kept. Check the address and the SHA-256; if both are right, the file was changed on the way.',
    });
  } catch (error) {
    const isTooLarge = isScriptGenError(error) && error.code === 'input/invalid';
    if (isTooLarge || (await part.handle.stat()).size === 0) await rm(path, { force: true });
    throw error;
  } finally {
    await part.handle.close();
  }
}

async function append(start: Part, response: PullResponse, url: URL, options: PullOptions): Promise<Part> {
  const part = response.from === start.bytes ? start : fromBeginning(start);
  const { total, body } = response;
  const most = options.mostBytes ?? MOST_BYTES;
  if ((total ?? 0) > most) throw tooLarge(most);
  await checkSpace((total ?? part.bytes) - part.bytes, options);
  const known = total === undefined ? {} : { total };
  let { bytes } = part;
  const { hash, handle } = part;
  try {
    for await (const chunk of body) {
      if (bytes + chunk.length > most) throw tooLarge(most);
      // At its place, whatever else writes there: then two that fetch the same file at a time write the same.
      await onDisk(() => handle.write(chunk, 0, chunk.length, bytes));
      hash.update(chunk);
      bytes += chunk.length;
      options.onProgress?.({ bytes, ...known });
    }
  } catch (error) {
    if (isScriptGenError(error)) throw error;
    if (options.signal?.aborted) {
      const message = 'Stopped before the model was there. What was fetched is kept: run it again to go on.';
      throw new ScriptGenError({ code: 'run/aborted', message });
    }
    throw new ScriptGenError({
      code: 'model/interrupted',
      message: `The connection to ${url.host} broke after ${bytes} bytes.`,
      hint: 'Run it again: it goes on where it stopped.',
    });
  }
  return { handle, hash, bytes };
}

async function checkSpace(needed: number, { folder, freeBytes = freeOnDisk }: PullOptions): Promise<void> {
  const free = await freeBytes(folder);
  if (needed + SPARE_BYTES <= free) return;
  throw unwritable(
    `There is not enough space for the model: ${inMegabytes(needed)} more, of ${inMegabytes(free)} free.`,
  );
}

async function freeOnDisk(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Work on the disk, whose faults are the disk's. */
async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw unwritable(`The model cannot be written (${code}).`);
  }
}

function unwritable(message: string): ScriptGenError {
  const hint = 'Make room or name another place in XDG_DATA_HOME, and run it again: what was fetched is kept.';
  return new ScriptGenError({ code: 'storage/unwritable', message, hint });
}

function tooLarge(most: number): ScriptGenError {
  return new ScriptGenError({
    code: 'input/invalid',
    message: `The file is larger than ${inMegabytes(most)}.`,
    hint: 'Check the address; --most allows more gigabytes.',
  });
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 ** 2)} MB`;
}
