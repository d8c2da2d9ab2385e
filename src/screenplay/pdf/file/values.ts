import { ScriptGenError } from '../../../core/error.ts';
import { escaped } from '../latin.ts';

/** Numbers further out than this are on no paper. */
const FARTHEST = 1e6;

/** A number in whole thousandths, which is as exact as a PDF needs it. What is no number is 0. */
export function thousandths(value: number): number {
  if (value > FARTHEST) return FARTHEST * 1000;
  return value < -FARTHEST ? FARTHEST * -1000 : Math.round(value * 1000) || 0;
}

/** A number as a PDF writes it: three decimals, no exponent. What is no number is 0. */
export function pdfNumber(value: number): string {
  return String(thousandths(value) / 1000);
}

/** A text for people, such as a title (ISO 32000-2, 7.9.2.2): plain where it is ASCII, otherwise UTF-16. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${escaped(text)})`;
  return `<feff${utf16Hex(text)}>`;
}

/** UTF-16 as hexadecimal digits, high byte first. Half a surrogate pair becomes U+FFFD. */
export function utf16Hex(text: string): string {
  return Array.from(wellFormed(text), (character) =>
    Array.from({ length: character.length }, (_, unit) =>
      character.charCodeAt(unit).toString(16).padStart(4, '0'),
    ).join(''),
  ).join('');
}

/** A text in which no half of a surrogate pair stands alone: U+FFFD takes its place. */
export function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}

/** A moment as a PDF writes it, in Coordinated Universal Time. Throws `input/invalid` for an invalid date. */
export function pdfDate(date: Date): string {
  return `(D:${isoDate(date).replace(/[-:T]/g, '')})`;
}

/** A moment to the second: `2026-11-22T12:00:00Z`. Throws `input/invalid` for an invalid date. */
export function isoDate(date: Date): string {
  if (Number.isNaN(date.getTime()))
    throw new ScriptGenError({
      code: 'input/invalid',
      message: 'The creation date of a PDF must be a valid date.',
      hint: 'Leave creationDate out, or give a valid Date.',
    });
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A `#RRGGBB` colour as three PDF numbers; `undefined` for anything else. */
export function pdfColor(color: string | undefined): string | undefined {
  if (color === undefined || !/^#[0-9a-f]{6}$/i.test(color)) return undefined;
  return [1, 3, 5].map((at) => pdfNumber(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ');
}
