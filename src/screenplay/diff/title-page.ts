import type { TitlePage } from '../tree.ts';

/** An entry of a title page that changed; an absent side means it was not there. */
export interface TitleChange {
  readonly key: string;
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** Compare title pages entry by entry, by their keys. Order makes no change; the second entry of a key is another one. */
export function diffTitlePages(before: TitlePage | null, after: TitlePage | null): readonly TitleChange[] {
  const old = titleEntries(before);
  const now = titleEntries(after);
  const changes: TitleChange[] = [];
  for (const [name, entry] of old) {
    const next = now.get(name);
    if (next === undefined) changes.push({ key: entry.key, before: entry.lines });
    else if (!sameLines(entry.lines, next.lines))
      changes.push({ key: next.key, before: entry.lines, after: next.lines });
  }
  for (const [name, { key, lines }] of now) if (!old.has(name)) changes.push({ key, after: lines });
  return changes;
}

/** The entries of a title page by their key in small letters and, from the second of a key on, its count. */
export function titleEntries(page: TitlePage | null): ReadonlyMap<string, TitlePage['entries'][number]> {
  const entries = new Map<string, TitlePage['entries'][number]>();
  const counts = new Map<string, number>();
  for (const entry of page?.entries ?? []) {
    const key = entry.key.toLowerCase();
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    entries.set(count === 1 ? key : `${key}\n${count}`, entry);
  }
  return entries;
}

/** Whether two lists of lines are the same. */
export function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at]);
}
