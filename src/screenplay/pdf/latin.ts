/**
 * What Windows-1252 has from 0x80 to 0x9F, in order, with U+FFFD where it has nothing. Below and above it is as Latin-1
 * (ISO 32000-1, annex D.2, WinAnsiEncoding).
 */
const BETWEEN = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** All else; also no-break spaces and soft hyphens, which have a code but are not shown as they stand. */
const NOT_LATIN = /[^ -~¡-¬®-ÿŒœŠšŽžŸƒˆ˜–—‘-‚“-„†-•…‰‹›€™]/;

/** What a string in a PDF cannot hold as it stands: brackets and backslash (ISO 32000-1, 7.3.4.2), and what has another code, or none. */
const CODED = /[^ !-'*-[\]-~¡-¬®-ÿ]/;
const ALL_CODED = new RegExp(CODED, 'g');

const CODES = new Map([
  ...['\\', '(', ')'].map((character): readonly [string, string] => [character, `\\${character}`]),
  ...Array.from(BETWEEN, (character, index): readonly [string, string] => [
    character,
    String.fromCharCode(0x80 + index),
  ]),
]);
CODES.delete('\ufffd');

/** Whether all characters of a text are letters, marks and spaces of Windows-1252. */
export function isLatin(text: string): boolean {
  return !NOT_LATIN.test(text);
}

/** A text as it stands in a string of a PDF, a byte a character; `undefined` when not all of it is of Windows-1252. */
export function latinString(text: string): string | undefined {
  if (!CODED.test(text)) return text;
  let isWhole = true;
  const string = text.replace(ALL_CODED, (character) => {
    const code = CODES.get(character);
    if (code === undefined) isWhole = false;
    return code ?? '';
  });
  return isWhole ? string : undefined;
}
