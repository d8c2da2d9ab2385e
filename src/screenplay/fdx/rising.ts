/** The places of a longest rising subsequence of numbers, in order; `undefined` is passed over. Takes n log n time. */
export function longestRising(values: readonly (number | undefined)[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  values.forEach((value, place) => {
    if (value === undefined) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.set(place, tails[low - 1]);
    tails[low] = place;
  });
  const kept = new Set<number>();
  for (let place = tails.at(-1); place !== undefined; place = before.get(place)) kept.add(place);
  return kept;
}
