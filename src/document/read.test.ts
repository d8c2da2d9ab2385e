import { truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isScriptGenError } from '../core/error.ts';
import { decodeText } from './decode.ts';
import { MOST_BYTES } from './load.ts';
import { parseDocument, readDocument } from './read.ts';
import { recognize } from './recognize.ts';

const FDX =
  '<?xml version="1.0"?><FinalDraft><Content><Paragraph Type="Action"><Text>Rain.</Text></Paragraph></Content></FinalDraft>';
const JSON_SCRIPT = '{"type": "screenplay", "titlePage": null, "children": [{"type": "action", "text": "Rain."}]}';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'scriptgen-document-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('text', () => {
  test('is the same in UTF-8 and in UTF-16 of either order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const wide = Buffer.from(`\uFEFF${text}`, 'utf16le');
        expect(decodeText(Buffer.from(text)).text).toBe(text);
        expect(decodeText(Buffer.from(wide)).text).toBe(text);
        expect(decodeText(Buffer.from(wide).swap16()).text).toBe(text);
      }),
    );
  });

  test('in UTF-8 comes back byte for byte, byte order mark included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, marked) => {
        const bytes = bytesOf(marked ? `\uFEFF${text}` : text);
        expect(bytesOf(decodeText(bytes).text)).toEqual(bytes);
      }),
    );
  });
});

describe('what a text is', () => {
  test.each([
    [FDX, 'script.fountain', 'fdx'],
    [FDX, '-', 'fdx'],
    ['<FinalDraft', 'cut-off.txt', 'fdx'],
    [JSON_SCRIPT, 'script.txt', 'json'],
    [`{"version": 1, "screenplay": ${JSON_SCRIPT}}`, 'script', 'json'],
    ['{"some": "data"}', 'data.json', 'json'],
    ['{He waits.}', 'braces.fountain', 'fountain'],
    ['INT. HOUSE - DAY', 'script.pdf', 'fountain'],
    ['INT. HOUSE - DAY', 'script.json', 'fountain'],
    ['', 'new.fountain', 'fountain'],
    ['', 'new.fdx', 'fdx'],
  ])('%j in %s', (text, name, format) => {
    expect(recognize(text, name).format).toBe(format);
  });

  test('a name that fits gives no note, another one does', () => {
    expect(recognize('Rain.', 'a.fountain').notes).toEqual([]);
    expect(recognize('Rain.', 'README').notes).toEqual([]);
    expect(recognize(FDX, 'a.v2.FDX').notes).toEqual([]);
    expect(recognize('Rain.', 'a.docx').notes).toMatchObject([{ rule: 'document/extension' }]);
  });
});

describe('a document', () => {
  test('of any bytes is a screenplay or a clear error', async () => {
    const starts = fc.constantFrom(
      '',
      '%PDF-1',
      'PK\x03\x04',
      '{"screenplay":',
      '<?xml ?>',
      '<FinalDraft>',
      '\xff\xfe',
      '{\\rtf',
    );
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
        const bytes = Buffer.concat([Buffer.from(start, 'latin1'), rest]);
        const read = await parseDocument(bytes, 'x').catch((error: unknown) => error);
        if (read instanceof Error)
          expect(isScriptGenError(read) && read.code === 'input/invalid' && read.hint).toBeTruthy();
        else expect(read).toMatchObject({ screenplay: { type: 'screenplay' } });
      }),
    );
  });

  test('that is empty says so', async () => {
    expect((await parseDocument(bytesOf(' \n'), 'x.fountain')).notes).toMatchObject([{ rule: 'document/empty' }]);
  });

  test('that says another encoding than it will be written in is changed to say UTF-8', async () => {
    const latin = FDX.replace('?>', ' encoding="ISO-8859-1"?>').replace('Rain', 'Regn p\xe5');
    const { screenplay } = await parseDocument(Buffer.from(latin, 'latin1'), 'x.fdx');
    expect(screenplay.source?.text).toContain(' encoding="UTF-8"?>');
    expect(screenplay.children).toMatchObject([{ text: 'Regn på.' }]);
  });

  test('of more than 16 MB is refused before it is read, and on standard input as soon as that is known', async () => {
    const path = join(dir, 'huge.fountain');
    writeFileSync(path, '');
    truncateSync(path, MOST_BYTES + 1);
    await expect(readDocument(path)).rejects.toMatchObject({
      code: 'input/invalid',
      message: expect.stringContaining('16 MB'),
    });
    let given = 0;
    const endless = (async function* () {
      for (;;) {
        given += 1;
        yield new Uint8Array(MOST_BYTES / 2);
      }
    })();
    await expect(readDocument('-', { stdin: endless })).rejects.toMatchObject({
      message: expect.stringContaining('16 MB'),
    });
    expect(given).toBe(3);
  });
});
