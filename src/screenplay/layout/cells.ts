/** Anything that may fill more or less than one cell, and halves of characters. Latin and typographic marks are not among it. */
const UNEVEN = /[^\n -\u00ac\u00ae-\u02ff\u2010-\u2027]/;

/** How many cells one character (code point) fills: 0, 1 or 2. */
export function characterCells(character: string): number {
  if (!UNEVEN.test(character)) return 1;
  if (isNarrow(character)) return 0;
  return isWide(character) ? 2 : 1;
}

/** Whether a character stands on the one before it, or only steers. V8 takes a millisecond to read each of these patterns: when one is asked for. */
function isNarrow(character: string): boolean {
  return /^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character);
}

/** Whether a character is East Asian or an emoji that fills two cells. */
function isWide(character: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]$/u.test(
    character,
  );
}

/** How many cells a text fills. */
export function textCells(text: string): number {
  if (!UNEVEN.test(text)) return text.length;
  let cells = 0;
  for (const character of text) cells += characterCells(character);
  return cells;
}

/**
 * How many cells each UTF-16 unit of a text fills, the second half of a character none; `undefined` when it is one
 * for all of them.
 */
export function unitCells(text: string): Uint8Array | undefined {
  if (!UNEVEN.test(text)) return undefined;
  const cells = new Uint8Array(text.length);
  let at = 0;
  for (const character of text) {
    cells[at] = characterCells(character);
    at += character.length;
  }
  return cells;
}
