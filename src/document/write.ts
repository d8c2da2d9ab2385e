import { chmodSync, realpathSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isScriptGenError } from '../core/error.ts';
import { fileError, systemCode } from './faults.ts';

/** How a file is written. */
export interface WriteOptions {
  /** Whether a file that is there may be replaced. Not unless said. */
  readonly force?: boolean;
  /** The file that was read, so that writing over it is told as what it is. */
  readonly input?: string;
  /** What messages call the file; its path unless given. */
  readonly name?: string;
}

/**
 * Say now that a file cannot be written there, before work is done for it: it is there and may not be replaced, it is
 * a folder, or there is no folder for it.
 *
 * @throws ScriptGenError As {@link writeDocument}.
 */
export async function checkWritable(path: string, options: WriteOptions = {}): Promise<void> {
  placeFor(path, options);
}

/**
 * Write a file whole or not at all: beside its place first, and moved there when it is complete. A link is followed;
 * what is no file (a pipe, a terminal) is written to as it is.
 *
 * @throws ScriptGenError `input/invalid` when the file is there and `force` is not given, or it is a folder;
 * `storage/unwritable` when there is no folder for it, no right to write or no room.
 */
export async function writeDocument(path: string, bytes: Uint8Array, options: WriteOptions = {}): Promise<void> {
  const { target, replaced } = placeFor(path, options);
  try {
    if (replaced !== undefined && !replaced.isFile()) return writeFileSync(target, bytes);
    const half = join(dirname(target), `.scriptgen-${process.pid}-${process.hrtime.bigint()}.part`);
    try {
      writeFileSync(half, bytes);
      if (replaced !== undefined) chmodSync(half, replaced.mode);
      renameSync(half, target);
    } catch (error) {
      rmSync(half, { force: true });
      throw error;
    }
  } catch (error) {
    throw unwritable(error, options.name ?? path);
  }
}

/** Where the bytes go, and what stands there now. */
function placeFor(path: string, { force = false, input, name = path }: WriteOptions) {
  try {
    const replaced = present(path);
    if (replaced === undefined) {
      statSync(dirname(path));
      return { target: path, replaced };
    }
    if (replaced.isDirectory())
      throw fileError(`${name} is a folder`, `name a file in it: ${join(name, 'script.fountain')}`);
    if (replaced.isFile() && !force) throw taken({ there: replaced, input, name });
    return { target: replaced.isFile() ? realpathSync.native(path) : path, replaced };
  } catch (error) {
    throw isScriptGenError(error) ? error : unwritable(error, name);
  }
}

interface Taken {
  readonly there: Stats;
  readonly input: string | undefined;
  readonly name: string;
}

function taken({ there, input, name }: Taken): Error {
  const read = input === undefined ? undefined : present(input);
  const same = read !== undefined && read.ino === there.ino && read.dev === there.dev;
  if (same) return fileError(`${name} is the file that is read`, 'write to another name, or replace it with --force');
  return fileError(`${name} is there already`, 'write to another name, or replace it with --force');
}

/** What stands at a path. Nothing there is an answer; any other error is one. */
function present(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function unwritable(error: unknown, name: string): unknown {
  const code = systemCode(error);
  const details = { code: 'storage/unwritable', cause: error } as const;
  switch (code) {
    case undefined:
      return error;
    case 'ENOENT':
    case 'ENOTDIR':
      return fileError(`there is no folder ${dirname(name)}`, 'make it first, or name another', details);
    case 'ENOSPC':
      return fileError(`there is no room for ${name} (${code})`, 'make room, or name another disk', details);
    default:
      return fileError(`${name} cannot be written (${code})`, 'name another place, or change the permissions', details);
  }
}
