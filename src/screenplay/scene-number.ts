import { splitTail } from './inline/hide.ts';

const NUMBER = /^[A-Za-z0-9.-]+$/;

/** A heading's words and its number, `undefined` when it has none. */
export interface NumberedHeading {
  readonly text: string;
  readonly number: string | undefined;
}

/** Keep the characters a scene number may hold: letters and digits of ASCII, `-` and `.` (Fountain 1.1, Scene Headings). */
export function cleanSceneNumber(number: string | undefined): string | undefined {
  return number?.replace(/[^A-Za-z0-9.-]/g, '') || undefined;
}

/** Split `INT. HOUSE - DAY #12A#` into words and number; notes and boneyards behind the number stay with the words. A heading that would be left without words keeps its `#…#`. */
export function splitSceneNumber(heading: string): NumberedHeading {
  const none = { text: heading, number: undefined };
  const { core, tail } = splitTail(heading);
  if (!core.endsWith('#')) return none;
  const open = core.lastIndexOf('#', core.length - 2);
  const text = core.slice(0, Math.max(open, 0)).trim();
  const number = core.slice(open + 1, -1);
  if (open <= 0 || text === '' || !NUMBER.test(number)) return none;
  return { text: tail === '' ? text : `${text} ${tail}`, number };
}
