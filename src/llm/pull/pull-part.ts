import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** A file that is being fetched: what is there of it, and the hash of that. */
export interface Part {
  readonly handle: FileHandle;
  readonly hash: Hash;
  readonly bytes: number;
}

/** Open what is there of a file, and hash it, to go on at its end. */
export async function openPart(path: string): Promise<Part> {
  const handle = await openFile(path);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return { handle, hash, bytes };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The same file from its beginning. */
export function fromBeginning({ handle }: Part): Part {
  return { handle, hash: createHash('sha256'), bytes: 0 };
}

/** The SHA-256 of a file; `undefined` when there is none. */
export async function sha256Of(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
}

/** For reading and writing anywhere, kept when it is there. */
async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return open(path, 'w+');
    throw error;
  }
}
