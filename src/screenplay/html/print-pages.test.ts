import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textCells } from '../layout/cells.ts';
import type { LineElement, Page, PlacedLine, TextRun } from '../layout/page.ts';
import { readHtml } from './fixtures/read-html.ts';
import { printPagesHtml } from './print-pages.ts';

const anyRun: fc.Arbitrary<TextRun> = fc.record(
  {
    text: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<b>', '漢字 a', 'e\u0301a', '👨‍👩‍👧 b', 'שלום עולם.', ' \u00ad-', 'Привет'),
    ),
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.boolean(),
    strike: fc.constant(true as const),
    color: fc.constantFrom('#C00000', 'red;background:url(//x)', '"><b>'),
    background: fc.constantFrom('#FFFF00', '#FFFF0', 'expression(1)'),
  },
  { requiredKeys: ['text', 'bold', 'italic', 'underline'] },
);

const anyPage: fc.Arbitrary<Page> = fc.record(
  {
    number: fc.nat(),
    label: fc.oneof(fc.constantFrom(null, '12A', '"><b>'), fc.string({ unit: 'binary' })),
    width: fc.constant(612),
    height: fc.constant(792),
    color: fc.constantFrom('#C6EDFE', 'url(//x)', '";x'),
    lines: fc.array(
      fc.record({
        x: fc.nat(600),
        y: fc.nat(780),
        runs: fc.array(anyRun, { maxLength: 3 }),
        element: fc.constantFrom<LineElement>('cue', 'speech', 'action', 'revisionMark'),
        block: fc.integer({ min: -1, max: 3 }),
      }),
      { maxLength: 5 },
    ),
  },
  { requiredKeys: ['number', 'label', 'width', 'height', 'lines'] },
);

const STYLES = [
  /^--w:[\d.]+;--h:[\d.]+(;background:#[\dA-F]{6})?$/,
  /^--x:[\d.]+;--y:[\d.]+$/,
  /^--c:\d+$/,
  /^color:#[\dA-F]{6}$/,
  /^background:#[\dA-F]{6}$/,
  /^color:#[\dA-F]{6};background:#[\dA-F]{6}$/,
];

test('whatever stands on the pages, the document is well-formed, and no text gets into a style', () => {
  fc.assert(
    fc.property(fc.array(anyPage, { maxLength: 3 }), (pages) => {
      const elements = readHtml(printPagesHtml(pages, { title: '<i>', lang: '"' }));
      for (const { attributes } of elements) {
        const { style } = attributes;
        if (style !== undefined)
          expect(
            STYLES.some((known) => known.test(style)),
            style,
          ).toBe(true);
        expect(Object.keys(attributes).filter((key) => key.startsWith('on') || ['href', 'src'].includes(key))).toEqual(
          [],
        );
      }
      expect(elements.filter(({ name }) => name === 'article').length).toBe(pages.length);
    }),
    { numRuns: 500 },
  );
});

test('every line is there once, in its place and with its words', () => {
  fc.assert(
    fc.property(anyPage, (page) => {
      const shown = readHtml(printPagesHtml([page])).filter(({ attributes }) =>
        attributes['class']?.startsWith('line'),
      );
      const placed = page.lines.map(({ x, y, runs }) => [`--x:${x};--y:${y}`, words(runs)].join(' '));
      expect(shown.map(({ attributes, text }) => `${attributes['style']} ${text}`).toSorted()).toEqual(
        placed.toSorted(),
      );
    }),
    { numRuns: 500 },
  );
});

test('what another font may be asked for has a box as wide as its cells', () => {
  const boxes = (text: string) =>
    readHtml(printPagesHtml([page([line(108, 72, text)])]))
      .filter(({ attributes }) => attributes['class'] === 'odd')
      .map(({ text: inside, attributes }) => [inside, attributes['style']]);
  expect(boxes('Plain “words” — é…')).toEqual([]);
  expect(boxes('a 漢字 b')).toEqual([['漢字', '--c:4']]);
  expect(boxes('cafe\u0301s')).toEqual([['e\u0301', '--c:1']]);
  expect(boxes('שלום עולם.')).toEqual([['שלום עולם.', `--c:${textCells('שלום עולם.')}`]]);
});

test('of two who speak at once the left one is read first, from top to bottom', () => {
  const spoken = page([
    line(108, 60, 'Before', 'action', 0),
    line(158, 72, 'MARA', 'cue', 1),
    line(388, 72, 'EDDIE', 'cue', 1),
    line(108, 84, 'Go', 'speech', 1),
    line(338, 84, 'Stay', 'speech', 1),
    line(108, 96, 'now.', 'speech', 1),
    line(108, 120, 'After', 'action', 2),
  ]);
  const words = readHtml(printPagesHtml([spoken])).filter(({ attributes }) => attributes['class'] === 'line');
  expect(words.map(({ text }) => text)).toEqual(['Before', 'MARA', 'Go', 'now.', 'EDDIE', 'Stay', 'After']);
});

test('sheets say which page they are, have the colour of their paper and print in their size', () => {
  const html = printPagesHtml([
    { ...page([]), number: null, label: null, width: 595, height: 842 },
    { ...page([]), label: '12A', color: '#C6EDFE', width: 595, height: 842 },
  ]);
  const elements = readHtml(html);
  expect(elements.filter(({ name }) => name === 'h2').map(({ text }) => text)).toEqual(['Title page', 'Page 12A']);
  expect(elements.filter(({ name }) => name === 'article').map(({ attributes }) => attributes['style'])).toEqual([
    '--w:595;--h:842',
    '--w:595;--h:842;background:#C6EDFE',
  ]);
  expect(html).toContain('@page{size:595pt 842pt;margin:0}');
});

function page(lines: readonly PlacedLine[]): Page {
  return { number: 1, label: '1', width: 612, height: 792, lines };
}

function line(x: number, y: number, text: string, element: LineElement = 'action', block = 0): PlacedLine {
  return { x, y, runs: [{ text, bold: false, italic: false, underline: false }], element, block };
}

/** What of some runs can be shown. */
function words(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text.replace(/[^\P{Cc}\n\t]|[\p{Surrogate}\ufffe\uffff]/gu, '')).join('');
}
