/** The last of `length` rising values that is not above `limit`; -1 when none is. */
export function lastAtMost(length: number, value: (at: number) => number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
