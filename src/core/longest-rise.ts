/**
 * Find the most values that stand in rising order, from first to last: their indices. The values differ from each
 * other. Takes n log n steps.
 */
export function longestRise(values: readonly number[]): readonly number[] {
  const ends: number[] = [];
  const before = new Int32Array(values.length);
  for (const [at, value] of values.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[at] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = at;
  }
  const rise: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rise.push(at);
  return rise.reverse();
}
