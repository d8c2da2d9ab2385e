import { characterCells } from '../../layout/cells.ts';
import type { Font } from '../truetype/font.ts';

/** The width of a cell in thousandths of the size of the text: 7.2 points at 12. */
export const CELL_WIDTH = 600;

/** Below this stand the letters and marks of most scripts that are written in one cell each. */
const QUICK = 0x2100;

/** How a character is shown. Lengths in thousandths of the size of the text. */
export interface Shape {
  readonly glyph: number;
  /** Its cells. */
  readonly width: number;
  /** From where its cells begin to where the glyph begins, so that it stands in their middle. */
  readonly pad: number;
  /** How much it is pressed together to fit, 1 for not at all. */
  readonly scale: number;
  /** How far the glyph moves the pen, before it is pressed together. */
  readonly advance: number;
}

/** A font in use in a document. */
export interface Pen {
  readonly font: Font;
  /** Its name in the pages' resources. */
  readonly name: string;
  /** How a character is shown; taken down as used. */
  shape(character: string): Shape;
  /** The glyph of a UTF-16 unit that is a character and fills one cell without further ado; 0 for others, and above U+20FF. Taken down as used. */
  quick(code: number): number;
  /** The glyphs used, and how far each moves the pen. */
  readonly advances: ReadonlyMap<number, number>;
  /** What the glyphs used stand for: the first code point of each. */
  readonly meanings: ReadonlyMap<number, number>;
}

/** Take up a font. */
export function takePen(font: Font, name: string): Pen {
  const advances = new Map<number, number>();
  const meanings = new Map<number, number>();
  const shapes = new Map<string, Shape>();
  const quick = new Uint16Array(QUICK);
  const shape = (character: string): Shape => {
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
  };
  return {
    font,
    name,
    shape,
    quick(code) {
      const glyph = quick[code] ?? 0;
      if (glyph !== 0 || code >= QUICK) return glyph;
      const made = shape(String.fromCharCode(code));
      if (made.pad !== 0 || made.scale !== 1 || made.advance !== CELL_WIDTH) return 0;
      quick[code] = made.glyph;
      return made.glyph;
    },
    advances,
    meanings,
  };
}

/**
 * A glyph moves the pen over all its cells, so that letters of one word stay together for programs that find words by
 * the gaps between them. A mark without cells goes over the character before it.
 */
function shapeOf(font: Font, codePoint: number, width: number): Shape {
  const glyph = font.glyphOf(codePoint);
  const own = font.advanceOf(glyph);
  if (width === 0) return { glyph, width, pad: Math.round(-own) || 0, scale: 1, advance: Math.round(own) };
  if (own > width + 1) return { glyph, width, pad: 0, scale: width / own, advance: own };
  return { glyph, width, pad: Math.trunc((width - own) / 2), scale: 1, advance: width };
}
