/**
 * What Windows-1252 has from 0x80 to 0x9F, in order, with U+FFFD where it has nothing. Below and above it is as Latin-1
 * (ISO 32000-1, annex D.2, WinAnsiEncoding).
 */
const BETWEEN = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/**
 * All else; also no-break spaces and soft hyphens, which have a code but are not shown as they stand. V8 looks for one of
 * so many ranges slowly: only where a character is not ASCII.
 */
const NOT_LATIN = /[^ -~](?<![¡-¬®-ÿŒœŠšŽžŸƒˆ˜–—‘-‚“-„†-•…‰‹›€™])/;

/** What may stand in a string of a PDF as something else: brackets and backslash (ISO 32000-1, 7.3.4.2), and what is not ASCII. */
export const CODED = /[^ !-'*-[\]-~]/;
const ALL_CODED = new RegExp(CODED, 'g');

/** What is not ASCII. */
const WIDE = /[^ -~]/;
const ALL_WIDE = new RegExp(WIDE, 'g');

/** What is not Latin-1, and what of it is not shown as it stands. */
const BEYOND_LATIN_1 = /[^ -~¡-¬®-ÿ]/;

let codes: ReadonlyMap<string, string> | undefined;

/** How every character that is coded stands in a string. */
function readCodes(): ReadonlyMap<string, string> {
  const read = new Map(['\\', '(', ')'].map((character) => [character, `\\${character}`]));
  Array.from(BETWEEN).forEach((character, index) => {
    read.set(character, String.fromCharCode(0x80 + index));
  });
  for (let code = 0xa1; code < 0x100; code += 1) read.set(String.fromCharCode(code), String.fromCharCode(code));
  for (const none of ['\u00ad', '\ufffd']) read.delete(none);
  return read;
}

/**
 * A text with what a string of a PDF ends with, or escapes with, escaped. Replacing a few characters one after the other
 * is faster than by a pattern.
 */
export function escaped(text: string): string {
  const slashes = text.includes('\\') ? text.replaceAll('\\', '\\\\') : text;
  if (!text.includes('(') && !text.includes(')')) return slashes;
  return slashes.replaceAll('(', '\\(').replaceAll(')', '\\)');
}

/** Whether all characters of a text are letters, marks and spaces of Windows-1252. */
export function isLatin(text: string): boolean {
  return !CODED.test(text) || !NOT_LATIN.test(text);
}

/**
 * A text as it stands in a string of a PDF, a byte a character; `undefined` when not all of it is of Windows-1252. What
 * is not ASCII is added to `wide`.
 */
export function latinString(text: string, wide: Set<string>): string | undefined {
  // As of most names with something in brackets behind them.
  if (!WIDE.test(text)) return escaped(text);
  // Of Latin-1 each character is its own code.
  if (!BEYOND_LATIN_1.test(text)) {
    for (const character of text.match(ALL_WIDE) ?? []) wide.add(character);
    return escaped(text);
  }
  codes ??= readCodes();
  const known = codes;
  let isWhole = true;
  const string = text.replace(ALL_CODED, (character) => {
    const code = known.get(character);
    if (code === undefined) isWhole = false;
    else if (character > '~') wide.add(character);
    return code ?? '';
  });
  return isWhole ? string : undefined;
}
