import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseFountain } from '../fountain/parse.ts';
import { plainText } from '../inline/inline.ts';
import type { Block, Screenplay, TitleEntry } from '../tree.ts';
import { isFdx } from './is-fdx.ts';
import { parseFdx } from './parse.ts';
import { printFdx } from './print.ts';

const folders = ['wildwinter/tests', 'screenplain/tests-files'].map((folder) => join('../shared/corpus', folder));
const files = folders.flatMap((folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.fdx'))
        .map((name) => join(folder, name))
    : [],
);

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

/** What a script says, without ids, places and looks. */
function said(script: Screenplay): unknown {
  return script.children.map(saidBlock);
}

function saidBlock(block: Block): unknown {
  if (block.type === 'dualDialogue') return [block.type, saidBlock(block.left), saidBlock(block.right)];
  if (block.type === 'dialogue') {
    return [block.type, block.name, block.extensions, block.parts.map(({ type, text }) => [type, plainText(text)])];
  }
  if (!('text' in block)) return [block.type];
  return [block.type, plainText(block.text), block.type === 'sceneHeading' ? block.number : undefined];
}

function unnumbered(script: Screenplay): Screenplay {
  return {
    ...script,
    children: script.children.map((block) => {
      if (block.type !== 'sceneHeading') return block;
      const { number: _, ...rest } = block;
      return rest;
    }),
  };
}

// The files are no part of the project: they are third-party test data beside it.
describe.skipIf(files.length === 0)('files written by Final Draft, Fade In and other programs', () => {
  test.each(files)('%s is written back byte for byte, also with a byte order mark and CR LF', (file) => {
    const text = read(file);
    for (const variant of [text, `\uFEFF${text}`, text.replace(/\r?\n/g, '\r\n')]) {
      const { screenplay, notes } = parseFdx(variant);
      expect(isFdx(variant)).toBe(true);
      expect(notes).toEqual([]);
      expect(printFdx(screenplay)).toEqual({ text: variant, notes: [] });
    }
  });

  test.each(files)('%s says the same when it is written anew without its source', (file) => {
    const { source: _, ...script } = parseFdx(read(file)).screenplay;
    const again = parseFdx(printFdx(script).text).screenplay;
    expect(said(again)).toEqual(said(script));
    expect(again.titlePage).toEqual(script.titlePage);
    expect(again.production).toEqual(script.production);
    expect(again.children.map(({ id }) => id)).toEqual(script.children.map(({ id }) => id));
  });

  test.each(files)('%s: no words of its paragraphs are dropped', (file) => {
    const text = read(file);
    const { children } = parseFdx(text).screenplay;
    const content = text.slice(text.indexOf('<Content>'), text.indexOf('</Content>'));
    const words = [...content.matchAll(/<Text[^>]*>([^<]*)</g)].flatMap(
      ([, found = '']) => found.match(/\p{L}+/gu) ?? [],
    );
    const kept =
      JSON.stringify(children.map(saidBlock))
        .replaceAll('\\n', ' ')
        .match(/\p{L}+/gu) ?? [];
    for (const word of words.filter((found) => found !== 'apos')) expect(kept).toContain(word);
  });

  test.each(files.filter((file) => existsSync(file.replace(/\.fdx$/, '.fountain'))))(
    '%s says what its Fountain twin says',
    (file) => {
      const twin = parseFountain(read(file.replace(/\.fdx$/, '.fountain'))).screenplay;
      const { screenplay } = parseFdx(read(file));
      const numbered = twin.children.some((block) => block.type === 'sceneHeading' && block.number !== undefined);
      expect(said(numbered ? screenplay : unnumbered(screenplay))).toEqual(said(twin));
      if (twin.titlePage === null) return;
      // The twin says Author and leaves out the credit line.
      const entries = screenplay.titlePage?.entries.filter(({ key }) => key !== 'Credit') ?? [];
      const sorted = (all: readonly TitleEntry[]): readonly TitleEntry[] =>
        all.toSorted((a, b) => (a.key < b.key ? -1 : 1));
      expect(sorted(entries)).toEqual(sorted(twin.titlePage.entries));
    },
  );
});
