import type { Backend } from '../backend.ts';

/** A database that can be opened as it is, without being made, migrated or written to. */
export interface DatabaseAt {
  /** As a person would name it: a file's path. */
  readonly name: string;
  /** `existing`: it must be there; `new`: it is made when it is not. */
  readonly open: (mode: 'existing' | 'new') => Promise<Backend>;
  /** Say a failure in the reader's words; anything else is returned as it is. */
  readonly explain: (error: unknown) => unknown;
}

/** Work with an open database, and close it. */
export async function using<T>(
  at: DatabaseAt,
  mode: 'existing' | 'new',
  work: (backend: Backend) => Promise<T>,
): Promise<T> {
  try {
    const backend = await at.open(mode);
    try {
      return await work(backend);
    } finally {
      await backend.end();
    }
  } catch (error) {
    throw at.explain(error);
  }
}
