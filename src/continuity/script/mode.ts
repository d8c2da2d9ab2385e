import type { Mode } from './staged.ts';

/** Words of a heading, or of a line of its own, that take the story out of its present. */
const MARKS: readonly (readonly [RegExp, Mode])[] = [
  [/\bFLASH[ -]?FORWARD\b/i, 'flash-forward'],
  [/\bFLASH[ -]?BACK\b|\bMEMORY\b|\bYEARS? (?:AGO|EARLIER)\b/i, 'flashback'],
  [/\bDREAM\b|\bNIGHTMARE\b|\bFANTASY\b|\bIMAGIN(?:ED|ATION)\b|\bVISION\b/i, 'dream'],
];

/** What brings it back. */
const BACK =
  /\b(?:END|OUT) OF (?:THE )?(?:FLASH|DREAM|MEMORY)|\bEND (?:FLASH|DREAM)|\bBACK TO (?:THE )?(?:PRESENT|SCENE)\b/i;

/** The mode that a heading names; `undefined` when it names none. */
export function modeOf(heading: string): Mode | undefined {
  if (BACK.test(heading)) return 'present';
  return MARKS.find(([pattern]) => pattern.test(heading))?.[1];
}

/** The mode that a line in capitals begins (`FLASHBACK:`) or ends (`END FLASHBACK`); `undefined` for any other line. */
export function modeBegunBy(line: string): Mode | undefined {
  const words = line.trim();
  if (words === '' || words.length > 60 || words !== words.toUpperCase()) return undefined;
  return modeOf(words);
}
