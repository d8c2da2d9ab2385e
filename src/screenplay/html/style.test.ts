import { expect, test } from 'vitest';
import { PALETTES } from './palette.ts';
import { READ_STYLE } from './read-style.ts';
import { sheetStyle } from './sheet-style.ts';

const PAIRS = [
  ['ink', 'paper'],
  ['ink', 'panel'],
  ['ink', 'marked'],
  ['quiet', 'paper'],
  ['quiet', 'panel'],
  ['quiet', 'marked'],
  ['link', 'paper'],
  ['link', 'panel'],
  ['link', 'marked'],
] as const;

test.each(['light', 'dark'] as const)('in the %s theme every text stands out from what is behind it', (theme) => {
  const palette = PALETTES[theme];
  for (const [text, behind] of PAIRS)
    expect(contrast(palette[text], palette[behind]), `${text} on ${behind}`).toBeGreaterThanOrEqual(4.5);
});

test('contrast is counted as the guidelines count it', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test.each([READ_STYLE, sheetStyle({ width: 612, height: 792 })])('a style loads nothing and is whole', (style) => {
  expect(style).not.toMatch(/url\(|@import|@font-face|[<&]|https?:/);
  expect(style.split('{').length).toBe(style.split('}').length);
});

test('every colour that a style asks for is in the palette', () => {
  const asked = [...READ_STYLE.matchAll(/var\(--(\w+)\)/g)].map(([, name]) => name);
  expect(new Set(asked)).toEqual(new Set(Object.keys(PALETTES.light)));
});

/** Contrast ratio (WCAG 2.2, "contrast ratio" and "relative luminance"). */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
