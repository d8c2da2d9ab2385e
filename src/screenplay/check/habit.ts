import type { PlacedHeading } from './facts.ts';

/** A script needs so many headings to have a habit. */
const HEADINGS = 4;

/** Whether at least this share of the headings hold (three quarters unless given), of four or more: what the script mostly does can be missing in the rest. */
export function isHabit(
  headings: readonly PlacedHeading[],
  holds: (placed: PlacedHeading) => boolean,
  least = 0.75,
): boolean {
  return headings.length >= HEADINGS && headings.filter(holds).length >= headings.length * least;
}
