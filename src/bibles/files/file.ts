import type { Content, Entry } from '../entry.ts';

/** How an entry is written: `yaml` throughout, or `md` with long prose in sections. */
export type FileForm = 'yaml' | 'md';

/** A text file, its path from the folder of the bible on, with `/`. */
export interface BibleFile {
  readonly path: string;
  readonly text: string;
}

/** As much of an entry as stands in its file. One written by hand has no id and no version yet. */
export type FileEntry = Content &
  Pick<Entry, 'kind'> & {
    readonly id?: string;
    /** The head that it was exported from: the base of a merge. */
    readonly version?: number;
    readonly overrides?: string;
  };

/** An entry as it was read from a file. */
export type ParsedEntry = FileEntry & { readonly path: string };

/** Why a file cannot be read. */
export interface FileFault {
  readonly path: string;
  /** From 1 on. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly fix?: string;
}

/** What was read, or all that kept it from being read. */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly FileFault[] };
