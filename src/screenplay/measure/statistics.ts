/** The mean of some numbers; `null` of none. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value in the middle, or the mean of the two there; `null` of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return mean(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1));
}

/** The standard deviation over the mean, of a whole population; `null` of fewer than two or of a mean of 0. */
export function variation(values: readonly number[]): number | null {
  const middle = mean(values);
  if (values.length < 2 || middle === null || middle === 0) return null;
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)) ?? 0) / middle;
}

/** The share of items that hold; `null` of none. */
export function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number | null {
  return items.length === 0 ? null : items.filter(holds).length / items.length;
}

/** So many per so many; `null` of none. */
export function rate(count: number, of: number, per = 1): number | null {
  return of === 0 ? null : (count * per) / of;
}

/** How unequally something is shared out, from 0 for all alike towards 1 for one who has all (Gini coefficient); `null` of none. */
export function gini(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  const weighted = sorted.reduce((sum, value, index) => sum + (index + 1) * value, 0);
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length;
}

/** How often each value occurs. */
export function countEach<Value>(values: Iterable<Value>): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
