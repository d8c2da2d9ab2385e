import { ScriptGenError } from '../../../core/error.ts';
import { characterCells } from '../../layout/cells.ts';
import type { Page } from '../../layout/page.ts';
import type { Font } from '../truetype/font.ts';
import { isBlank } from './blank.ts';
import { type FontLoader, openFontLoader } from './load.ts';
import { COURIER_PRIME, isOfScript, scriptFonts } from './packages.ts';
import { type FontStyle, fontStyle } from './style.ts';

/** The fonts of a document. */
export interface FontSet {
  /** Courier Prime in a style that is used. */
  readonly main: (style: FontStyle) => Font;
  /** Whether Courier Prime shows a text of these pages as it stands, every character in one cell. */
  readonly isPlain: (style: FontStyle, text: string) => boolean;
  /** The font that shows a character; `undefined` when none that is installed does. */
  readonly fontFor: (style: FontStyle, character: string) => Font | undefined;
}

/** What the fonts are looked for with. */
export interface FontSearch {
  readonly folders: readonly string[];
  readonly language: string;
}

/** A style in use: its Courier Prime, other fonts by the characters that need them, and what finds those characters. */
interface StyleFonts {
  readonly main: Font;
  readonly others: ReadonlyMap<string, Font | undefined>;
  readonly odd: RegExp | undefined;
}

/** Find the fonts that show these pages. Families besides Courier Prime are read only where a character needs them. */
export async function findFonts(pages: readonly Page[], { folders, language }: FontSearch): Promise<FontSet> {
  const load = openFontLoader(folders);
  const regular: StyleFonts = { main: await loadMain(load, 'regular'), others: new Map(), odd: undefined };
  const styles = new Map<FontStyle, StyleFonts>();
  for (const [style, characters] of unusualCharacters(pages)) {
    const main = await loadMain(load, style);
    const odd = [...characters].filter((character) => isOdd(character, main));
    const others = new Map<string, Font | undefined>();
    for (const character of odd.filter((each) => !isBlank(each) && (isOfScript(each) || !has(main, each))))
      others.set(character, await bestFont(character, style, { load, language }));
    styles.set(style, { main, others, odd: oneOf(odd) });
  }
  const fontsOf = (style: FontStyle): StyleFonts => styles.get(style) ?? regular;
  return {
    main: (style) => fontsOf(style).main,
    isPlain: (style, text) => fontsOf(style).odd?.test(text) !== true,
    fontFor(style, character) {
      const { main, others } = fontsOf(style);
      return others.get(character) ?? (has(main, character) ? main : undefined);
    },
  };
}

function has(font: Font, character: string): boolean {
  return font.glyphOf(character.codePointAt(0) ?? 0) > 0;
}

/** Whether a character is not simply a glyph of this font in one cell: it is another's, has other cells, or is composed. */
function isOdd(character: string, font: Font): boolean {
  if (!has(font, character) || isBlank(character) || isOfScript(character)) return true;
  return characterCells(character) !== 1 || character.normalize('NFC') !== character;
}

function oneOf(characters: readonly string[]): RegExp | undefined {
  if (characters.length === 0) return undefined;
  const codes = characters.map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  return new RegExp(`[${codes.join('')}]`, 'u');
}

async function loadMain(load: FontLoader, style: FontStyle): Promise<Font> {
  const font = await load(COURIER_PRIME, style);
  if (font === undefined) throw missingMain();
  return font;
}

/** The font of the character's script, so that no word is mixed of two; Courier Prime has a few Greek letters too. */
async function bestFont(
  character: string,
  style: FontStyle,
  { load, language }: { readonly load: FontLoader; readonly language: string },
): Promise<Font | undefined> {
  for (const family of scriptFonts(character, language).packages) {
    const font = await load(family, style);
    if (font !== undefined && font.glyphOf(character.codePointAt(0) ?? 0) > 0) return font;
  }
  return undefined;
}

/** By the styles in use: the characters that are not printable ASCII, as they stand and composed with their accents. */
function unusualCharacters(pages: readonly Page[]): ReadonlyMap<FontStyle, ReadonlySet<string>> {
  const styles = new Map<FontStyle, Set<string>>();
  for (const { lines } of pages)
    for (const { runs } of lines)
      for (const run of runs) {
        const style = fontStyle(run);
        const characters = styles.get(style) ?? new Set();
        styles.set(style, characters);
        const unusual = run.text.match(UNUSUAL);
        if (unusual === null) continue;
        for (const character of unusual) characters.add(character);
        for (const character of run.text.normalize('NFC').match(UNUSUAL) ?? []) characters.add(character);
      }
  return styles;
}

const UNUSUAL = /[^ -~]/gu;

function missingMain(): ScriptGenError {
  return new ScriptGenError({
    code: 'config/invalid',
    message: `The font package ${COURIER_PRIME.name} is not installed.`,
    hint: `Run: npm install ${COURIER_PRIME.name}`,
  });
}
