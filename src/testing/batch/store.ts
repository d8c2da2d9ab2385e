import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Json } from '../../core/index.ts';
import type { Body } from '../wire/body.ts';
import type { BatchApi, ItemOutcome } from './options.ts';

/** One question of a batch. */
export interface StoredItem {
  readonly id: string;
  readonly body: Json;
  /** How it ended; absent while it runs. */
  outcome?: ItemOutcome;
}

/** A batch, with all that it takes to go on with it. */
export interface StoredBatch {
  readonly api: BatchApi;
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly items: StoredItem[];
  /** What the API keeps with it: the input file, the endpoint, metadata, a display name, the model. */
  readonly about: Body;
  /** Why it failed as a whole. */
  readonly failure?: { readonly code: string; readonly message: string; readonly line?: number };
  polls: number;
  canceled?: number;
  ended?: number;
  charged: { readonly inputTokens: number; readonly outputTokens: number };
}

/** A file that was uploaded. */
export interface StoredFile {
  readonly id: string;
  readonly created: number;
  readonly filename: string;
  readonly purpose: string;
  readonly text: string;
}

/** Everything that is kept. */
export interface BatchState {
  readonly files: StoredFile[];
  readonly batches: StoredBatch[];
  /** How often each custom id was submitted. */
  readonly submissions: Record<string, number>;
}

/** The state, and how to keep what was changed in it. */
export interface BatchStore {
  readonly state: BatchState;
  readonly keep: () => void;
}

/** Open what is kept: in a file, whole or not at all, or in memory. */
export function openBatchStore(file: string | undefined): BatchStore {
  const kept =
    file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BatchState) : undefined;
  const state = kept ?? { files: [], batches: [], submissions: {} };
  const keep = (): void => {
    if (file === undefined) return;
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  };
  return { state, keep };
}
