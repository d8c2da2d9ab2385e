import type { NoteBlock } from '../tree.ts';
import { readColor, writeColor } from './color.ts';
import { readRuns } from './text-run.ts';
import { runsText } from './text-runs.ts';
import { element } from './write-paragraph.ts';
import { childOf, childrenOf, type XmlElement } from './xml.ts';
import { escapeText } from './xml-write.ts';

/** Places of the script as Final Draft counts them: the characters of its paragraphs, and one behind each. */
export interface PlaceRange {
  readonly from: number;
  readonly to: number;
}

/** A script note and what it is about. */
export interface ReadNote {
  readonly block: NoteBlock;
  readonly element: XmlElement;
  /** `undefined` when it says no range that can be read. */
  readonly range: PlaceRange | undefined;
}

/** Read the script notes of a document that have words. */
export function readScriptNotes(root: XmlElement | undefined): readonly ReadNote[] {
  return childrenOf(childOf(root, 'ScriptNotes'), 'ScriptNote').flatMap((note) => {
    const lines = childrenOf(note, 'Paragraph').map((paragraph) => runsText(readRuns(paragraph)));
    const { Name: name = '', WriterName: author = '', Color: color, Range: range } = note.attributes;
    const text = lines.join('\n').trim() || name.trim();
    if (text === '') return [];
    const shade = readColor(color);
    const block: NoteBlock = {
      type: 'note',
      text,
      ...(author.trim() === '' ? {} : { author: author.trim() }),
      ...(shade === undefined || shade === '#000000' ? {} : { color: shade }),
    };
    return [{ block, element: note, range: readRange(range) }];
  });
}

/** Write a script note on lines of its own; the first is not indented. */
export function writeScriptNote(
  { text, author, color }: Omit<NoteBlock, 'type'>,
  range: PlaceRange,
  indent: string,
): string {
  const lines = text.split('\n').map((line) => {
    const inner = `${indent}  `;
    return element('Paragraph', [], [`<Text>${escapeText(line)}</Text>`], inner);
  });
  const attributes = [
    ['Color', writeColor(color)],
    ['Range', `${range.from},${range.to}`],
    ['WriterName', author],
  ] as const;
  return element('ScriptNote', attributes, lines, indent);
}

function readRange(value: string | undefined): PlaceRange | undefined {
  const found = /^\s*(\d{1,12})\s*,\s*(\d{1,12})\s*$/.exec(value ?? '');
  const from = Number(found?.[1] ?? -1);
  const to = Number(found?.[2] ?? -1);
  return found === null || to < from ? undefined : { from, to };
}
