/** East Asian and emoji characters that fill two cells. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]$/u;

/** Marks that stand on the character before them, and characters that only steer. */
const NARROW = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** How many cells one character (code point) fills: 0, 1 or 2. */
export function characterCells(character: string): number {
  if (character < '\u0300') return character === '\u00ad' ? 0 : 1;
  if (NARROW.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** How many cells a text fills. */
export function textCells(text: string): number {
  let cells = 0;
  for (const character of text) cells += characterCells(character);
  return cells;
}
