import { PATTERNS } from '../patterns.ts';

const SPEAKING = PATTERNS.filter(({ silent }) => !silent).map(({ name }) => name);
const ALL = PATTERNS.map(({ name }) => name);

/** How many shares a list is cut into: one for each pattern with speech. */
export const SHARES = SPEAKING.length;

/**
 * The number of a pattern among those with speech, from 0. No pattern comes back within eight scenes, so what only one
 * number may use does not either. A name nobody knows has a number that its letters fix.
 */
export function shareNumber(pattern: string): number {
  const name = pattern.trim().toLowerCase();
  const known = SPEAKING.indexOf(name);
  return known < 0 ? lettersOf(name) % SHARES : known;
}

/** The part of a list that only scenes of this pattern use. */
export function shareOf<T>(list: readonly T[], pattern: string): readonly T[] {
  const number = shareNumber(pattern);
  return list.filter((_, index) => index % SHARES === number);
}

/** The item of a list that only scenes of this pattern use; none when the list is too short to reach it. */
export function ownOf<T>(list: readonly T[], pattern: string): T | undefined {
  return list[shareNumber(pattern)];
}

/** As {@link ownOf}, over all patterns, in an order in which neighbours of a script stand apart. */
export function ownOfAll<T>(list: readonly T[], pattern: string): T | undefined {
  const at = ALL.indexOf(pattern.trim().toLowerCase());
  return at < 0 ? undefined : list[(at * 7) % ALL.length];
}

function lettersOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
}
