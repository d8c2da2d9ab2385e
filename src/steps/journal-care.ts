import type { JournalRow } from './journal.ts';

/** What a journal holds. */
export interface JournalSizes {
  readonly answers: number;
  /** Of requests and answers, as they are written. */
  readonly bytes: number;
  /** Answers that are none, and what had come of calls that failed. */
  readonly setAside: number;
  readonly setAsideBytes: number;
  /** ISO 8601, UTC; absent when there is no answer. */
  readonly oldest?: string;
  readonly newest?: string;
  /** Answers that nothing in use was made from, as {@link JournalCare.gc} sees it. */
  readonly unused: number;
  readonly unusedBytes: number;
}

/** What to throw away. Nothing when nothing is named. */
export interface GcOptions {
  /** Only what is older: ISO 8601, UTC. By itself it means answers that are unused. */
  readonly olderThan?: string;
  /** Answers that are unused, of any age. */
  readonly unused?: boolean;
  /** What was set aside. */
  readonly setAside?: boolean;
  /** Only count. */
  readonly dryRun?: boolean;
}

/** What was thrown away, or would be. */
export interface GcReport {
  readonly answers: number;
  readonly bytes: number;
  readonly setAside: number;
  readonly setAsideBytes: number;
}

/** An answer that is not as it should be. */
export interface JournalFault {
  readonly key: string;
  /** What is wrong with it, as the rest of a sentence about the answer. */
  readonly message: string;
}

/** Which answers are taken out: those a run paid for, or those a script was made from. All when nothing is named. */
export interface ExportFilter {
  readonly run?: string;
  readonly script?: string;
}

/** Looking after the journal as a whole. */
export interface JournalCare {
  sizes(): Promise<JournalSizes>;
  /**
   * Throw answers away that nothing in use was made from: no slot of any script refers to them or to the question that
   * they go on from, and the last run of no script paid for them. Lines of the bill stay.
   */
  gc(options: GcOptions): Promise<GcReport>;
  /** Go through every answer: its key is the hash of its request, and it is readable and complete. Nothing is changed. */
  verify(): Promise<{ readonly checked: number; readonly faults: readonly JournalFault[] }>;
  export(filter: ExportFilter): AsyncIterable<JournalRow>;
  /**
   * Take answers in that nobody here paid for. A key that is there already stays as it is.
   *
   * @throws ScriptGenError `input/invalid` for a row whose key is not that of its request; those before it are kept.
   */
  import(
    rows: AsyncIterable<JournalRow> | Iterable<JournalRow>,
  ): Promise<{ readonly added: number; readonly known: number }>;
}
