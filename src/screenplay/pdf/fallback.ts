import type { Note } from '../../core/note.ts';
import { characterCells } from '../layout/cells.ts';
import type { Font } from './fonts.ts';

/** Stands where the font has no glyph. */
const FALLBACK = '?';

/** How many characters a note names. */
const NAMED = 20;

/** Characters that were replaced, with how often each. */
export type Missing = Map<string, number>;

/**
 * Text that a font can show: what it lacks becomes `?`, once for every cell it would have filled, and is counted in
 * `missing`. Letters with accents are composed first; a character that fills no cell is left out.
 */
export function showable(text: string, font: Font, missing: Missing): string {
  return Array.from(text.normalize('NFC'), (character) => {
    if (font.covers(character.codePointAt(0) ?? 0)) return character;
    const cells = characterCells(character);
    if (cells > 0) missing.set(character, (missing.get(character) ?? 0) + 1);
    return FALLBACK.repeat(cells);
  }).join('');
}

/** What there is to say about the characters that were replaced: one note, or none. */
export function missingNotes(missing: Missing): readonly Note[] {
  if (missing.size === 0) return [];
  const named = [...missing]
    .slice(0, NAMED)
    .map(([character, times]) => `${codePoint(character)} ${character} (${times})`);
  const more = missing.size > NAMED ? ` and ${missing.size - NAMED} more` : '';
  const message = `Courier Prime has no glyph for these characters; ? is printed instead: ${named.join(', ')}${more}.`;
  return [{ rule: 'pdf/missing-glyph', severity: 'minor', message }];
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
