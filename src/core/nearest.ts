/**
 * Of some names, the one that was probably meant: at most two letters or a third of its length away, wrong, missing,
 * extra or swapped, in any case; of equally near ones the first. Else the first that begins like it. `undefined` when
 * none is near.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = folded(name);
  if (wanted === '') return undefined;
  const names = [...candidates];
  let best: string | undefined;
  let least = Math.min(wanted.length, Math.max(2, Math.floor(wanted.length / 3)) + 1);
  for (const candidate of names) {
    const away = distance(wanted, folded(candidate), least);
    if (away < least) [best, least] = [candidate, away];
  }
  return best ?? names.find((candidate) => folded(candidate).startsWith(wanted));
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase().trim();
}

/**
 * How many letters two words are apart, swapped neighbours counted once (optimal string alignment); `limit` when no
 * less. https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let [before, last]: [readonly number[], readonly number[]] = [[], Array.from({ length: b.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const edits = [at(row, j - 1) + 1, at(last, j) + 1, at(last, j - 1) + (isSame ? 0 : 1)];
      row.push(Math.min(...edits, isSwapped ? at(before, j - 2) + 1 : limit));
    }
    if (Math.min(...row) >= limit) return limit;
    [before, last] = [last, row];
  }
  return Math.min(limit, at(last, b.length));
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? 0;
}
