import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { TextRun } from '../layout/page.ts';
import { readCoverage } from './coverage.ts';

/** A style of Courier Prime. */
export type FontStyle = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** A font file and what it can show. */
export interface Font {
  readonly style: FontStyle;
  readonly bytes: Uint8Array;
  /** Whether the font has a glyph for a code point. */
  readonly covers: (codePoint: number) => boolean;
}

/** The four styles of Courier Prime. */
export type FontFamily = Readonly<Record<FontStyle, Font>>;

const FILES: Readonly<Record<FontStyle, string>> = {
  regular: '400Regular/CourierPrime_400Regular.ttf',
  bold: '700Bold/CourierPrime_700Bold.ttf',
  italic: '400Regular_Italic/CourierPrime_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/CourierPrime_700Bold_Italic.ttf',
};

/** Read Courier Prime from its package. */
export async function loadCourierPrime(): Promise<FontFamily> {
  const [regular, bold, italic, boldItalic] = await Promise.all([
    loadFont('regular'),
    loadFont('bold'),
    loadFont('italic'),
    loadFont('boldItalic'),
  ]);
  return { regular, bold, italic, boldItalic };
}

/** Which style shows a run. */
export function fontStyle({ bold, italic }: TextRun): FontStyle {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}

async function loadFont(style: FontStyle): Promise<Font> {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/courier-prime/${FILES[style]}`);
  const bytes = await readFile(path);
  return { style, bytes, covers: readCoverage(bytes) };
}
