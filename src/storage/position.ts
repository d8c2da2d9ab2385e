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
