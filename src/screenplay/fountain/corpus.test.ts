import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { plainText } from '../inline/inline.ts';
import type { Block, Dialogue } from '../tree.ts';
import { DEVIATIONS } from './fixtures/deviations.ts';
import { parseFountain } from './parse.ts';
import { printFountain } from './print.ts';

/*
 * Cases that others wrote, read from a folder beside the repository. They are no part of it: without that folder the
 * tests are skipped. A case that is decided otherwise here stands in `fixtures/deviations.ts` and in docs/formats.md.
 */
const CORPUS = resolve('../shared/corpus');
const PLAYS = resolve('../shared/data/plays');
const here = existsSync(CORPUS);

/** What a paragraph is, and its words with single spaces. */
type Paragraph = readonly [kind: string, words: string];

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function said({ name, extensions, parts }: Dialogue): readonly Paragraph[] {
  const told = extensions.filter((extension) => !/^cont['’]d$/i.test(extension)).map((extension) => ` (${extension})`);
  return [['cue', words(name + told.join(''))], ...parts.map(({ type, text }): Paragraph => [type, words(text)])];
}

/** A script as others list it; neighbouring actions are one, because they are told apart nowhere else. */
function paragraphs(text: string): readonly Paragraph[] {
  return merged(parseFountain(text).screenplay.children.flatMap(listed));
}

function listed(block: Block): readonly Paragraph[] {
  switch (block.type) {
    case 'dialogue':
      return said(block);
    case 'dualDialogue':
      return [...said(block.left), ...said(block.right)];
    case 'pageBreak':
      return [['pageBreak', '']];
    case 'note':
    case 'boneyard':
      return [];
    case 'sceneHeading':
      return [[block.type, words(`${block.text} ${block.number === undefined ? '' : `#${block.number}#`}`)]];
    case 'action':
    case 'lyrics':
    case 'transition':
    case 'centered':
    case 'shot':
    case 'actBreak':
    case 'general':
    case 'section':
    case 'synopsis':
      return [[block.type, words(block.text)]];
  }
}

function merged(list: readonly Paragraph[]): readonly Paragraph[] {
  const result: Paragraph[] = [];
  for (const [kind, text] of list) {
    const last = result.at(-1);
    if (kind === 'action' && text === '') continue;
    if (last?.[0] === kind && (kind === 'action' || kind === 'centered' || kind === 'speech' || kind === 'lyrics'))
      result[result.length - 1] = [kind, words(`${last[1]} ${text}`)];
    else result.push([kind, text]);
  }
  return result;
}

function withoutNotes(list: readonly Paragraph[]): readonly Paragraph[] {
  return merged(list.map(([kind, text]) => [kind, words(text.replace(/\[\[[\s\S]*?\]\]|\/\*[\s\S]*?\*\//g, ''))]));
}

/** Either the case holds, or it is listed as decided otherwise, and then it must not hold. */
function judged(name: string, check: () => void): void {
  if (name in DEVIATIONS) expect(check, `${name} holds: take it off the list`).toThrow();
  else check();
}

describe.skipIf(!here)('the cases of Jouvence (skipped without the shared corpus)', () => {
  const KINDS: Readonly<Record<string, string>> = {
    '!': 'action',
    '.': 'sceneHeading',
    '@': 'cue',
    '=': 'speech',
    _: 'parenthetical',
    '~': 'lyrics',
    '>': 'transition',
    '#': 'section',
    '+': 'synopsis',
  };
  const folder = join(CORPUS, 'jouvence/tests');
  const cases = here
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.yaml'))
        .flatMap((file) =>
          readFileSync(join(folder, file), 'utf8')
            .split(/^---$/m)
            .filter((part) => part.trim() !== '')
            .map((part, index) => {
              const found: { in: string; title?: Record<string, string>; out: string[] } = parseYaml(part);
              return { name: `jouvence/${file.replace(/^test_|\.yaml$/g, '')} ${index + 1}`, ...found };
            }),
        )
    : [];

  test('all 46 are there', () => expect(cases).toHaveLength(46));
  test.each(cases)('$name', ({ name, in: text, title, out }) => {
    const expected = merged(
      out.map((line): Paragraph => {
        if (line === '<pagebreak>') return ['pageBreak', ''];
        if (line.startsWith('!><')) return ['centered', words(line.slice(3))];
        const kind = KINDS[line.charAt(0)] ?? '';
        const inside = kind === 'parenthetical' ? line.slice(2, -1) : line.slice(1);
        return [kind, words(inside)];
      }),
    );
    judged(name, () => {
      expect(withoutNotes(paragraphs(text))).toEqual(expected);
      const entries = parseFountain(text).screenplay.titlePage?.entries ?? [];
      if (title === undefined) expect(entries).toEqual([]);
      else
        expect(
          Object.fromEntries(entries.map(({ key, lines }) => [key.toLowerCase(), words(lines.join(' '))])),
        ).toEqual(Object.fromEntries(Object.entries(title).map(([key, value]) => [key, words(value)])));
    });
  });
});

describe.skipIf(!here)('the dumps of screenplay-tools (skipped without the shared corpus)', () => {
  const KINDS: Readonly<Record<string, string>> = {
    ACTION: 'action',
    HEADING: 'sceneHeading',
    CHARACTER: 'cue',
    DIALOGUE: 'speech',
    PARENTHETICAL: 'parenthetical',
    LYRIC: 'lyrics',
    TRANSITION: 'transition',
    SECTION: 'section',
    SYNOPSIS: 'synopsis',
    PAGEBREAK: 'pageBreak',
    TITLEENTRY: 'titleEntry',
  };
  const folder = join(CORPUS, 'wildwinter/tests');
  const cases = here
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.txt') && existsSync(join(folder, sourceOf(file))))
        .filter((file) => !file.includes('Unmerged') && !file.startsWith('Formatted'))
        .map((file) => ({ name: `wildwinter/${file.replace('.txt', '')}`, file }))
    : [];

  function sourceOf(file: string): string {
    return file.replace(/(-Merged|-Unmerged)?\.txt$/, '.fountain');
  }

  test('there are some', () => expect(cases.length).toBeGreaterThan(13));
  test.each(cases)('$name', ({ name, file }) => {
    const dump = readFileSync(join(folder, file), 'utf8');
    const expected = merged(
      [...dump.matchAll(/^([A-Z]+):"([\s\S]*?)"((?: "[^"\n]*")?)((?: \([^)\n]*\))?)(?: tags:.*)?$/gm)]
        .filter(([, kind]) => kind !== 'NOTE' && kind !== 'BONEYARD' && kind !== 'TITLEENTRY')
        .map(([, kind = '', text = '', more = '', mark = '']): Paragraph => {
          const shown = text.replace(/\[\[\d+\]\]|\/\*\d+\*\//g, '');
          const number = kind === 'HEADING' && mark !== '' ? ` #${mark.slice(2, -1)}#` : '';
          const named = kind === 'CHARACTER' && /[a-z]/i.test(more) ? ` ${more.replace(/["]/g, '').trim()}` : '';
          const centered = mark === ' (centered)' ? 'centered' : (KINDS[kind] ?? kind);
          return [centered, words(shown + number + named)];
        })
        .filter(([kind, text]) => kind === 'pageBreak' || text !== ''),
    );
    judged(name, () => {
      expect(withoutNotes(paragraphs(readFileSync(join(folder, sourceOf(file)), 'utf8')))).toEqual(expected);
    });
  });

  test('wildwinter/Formatted', () => {
    const text = readFileSync(join(folder, 'Formatted.fountain'), 'utf8');
    const expected = readFileSync(join(folder, 'Formatted.txt'), 'utf8').replace(/<[^>]+>/g, '');
    judged('wildwinter/Formatted', () =>
      expect(text.split('\n').map(plainText).join('\n').trim()).toBe(expected.trim()),
    );
  });
});

describe.skipIf(!here)('the files of screenplain (skipped without the shared corpus)', () => {
  const folder = join(CORPUS, 'screenplain/tests-files');
  const cases = here
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.html'))
        .map((file) => ({ name: `screenplain/${file.replace('.html', '')}`, file }))
    : [];

  test('there are 15 with a page', () => expect(cases.length).toBeGreaterThanOrEqual(15));
  test.each(cases)('$name', ({ name, file }) => {
    const shown = readFileSync(join(folder, file), 'utf8')
      .replace(/<br ?\/>|<\/(p|div|h\d|span)>/g, '\n')
      .replace(/<[^>]+>/g, '')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    const text = readFileSync(join(folder, file.replace('.html', '.fountain')), 'utf8');
    const ours = parseFountain(text).screenplay.children.flatMap((block): readonly string[] => {
      if (block.type === 'sceneHeading') return [`${block.number ?? ''} ${block.text}${block.number ?? ''}`];
      if (block.type === 'transition') return [block.text.toUpperCase()];
      return listed(block).map(([kind, line]) => plainText(kind === 'parenthetical' ? `(${line})` : line));
    });
    judged(name, () => expect(words(ours.join(' '))).toBe(words(shown)));
  });
});

describe.skipIf(!here)('every file of the corpus and every play (skipped without them)', () => {
  const files = (folder: string): readonly string[] =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((file) => /\.\w+$/.test(file))
          .map((file) => join(folder, file))
      : [];
  test.each([...files(CORPUS), ...files(PLAYS)])('%s is printed as it stood', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(printFountain(parseFountain(text).screenplay) === text).toBe(true);
    const { source: _, ...script } = parseFountain(text).screenplay;
    const again = parseFountain(printFountain(script)).screenplay;
    expect(again.children.map(({ position: __, ...block }) => block)).toEqual(
      script.children.map(({ position: __, ...block }) => block),
    );
  });
});
