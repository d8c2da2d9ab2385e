import { characterCells } from '../../layout/cells.ts';
import { CODED, latinString } from '../latin.ts';
import type { Font } from '../truetype/font.ts';

/** The width of a cell in thousandths of the size of the text: 7.2 points at 12. */
export const CELL_WIDTH = 600;

/** A string in a PDF holds at most this many characters: old readers take no more than 32,767 bytes. */
export const LONGEST = 8000;

/** How a character is shown. Lengths in thousandths of the size of the text. */
export interface Shape {
  readonly glyph: number;
  /** The glyph's number as it stands in a string. */
  readonly code: string;
  /** Its cells. */
  readonly width: number;
  /** From where its cells begin to where the glyph begins, so that it stands in their middle. */
  readonly pad: number;
  /** How much it is pressed together to fit, 1 for not at all. */
  readonly scale: number;
  /** How far the glyph moves the pen, before it is pressed together. */
  readonly advance: number;
}

/**
 * A font in use in a document. A PDF has two ways to use one (ISO 32000-1, 9.6 and 9.7): as a simple font, with a byte
 * for each character of Windows-1252 and all in one cell, and as a composite font, with two bytes for any glyph.
 */
export interface Pen {
  readonly font: Font;
  /** Its name in the pages' resources as a simple font, and as a composite one. */
  readonly name: string;
  readonly compositeName: string;
  /** Words as a string of the simple font; `undefined` when it does not show them. Taken down as used. */
  latin(words: string): string | undefined;
  /** How a character is shown in the composite font; taken down as used. */
  shape(character: string): Shape;
  /** The code points of all that was written in the simple font, from low to high. */
  latinCodes(): readonly number[];
  /** The glyphs used of the composite font, and how far each moves the pen. */
  readonly advances: ReadonlyMap<number, number>;
  /** What these glyphs stand for: the first code point of each. */
  readonly meanings: ReadonlyMap<number, number>;
}

/** All of ASCII that has ink. */
const ASCII = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));

/** How many texts are searched at once for the characters that were not seen yet. */
const AT_ONCE = 64;

/** Take up a font. */
export function takePen(font: Font, name: string): Pen {
  const advances = new Map<number, number>();
  const meanings = new Map<number, number>();
  const shapes = new Map<string, Shape>();
  const fillsCells = isLatinInCells(font);
  const wide = new Set<string>();
  // Texts in the simple font, so many of them, in which nothing was looked for yet, and what was in none before.
  const texts: string[] = [];
  let count = 0;
  let unseen = ASCII;
  let isUsed = false;
  /** A text is searched faster than it is gone through. */
  const search = (): void => {
    texts.length = count;
    const all = texts.join('');
    unseen = unseen.filter((character) => !all.includes(character));
    count = 0;
    isUsed = true;
  };
  return {
    font,
    name,
    compositeName: `${name}C`,
    latin(words) {
      if (!fillsCells || words.length > LONGEST) return undefined;
      const string = CODED.test(words) ? latinString(words, wide) : words;
      if (string === undefined) return undefined;
      texts[count] = words;
      count += 1;
      if (count === AT_ONCE) search();
      return string;
    },
    shape(character) {
      const known = shapes.get(character);
      if (known !== undefined) return known;
      const codePoint = character.codePointAt(0) ?? 0;
      const made = shapeOf(font, codePoint, characterCells(character) * CELL_WIDTH);
      const { glyph, advance } = made;
      if (!advances.has(glyph)) advances.set(glyph, advance);
      meanings.set(glyph, Math.min(codePoint, meanings.get(glyph) ?? codePoint));
      const placed = { ...made, advance: advances.get(glyph) ?? advance };
      shapes.set(character, placed);
      return placed;
    },
    latinCodes() {
      if (count > 0) search();
      if (!isUsed) return [];
      // The space may part words from those behind them.
      const seen = [' ', ...ASCII.filter((character) => !unseen.includes(character)), ...wide];
      return seen.map((character) => character.charCodeAt(0)).sort((a, b) => a - b);
    },
    advances,
    meanings,
  };
}

/** Whether a font shows all of Windows-1252, each character in one cell: it says so, and one letter stands for all. */
function isLatinInCells({ metrics, glyphOf, advanceOf }: Font): boolean {
  if (!metrics.latin || !metrics.fixedPitch) return false;
  return Math.abs(advanceOf(glyphOf(0x78)) - CELL_WIDTH) <= 1;
}

/**
 * A glyph moves the pen over all its cells, so that letters of one word stay together for programs that find words by
 * the gaps between them. A mark without cells goes over the character before it.
 */
function shapeOf(font: Font, codePoint: number, width: number): Shape {
  const glyph = font.glyphOf(codePoint);
  const own = font.advanceOf(glyph);
  const code = codeOf(glyph);
  if (width === 0) return { glyph, code, width, pad: Math.round(-own) || 0, scale: 1, advance: Math.round(own) };
  if (own > width + 1) return { glyph, code, width, pad: 0, scale: width / own, advance: own };
  return { glyph, code, width, pad: Math.trunc((width - own) / 2), scale: 1, advance: width };
}

/** The number of a glyph in two bytes: brackets, backslash and line end are escaped (ISO 32000-1, 7.3.4.2). */
function codeOf(glyph: number): string {
  const bytes = String.fromCharCode(glyph >> 8, glyph & 0xff);
  // A bare return would be read as a line feed.
  return bytes.replace(/[\\()]/g, '\\$&').replace(/\r/g, '\\r');
}
