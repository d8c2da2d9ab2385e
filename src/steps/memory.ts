import type { Claim, Journal, JournalRow } from './journal.ts';

/** How much is held in front of a journal. */
export interface MemoryOptions {
  /** Bytes of answers, about; 64 MB when absent, none at 0. */
  readonly maxBytes?: number;
}

/** A row's own fields, and the bookkeeping of the map. */
const ROW_BYTES = 400;

/**
 * Put a memory in front of a journal: an answer that this process has seen is not read from the database again.
 *
 * It can do so because a row never changes once it is written. What was used longest ago is forgotten first. An answer
 * that another process set aside may be seen here until this process ends: it asks anew the next time.
 */
export function withMemory(journal: Journal, { maxBytes: most = 64_000_000 }: MemoryOptions = {}): Journal {
  const rows = new Map<string, { readonly row: JournalRow; readonly bytes: number }>();
  let held = 0;

  const drop = (key: string): void => {
    held -= rows.get(key)?.bytes ?? 0;
    rows.delete(key);
  };
  const keep = (row: JournalRow): void => {
    drop(row.key);
    const bytes = sizeOf(row);
    if (bytes > most) return;
    rows.set(row.key, { row, bytes });
    held += bytes;
    for (const oldest of rows.keys()) {
      if (held <= most) break;
      drop(oldest);
    }
  };
  /** A row that is here, which makes it the one used last. */
  const recall = (key: string): JournalRow | undefined => {
    const known = rows.get(key);
    if (known === undefined) return undefined;
    rows.delete(key);
    rows.set(key, known);
    return known.row;
  };

  return {
    ...journal,
    find: async (keys) => {
      const known = keys.map(recall);
      const missing = keys.filter((_, index) => known[index] === undefined);
      const found = missing.length === 0 ? undefined : await journal.find(missing);
      for (const row of found?.values() ?? []) keep(row);
      const all = [...known.filter((row) => row !== undefined), ...(found?.values() ?? [])];
      return new Map(all.map((row) => [row.key, row]));
    },
    claim: async (key): Promise<Claim> => {
      const row = recall(key);
      if (row !== undefined) return { state: 'answered', row };
      const claim = await journal.claim(key);
      if (claim.state === 'answered') keep(claim.row);
      return claim;
    },
    settle: async (row, call) => {
      await journal.settle(row, call);
      keep(row);
    },
    setAside: async (key, reason) => {
      drop(key);
      await journal.setAside(key, reason);
    },
  };
}

/** Two bytes a character at most; the request is told by its messages, which are nearly all of it. */
function sizeOf({ answer, request }: JournalRow): number {
  return ROW_BYTES + 2 * (answer.text.length + requestLength(request));
}

function requestLength(request: JournalRow['request']): number {
  if (request === null || typeof request !== 'object' || Array.isArray(request)) return 0;
  const { messages } = request as { readonly messages?: readonly { readonly content?: string }[] };
  return (messages ?? []).reduce((sum, { content = '' }) => sum + content.length, 0);
}
