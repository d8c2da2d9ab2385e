import { ScriptGenError } from '../../../core/error.ts';
import { characterCells } from '../../layout/cells.ts';
import { isLatin } from '../latin.ts';
import type { Font } from '../truetype/font.ts';
import { isBlank } from './blank.ts';
import { type FontLoader, openFontLoader } from './load.ts';
import { COURIER_PRIME, isOfScript, scriptFonts } from './packages.ts';
import type { FontStyle } from './style.ts';

/** The fonts of a document, each read when something is written in it for the first time. */
export interface FontSet {
  /** Courier Prime in a style. Throws `config/invalid` when its package is missing. */
  readonly main: (style: FontStyle) => Font;
  /** Whether Courier Prime shows a text as it stands, every character in one cell. */
  readonly isPlain: (style: FontStyle, text: string) => boolean;
  /** The font that shows a character; `undefined` when none that is installed does. */
  readonly fontFor: (style: FontStyle, character: string) => Font | undefined;
}

/** What the fonts are looked for with. */
export interface FontSearch {
  readonly folders: readonly string[];
  readonly language: string;
}

/** What is known of a style: its Courier Prime, and of characters beyond Latin which font shows them and whether they are plain. */
interface StyleFonts {
  readonly main: Font;
  readonly fonts: Map<string, Font | undefined>;
  readonly plain: Map<string, boolean>;
}

/** Open the fonts that show a document. Families besides Courier Prime are read only where a character needs them. */
export function openFonts({ folders, language }: FontSearch): FontSet {
  const load = openFontLoader(folders);
  const styles = new Map<FontStyle, StyleFonts>();
  const fontsOf = (style: FontStyle): StyleFonts => {
    const known = styles.get(style);
    if (known !== undefined) return known;
    const opened = { main: loadMain(load, style), fonts: new Map(), plain: new Map() };
    styles.set(style, opened);
    return opened;
  };
  return {
    main: (style) => fontsOf(style).main,
    isPlain(style, text) {
      // Courier Prime has all of Windows-1252; its test says so.
      if (isLatin(text)) return true;
      const { main, plain } = fontsOf(style);
      for (const character of text.match(UNUSUAL) ?? []) {
        if (!plain.has(character)) plain.set(character, isPlainIn(main, character));
        if (plain.get(character) === false) return false;
      }
      return true;
    },
    fontFor(style, character) {
      const { main, fonts } = fontsOf(style);
      if (!fonts.has(character)) {
        const others = isOfScript(character) || !has(main, character);
        const best = others ? bestFont(character, style, { load, language }) : undefined;
        fonts.set(character, best ?? (has(main, character) ? main : undefined));
      }
      return fonts.get(character);
    },
  };
}

function has(font: Font, character: string): boolean {
  return font.glyphOf(character.codePointAt(0) ?? 0) > 0;
}

/** Whether a character is simply a glyph of this font in one cell: it is not another's, has no other cells, and is not composed. */
function isPlainIn(font: Font, character: string): boolean {
  if (!has(font, character) || isBlank(character) || isOfScript(character)) return false;
  return characterCells(character) === 1 && character.normalize('NFC') === character;
}

function loadMain(load: FontLoader, style: FontStyle): Font {
  const font = load(COURIER_PRIME, style);
  if (font === undefined) throw missingMain();
  return font;
}

/** The font of the character's script, so that no word is mixed of two; Courier Prime has a few Greek letters too. */
function bestFont(
  character: string,
  style: FontStyle,
  { load, language }: { readonly load: FontLoader; readonly language: string },
): Font | undefined {
  for (const family of scriptFonts(character, language).packages) {
    const font = load(family, style);
    if (font !== undefined && has(font, character)) return font;
  }
  return undefined;
}

const UNUSUAL = /[^ -~]/gu;

function missingMain(): ScriptGenError {
  return new ScriptGenError({
    code: 'config/invalid',
    message: `The font package ${COURIER_PRIME.name} is not installed.`,
    hint: `Run: npm install ${COURIER_PRIME.name}`,
  });
}
