import type { Speech } from '../material.ts';

/** Whom somebody speaks with, and how often one of the two speaks right after the other. */
export interface Partner {
  readonly id: string;
  readonly exchanges: number;
}

/** Whom everybody speaks with, most first, three at most. */
export function partnersOf(
  speeches: readonly Speech[],
  idOf: (cue: string) => string | undefined,
): ReadonlyMap<string, readonly Partner[]> {
  const counts = new Map<string, Map<string, number>>();
  const count = (from: string, to: string): void => {
    const own = counts.get(from) ?? new Map<string, number>();
    own.set(to, (own.get(to) ?? 0) + 1);
    counts.set(from, own);
  };
  for (const [at, { cue, part }] of speeches.entries()) {
    const before = speeches[at - 1];
    if (before?.part !== part) continue;
    const [a, b] = [idOf(before.cue), idOf(cue)];
    if (a === undefined || b === undefined || a === b) continue;
    count(a, b);
    count(b, a);
  }
  return new Map(
    [...counts].map(([id, own]) => {
      const all = [...own].map(([other, exchanges]) => ({ id: other, exchanges }));
      return [id, all.toSorted((a, b) => b.exchanges - a.exchanges).slice(0, 3)];
    }),
  );
}
