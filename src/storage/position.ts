/**
 * Fractional indexes for a new list: `count` decimal fractions without their `0.`, ascending as text, with room between.
 *
 * Digits only, and no zero at the end: they sort alike in every collation, and between any two another can be made.
 */
export function positions(count: number): readonly string[] {
  const width = String(count).length + 1;
  const step = Math.floor(10 ** width / (count + 1));
  return Array.from({ length: count }, (_, index) =>
    String((index + 1) * step)
      .padStart(width, '0')
      .replace(/0+$/, ''),
  );
}

/**
 * A fractional index between two others; absent is the beginning or the end.
 *
 * @returns a text that sorts behind `before` and in front of `after`, where `before` sorts in front of `after`.
 */
export function positionBetween(before = '', after?: string): string {
  let digits = '';
  for (let at = 0; ; at += 1) {
    const low = Number(before[at] ?? 0);
    // Once a digit lies below that of `after`, the rest of it is no bound any more.
    const isBound = after !== undefined && digits === after.slice(0, at);
    const high = isBound ? Number(after[at] ?? 0) : 10;
    if (high - low > 1) return digits + String(Math.floor((low + high) / 2));
    digits += String(low);
  }
}
