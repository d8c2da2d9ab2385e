import { expect, test } from 'vitest';
import { action, dialogue, heading, screenplay, titlePage } from '../build.ts';
import { layoutScreenplay } from '../layout/layout.ts';
import type { Canvas } from './canvas.ts';
import { printPdf } from './print.ts';

const script = screenplay(
  titlePage({ title: '**The Keepers**' }),
  heading('int. house - day'),
  action('She *waits*, ***really***. _Here._'),
  dialogue('Mara', 'Ça va, 漢! 🎬 e\u0301'),
);

test('the same pages give the same bytes', async () => {
  const pages = layoutScreenplay(script);
  const first = await printPdf(pages, { title: 'The Keepers', author: 'A. Writer' });
  const second = await printPdf(pages, { title: 'The Keepers', author: 'A. Writer' });
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
});

test('a document has its fonts, its outline and what it says about itself', async () => {
  const { bytes } = await printPdf(layoutScreenplay(script), { title: 'The Keepers' });
  const text = Buffer.from(bytes).toString('latin1');
  expect(text.startsWith('%PDF-1.7')).toBe(true);
  for (const font of ['Regular', 'Bold', 'Italic', 'BoldItalic'])
    expect(text).toMatch(new RegExp(`[A-Z]{6}\\+CourierPrime-${font}`));
  expect(text).toContain('(ScriptGen)');
  expect(text).toContain('(The Keepers)');
  expect(text).toContain('/Title (INT. HOUSE - DAY)');
  expect(text).not.toContain('Helvetica');
});

test('a character without a glyph is a question mark for each of its cells, and is named', async () => {
  const written: string[] = [];
  const canvas: Canvas = {
    startPage: () => undefined,
    write: (text) => written.push(text),
    bookmark: () => undefined,
    finish: async () => new Uint8Array(),
  };
  const { notes } = await printPdf(layoutScreenplay(script), { canvas: async () => canvas });
  expect(written.at(-1)).toBe('Ça va, ??! ?? é');
  expect(notes.map(({ rule }) => rule)).toEqual(['pdf/missing-glyph']);
  expect(notes[0]?.message).toContain('U+6F22 漢 (1), U+1F3AC 🎬 (1)');
});

test('a script without pages is a document of one empty page', async () => {
  const { bytes } = await printPdf([]);
  expect(Buffer.from(bytes).toString('latin1')).toContain('/Count 1');
});
