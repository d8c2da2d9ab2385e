import { type InlineRun, inlineLines } from '../inline/inline.ts';
import { sameValue } from '../same.ts';
import type { TitleEntry, TitlePage } from '../tree.ts';
import { markedText } from './marked-text.ts';
import { isBlankRuns, readText } from './read-text.ts';
import { readRuns } from './text-run.ts';
import { textRuns } from './text-runs.ts';
import { fileLines, type TitleLine } from './title-words.ts';
import { element, writeRuns } from './write-paragraph.ts';
import { childOf, childrenOf, type XmlElement } from './xml.ts';

/** Where a title page is written to say of a paragraph what Final Draft has no word for. */
const KEY = 'TitlePageKey';

/** Keys whose lines stand in the middle of the page. */
const CENTERED = new Set(['Title', 'Credit', 'Author', 'Authors', 'Source']);

/** Empty lines above a title: it stands a third of the page down. Final Draft's own title page has 16 of them. */
const ABOVE = 16;
const BELOW = 16;

/** One line of an entry and the paragraph it stands in. */
interface TitleSource {
  readonly entry: number;
  readonly paragraph: XmlElement;
}

/** A title page and where its entries stand. */
export interface ReadTitlePage {
  readonly page: TitlePage | null;
  readonly sources: readonly TitleSource[];
}

/** Read the free paragraphs of a title page into entries. */
export function readTitlePage(root: XmlElement | undefined): ReadTitlePage {
  const lines = titleLines(childOf(childOf(root, 'TitlePage'), 'Content'));
  const { entries, places } = fileLines(lines);
  return {
    page: entries.length === 0 ? null : { entries },
    sources: lines.map(({ paragraph }, index) => ({ entry: places[index] ?? 0, paragraph })),
  };
}

interface PlacedLine extends TitleLine {
  readonly paragraph: XmlElement;
}

function titleLines(content: XmlElement | undefined): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  let apart = true;
  for (const paragraph of childrenOf(content, 'Paragraph')) {
    const runs = readRuns(paragraph);
    if (isBlankRuns(runs)) {
      apart = true;
      continue;
    }
    const { [KEY]: key, Alignment: alignment } = paragraph.attributes;
    const text = readText(key === undefined ? withoutLook(runs) : runs).fields.text;
    for (const line of text.split('\n')) {
      if (line.trim() === '') apart = true;
      else {
        lines.push({
          text: line.trim(),
          centered: alignment === 'Center',
          apart,
          paragraph,
          ...(key === undefined ? {} : { key }),
        });
        apart = false;
      }
    }
  }
  return lines;
}

/** A title is underlined as a whole by the templates of most programs: that is its look, not its words. */
function withoutLook(runs: readonly InlineRun[]): readonly InlineRun[] {
  const worded = runs.filter(({ text }) => text.trim() !== '');
  const all = (style: 'bold' | 'underline'): boolean => worded.every((run) => run[style]);
  return runs.map((run) => ({ ...run, bold: run.bold && !all('bold'), underline: run.underline && !all('underline') }));
}

/**
 * Write the content of a title page. Lines are told apart by where they stand; where that would be read as something
 * else, an attribute names the key.
 */
export function writeTitleContent({ entries }: TitlePage, indent: string): string {
  const plain = paragraphsOf(entries, indent, false);
  return element('Content', [], needsKeys(entries) ? paragraphsOf(entries, indent, true) : plain, indent);
}

/** Whether entries would be read back as others without their keys. */
function needsKeys(entries: readonly TitleEntry[]): boolean {
  const marked = entries.some(({ lines }) => lines.some((line) => !isPlain(line)));
  return marked || !sameValue(fileLines(layOut(entries).map(({ line }) => line)).entries, entries);
}

/** Whether a line has no style, and is said the same way when it is read back. */
function isPlain(line: string): boolean {
  const { runs } = textRuns(line);
  const styled = inlineLines(line).some((all) => all.some((run) => run.bold || run.italic || run.underline));
  return !styled && markedText(runs).text === line;
}

interface LaidLine {
  readonly line: TitleLine;
  readonly entry: TitleEntry;
}

function layOut(entries: readonly TitleEntry[]): readonly LaidLine[] {
  return entries.flatMap((entry) =>
    entry.lines.map((text, index) => ({
      entry,
      line: { text, centered: CENTERED.has(entry.key), apart: index === 0 },
    })),
  );
}

function paragraphsOf(entries: readonly TitleEntry[], indent: string, keyed: boolean): readonly string[] {
  const written: string[] = Array.from({ length: ABOVE }, () => paragraph([], true, undefined, indent));
  let wasCentered = true;
  for (const { line, entry } of layOut(entries)) {
    if (line.apart && written.length > ABOVE) {
      const blank = wasCentered && !line.centered ? BELOW : 1;
      for (let count = 0; count < blank; count += 1) written.push(paragraph([], line.centered, undefined, indent));
    }
    wasCentered = line.centered;
    written.push(paragraph(textRuns(line.text).runs, line.centered, keyed ? entry.key : undefined, indent));
  }
  return written;
}

function paragraph(runs: readonly InlineRun[], centered: boolean, key: string | undefined, indent: string): string {
  const inner = `${indent}  `;
  const attributes = [
    ['Alignment', centered ? 'Center' : 'Left'],
    [KEY, key],
  ] as const;
  return element('Paragraph', attributes, runs.length === 0 ? [] : writeRuns(runs, `${inner}  `), inner);
}
