/** The most rows or keys for one statement. SQLite takes 32 766 parameters in one, Postgres 65 535; the widest row has 29. */
const MOST = 1000;

/** Cut a list into pieces that fit one statement each; no piece for an empty list. */
export function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / MOST);
  return Array.from({ length: count }, (_, index) => items.slice(index * MOST, (index + 1) * MOST));
}
