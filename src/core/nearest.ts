/** The name that differs in the fewest letters, if that is at most half of it. */
export function nearest(text: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, steps: editDistance(text, name) }))
    .filter(({ name, steps }) => steps <= name.length / 2 || (text !== '' && name.startsWith(text)))
    .sort((a, b) => a.steps - b.steps);
  return best?.name;
}

/** Letters to add, drop or replace to get from one text to another (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [y, letter] of [...from.slice(0, 40)].entries()) {
    const next = [y + 1];
    for (const [x, other] of [...to].entries()) {
      const swap = (row[x] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(swap, (row[x + 1] ?? 0) + 1, (next[x] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
