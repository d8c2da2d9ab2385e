import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Page, PlacedLine, TextRun } from '../layout/page.ts';
import type { Canvas } from './canvas.ts';
import { printPdf } from './print.ts';

/** A folder where `@expo-google-fonts/cousine` and `noto-sans-jp` are installed, for the test that prints other scripts. */
const FONTS = process.env['SCRIPTGEN_TEST_FONTS'] ?? '';
const hasFonts = existsSync(`${FONTS}/node_modules/@expo-google-fonts/noto-sans-jp`);
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const hasQpdf = spawnSync('qpdf', ['--version']).error === undefined;

test('a document has its pages, its fonts as subsets, and what it says about itself', async () => {
  const file = read(await print(script, { title: 'The (Keepers) \\', author: 'Zoë', keywords: ['a', 'b'] }));
  expect(file.count('/Type/Page/')).toBe(3);
  expect(file.find('/Type/Pages')).toContain('/Count 3');
  for (const font of ['Regular', 'Bold', 'Italic', 'BoldItalic'])
    expect(file.text).toMatch(new RegExp(`/TrueType/BaseFont/[A-Z]{6}\\+CourierPrime-${font}/`));
  expect(file.find('/Producer')).toContain('/Title (The \\(Keepers\\) \\\\)');
  expect(file.find('/Producer')).toContain('/Author <feff005a006f00eb>/Keywords (a, b)');
  expect(file.find('/Type/Catalog')).toContain('/Lang (en)');
  expect(file.find('/Type/Catalog')).toContain('/DisplayDocTitle true');
  expect(file.streams.join()).toContain('<rdf:li xml:lang="x-default">The (Keepers) \\</rdf:li>');
});

test('only the styles that are used are embedded', async () => {
  const file = read(await print([page([line('plain')])]));
  expect(file.count('/FontFile2')).toBe(1);
});

test('the same pages give the same bytes, with no date unless one is given', async () => {
  const [first, second] = [await print(script), await print(script)];
  expect(Buffer.compare(first, second)).toBe(0);
  expect(read(first).text).not.toContain('Date');
  const dated = read(await print(script, { creationDate: new Date('2026-11-22T12:00:00.5Z') }));
  expect(dated.text).toContain('/CreationDate (D:20261122120000Z)');
  expect(dated.streams.join()).toContain('<xmp:CreateDate>2026-11-22T12:00:00Z</xmp:CreateDate>');
  await expect(print(script, { creationDate: new Date('never') })).rejects.toThrow(/valid date/);
});

test('every scene heading has an entry in the outline that leads to its place', async () => {
  const { objects, text } = read(await print(script));
  const entries = [...objects.values()].filter((object) => object.includes('/XYZ'));
  expect(entries.map((entry) => /\/Title (\S.*?)\/Parent/.exec(entry)?.[1])).toEqual([
    '(INT. HOUSE - DAY)',
    '<feff004500580054002e002000430041004600c9>',
  ]);
  expect(entries[0]).toContain('/XYZ null 720 null');
  expect(text).toMatch(/\/Type\/Outlines\/First \d+ 0 R\/Last \d+ 0 R\/Count 2/);
});

test('a viewer calls pages what the script calls them', async () => {
  const named = ['1', '2', '12A', '13', '14', null].map((label) => ({ ...page([]), label }));
  const labels = /\/Nums(\[.*?\])>>/.exec(read(await print(named)).find('/Type/Catalog'))?.[1];
  expect(labels).toBe('[0<</S/D/St 1>>2<</P (12A)>>3<</S/D/St 13>>5<<>>]');
});

test('paper has the colour of its revision, unless that is not wanted', async () => {
  const blue = [{ ...page([line('x')]), color: '#FF0000' }];
  expect(read(await print(blue)).streams.join()).toContain('1 0 0 rg 0 0 612 792 re f');
  expect(read(await print(blue, { pageColors: false })).streams.join()).not.toContain('re f');
});

test('an underline runs on under words in several styles, and a strike has the colour of its words', async () => {
  const runs = [run('a', { underline: true }), run('b', { underline: true, bold: true }), run('c')];
  const struck = run('d', { strike: true, color: '#0000FF' });
  const drawing = read(await print([page([{ ...line(''), runs: [...runs, struck] }])])).streams.join();
  expect([...drawing.matchAll(/^.* re f$/gm)].map(([area]) => area)).toEqual([
    expect.stringMatching(/^108 [\d.]+ 14.4 [\d.]+ re f$/),
    expect.stringMatching(/^0 0 1 rg 129.6 [\d.]+ 7.2 [\d.]+ re f$/),
  ]);
});

test('a speech that goes on overleaf is one paragraph, and two people at once are read one after the other', async () => {
  const said = [line('left', 'speech', 108), line('right', 'speech', 338), line('more left', 'speech', 108)];
  const file = read(await print([page([...said, line('(MORE)', 'more')]), page([line('overleaf', 'speech', 108)])]));
  const paragraphs = [...file.objects.values()].filter((object) => object.startsWith('<</S/P/'));
  expect(paragraphs.map((object) => /\/K.*$/.exec(object)?.[0])).toEqual([
    expect.stringMatching(/^\/K\[0 2 <<\/Type\/MCR\/Pg \d+ 0 R\/MCID 0>>\]>>$/),
    '/K 1>>',
  ]);
});

test('what is said at the right is read after all that is said at the left, before the next block', async () => {
  const said = [line('right', 'speech', 338), line('left', 'speech', 108), line('aside', 'parenthetical', 108)];
  const next = { ...line('next'), block: 1 };
  const file = read(await print([page([...said, next])]));
  const order = /\/K\[(.*?)\]/.exec(file.find('/S/Document'))?.[1]?.match(/\d+(?= 0 R)/g) ?? [];
  expect(order.map((ref) => /\/K (\d)/.exec(file.objects.get(Number(ref)) ?? '')?.[1])).toEqual(['1', '2', '0', '3']);
});

test('a document that is not tagged has no structure', async () => {
  const [tagged, bare] = [read(await print(script)), read(await print(script, { tagged: false }))];
  expect([tagged, bare].map(({ text }) => text.includes('/StructTreeRoot'))).toEqual([true, false]);
  expect(bare.streams.join()).not.toContain('MCID');
});

test('a line of Windows-1252 is shown with a byte for each character, and one below the other without saying where', async () => {
  const lines = [line('“She (waits) — \\ déjà” …'), line('below', 'action', 108, 84), line('aside', 'action', 144, 96)];
  const drawing = read(await print([page(lines)])).streams[0] ?? '';
  expect(drawing).toContain('108 710.625 Td (\x93She \\(waits\\) \x97 \\\\ d\xe9j\xe0\x94 \x85 )Tj');
  expect(drawing).toContain('\nT* (below )Tj');
  expect(drawing).toContain('36 -12 Td (aside )Tj');
});

test('the same run may stand twice in a line', async () => {
  const word = run('ab');
  const drawing = read(await print([page([{ ...line(''), runs: [word, run('c', { bold: true }), word] }])])).streams;
  expect(drawing[0]).toMatch(/14\.4 0 Td \(c\)Tj\n\/F1 12 Tf 7\.2 0 Td \(ab \)Tj/);
});

test('other characters of the same font are shown with two bytes, from the same subset', async () => {
  const file = read(await print([page([line('plain'), line('Łódź', 'action', 108, 84)])]));
  expect(['/Subtype/TrueType', '/Subtype/Type0', '/FontFile2'].map(file.count)).toEqual([1, 1, 1]);
  expect(file.find('/Type/FontDescriptor')).toContain('/Flags 33/');
  expect(file.streams.join()).toContain('<0141>');
  const only = read(await print([page([line('Łódź')])]));
  expect(['/Subtype/TrueType', '/Subtype/Type0', '/Flags 5/'].map(only.count)).toEqual([0, 1, 1]);
});

test('a character without a glyph is a question mark for each of its cells, and a note says which package has it', async () => {
  const written: string[] = [];
  const canvas: Canvas = {
    startPage: () => undefined,
    startPart: () => undefined,
    write: (text) => written.push(text),
    fill: () => undefined,
    bookmark: () => undefined,
    finish: async () => new Uint8Array(),
  };
  const text = 'e\u0301 \u6f22\u6f22! \u{1F3AC} a\u200db\u00a0c\td\ud800 \u0416';
  const { notes } = await printPdf([page([line(text)])], { canvas: async () => canvas });
  expect(written.join('')).toBe('é ????! ?? ab c d? ?');
  expect(notes.map(({ rule }) => rule)).toEqual(['pdf/missing-glyph']);
  expect(notes[0]?.message).toContain(
    'East Asian: U+6F22 漢 (2 times); other: U+1F3AC 🎬, U+D800; Cyrillic: U+0416 Ж.',
  );
  expect(notes[0]?.fix).toBe('npm install @expo-google-fonts/noto-sans-jp @expo-google-fonts/cousine');
});

test('what a missing sign stands for can still be copied', async () => {
  expect(read(await print([page([line('漢')])])).streams.join()).toContain('/ActualText<feff6f22>');
});

test('Han characters ask for the fonts of the language', async () => {
  for (const [language, font] of [
    ['zh-TW', 'tc'],
    ['zh', 'sc'],
    ['ko', 'kr'],
    ['ja', 'jp'],
  ] as const) {
    const { notes } = await printPdf([page([line('漢')])], { language });
    expect(notes[0]?.fix).toBe(`npm install @expo-google-fonts/noto-sans-${font}`);
  }
});

test('a script without pages is a document of one empty page', async () => {
  expect(read(await print([])).find('/Type/Pages')).toContain('/Count 1');
});

test('no text breaks a document', { timeout: 60_000 }, async () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    fc.constantFrom('\\', '()', '\ud800', '\u0000\r\n', 'x'.repeat(10_000)),
  );
  await fc.assert(
    fc.asyncProperty(strange, fc.boolean(), async (text, bold) => {
      const runs = [run(text, { bold, underline: true, color: text }), run(text, { italic: true })];
      const bytes = await print([page([{ ...line(''), runs, element: 'sceneHeading' }])], {
        title: text,
        author: text,
      });
      if (hasQpdf) expectSound(bytes);
      expect(read(bytes).find('/Type/Pages')).toContain('/Count 1');
    }),
    { numRuns: 25 },
  );
});

test('places that are no numbers, and lines of ten thousand characters, do not break a document', async () => {
  const lines = [line('a', 'action', Number.NaN), line('b', 'action', 1e300), line('x’y'.repeat(10_000))];
  const file = read(await print([{ ...page(lines), width: Number.POSITIVE_INFINITY }]));
  expect(file.streams.join()).not.toMatch(/NaN|Infinity|e\+/);
});

test.skipIf(!hasPoppler)('text is found again as it was written, each word whole (needs pdftotext)', async () => {
  const words = 'She waits, “really”. Ça va? (brackets) \\ — 漢';
  const text = pdfToText(
    await print([page([line('INT. CAFÉ - NIGHT', 'sceneHeading'), line(words, 'action', 108, 84)])]),
  );
  expect(
    text
      .trim()
      .split('\n')
      .map((each) => each.trim()),
  ).toEqual(['INT. CAFÉ - NIGHT', words]);
});

test.skipIf(!hasPoppler)('text that needs both kinds of font is found again, too (needs pdftotext)', async () => {
  const words = ['Zażółć (gęślą) \\ jaźń — “naïve”', 'then plain (again)', 'Łódź'];
  const lines = words.map((text, index) => line(text, 'action', 108, 72 + index * 12));
  expect(pdfToText(await print([page(lines)])).match(/\S.*\S/g)).toEqual(words);
});

test.skipIf(!hasPoppler)('every character stands in a cell of 7.2 points (needs pdftotext)', async () => {
  const boxes = pdfToText(await print([page([line(`${'x'.repeat(50)} end`)])]), '-bbox');
  const [, left] = /xMin="([\d.]+)"[^>]*>end</.exec(boxes) ?? [];
  expect(Number(left)).toBeCloseTo(108 + 51 * 7.2, 2);
});

test.skipIf(!hasQpdf)('a sound file, says a program that checks files (needs qpdf)', async () => {
  expectSound(await print(script, { title: 'The Keepers' }));
});

test.skipIf(!hasFonts)(
  'other scripts are printed where their fonts are installed (needs fonts in SCRIPTGEN_TEST_FONTS)',
  async () => {
    const words = 'Привет Ελληνικά שלום 日本語 𠮟 → ok';
    const { bytes, notes } = await printPdf([page([line(words)])], { fontFolders: [FONTS] });
    expect(notes.map(({ rule }) => rule)).toEqual(['pdf/no-shaping']);
    const file = read(bytes);
    expect(file.text).toMatch(/[A-Z]{6}\+Cousine-Regular/);
    expect(file.text).toMatch(/[A-Z]{6}\+NotoSansJP-Regular/);
    // Beyond U+FFFF a character is two units of UTF-16.
    expect(file.streams.join()).toContain('<d842df9f>');
    if (hasPoppler)
      for (const word of ['Привет', 'Ελληνικά', '日本語', '𠮟', 'ok']) expect(pdfToText(bytes)).toContain(word);
  },
);

const script: readonly Page[] = [
  {
    ...page([{ ...line('', 'title'), runs: [run('THE KEEPERS', { bold: true, underline: true })] }]),
    number: null,
    label: null,
  },
  page([
    line('INT. HOUSE - DAY', 'sceneHeading'),
    {
      ...line('', 'action', 108, 96),
      runs: [run('She '), run('waits', { italic: true }), run('!', { bold: true, italic: true })],
      block: 1,
    },
  ]),
  page([{ ...line('EXT. CAFÉ', 'sceneHeading'), block: 2 }]),
];

function page(lines: readonly PlacedLine[]): Page {
  return { number: 1, label: '1', width: 612, height: 792, lines };
}

function line(text: string, element: PlacedLine['element'] = 'action', x = 108, y = 72): PlacedLine {
  return { x, y, runs: [run(text)], element, block: 0 };
}

function run(text: string, style: Partial<TextRun> = {}): TextRun {
  return { text, bold: false, italic: false, underline: false, ...style };
}

async function print(...call: Parameters<typeof printPdf>): Promise<Uint8Array> {
  return (await printPdf(...call)).bytes;
}

/** A file read back: its objects, also those that are packed together, and its streams as they were before they were made smaller. */
function read(bytes: Uint8Array) {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  const streams: string[] = [];
  for (const match of file.matchAll(/(\d+) 0 obj\n(<<.*>>)\nstream\n/g)) {
    const [whole, ref, entries = ''] = match;
    const from = match.index + whole.length;
    const raw = bytes.subarray(from, from + Number(/\/Length (\d+)/.exec(entries)?.[1]));
    const stream = Buffer.from(entries.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1');
    objects.set(Number(ref), entries);
    if (!entries.includes('/ObjStm')) {
      streams.push(stream);
      continue;
    }
    const first = Number(/\/First (\d+)/.exec(entries)?.[1]);
    const heads = stream.slice(0, first).trim().split(' ').map(Number);
    for (let at = 0; at < heads.length; at += 2) {
      const [start, end] = [
        first + (heads[at + 1] ?? 0),
        at + 3 < heads.length ? first + (heads[at + 3] ?? 0) : undefined,
      ];
      objects.set(heads[at] ?? 0, stream.slice(start, end).trim());
    }
  }
  const text = [...objects.values()].join('\n');
  return {
    objects,
    streams,
    text,
    find: (part: string): string => [...objects.values()].find((object) => object.includes(part)) ?? '',
    count: (part: string): number => text.split(part).length - 1,
  };
}

function pdfToText(bytes: Uint8Array, option = '-layout'): string {
  return spawnSync('pdftotext', [option, '-', '-'], { input: bytes, encoding: 'utf8' }).stdout;
}

/** Ask qpdf, which reads no file from a pipe. */
function expectSound(bytes: Uint8Array): void {
  const folder = mkdtempSync(join(tmpdir(), 'scriptgen-pdf-'));
  writeFileSync(join(folder, 'script.pdf'), bytes);
  const { status, stdout, stderr } = spawnSync('qpdf', ['--check', join(folder, 'script.pdf')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
}
