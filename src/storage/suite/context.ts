import type { Storage, StorageOptions } from '../storage.ts';

/** Open another handle on one and the same database. */
export type OpenStorage = (options?: StorageOptions) => Promise<Storage>;

/** What the tests of the storage suite work on: one handle they share, and a way to open more. */
export interface SuiteContext {
  readonly open: OpenStorage;
  readonly storage: () => Storage;
}
