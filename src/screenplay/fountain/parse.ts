import type { Note } from '../../core/note.ts';
import { madeNormal } from '../normal-form.ts';
import { normalizeTitlePage } from '../normalize.ts';
import { isBlank } from '../text.ts';
import type { Screenplay, TitlePage } from '../tree.ts';
import { readBlocks } from './read-blocks.ts';
import { type Lines, positionOf, sourceLines } from './source-line.ts';
import { beginsTitlePage, isIndented, titleEntry } from './title-line.ts';
import { unprintableNotes } from './unprintable.ts';

/** A screenplay that was read, and what there is to say about its text. */
export interface ParsedFountain {
  /** In normal form, with ids and positions unless it was to be bare, and the text as its source. */
  readonly screenplay: Screenplay;
  readonly notes: readonly Note[];
}

/** How Fountain is read. */
export interface FountainOptions {
  /** Whether blocks get neither ids nor positions, which pages do not show: it is faster. They do get them unless told. */
  readonly bare?: boolean;
}

/**
 * Read Fountain 1.1. Any text is a screenplay: nothing throws, and time grows with the length of the text.
 *
 * Nothing of the text is lost: {@link printFountain} gives it back byte for byte. Emphasis marks, escapes, and notes
 * and boneyards inside a line stay in the text of their block.
 */
export function parseFountain(text: string, { bare = false }: FountainOptions = {}): ParsedFountain {
  const { lines, unclosed, isClean } = sourceLines(text);
  const { page, length } = readTitlePage(lines);
  const { blocks, notes } = readBlocks(lines, length, bare);
  return {
    screenplay: {
      type: 'screenplay',
      titlePage: normalizeTitlePage(page),
      children: madeNormal(blocks),
      source: { format: 'fountain', text },
    },
    notes: [
      ...(isClean ? [] : unprintableNotes(text)),
      ...(unclosed === undefined ? [] : [unclosedBoneyard(unclosed)]),
      ...notes,
    ],
  };
}

function unclosedBoneyard(place: { readonly line: number; readonly column: number }): Note {
  return {
    rule: 'fountain/boneyard-unclosed',
    severity: 'minor',
    message: 'A boneyard is opened and never closed; its text stays in the script.',
    fix: 'Close it with a star and a slash.',
    ...place,
  };
}

function readTitlePage(lines: Lines): { readonly page: TitlePage | null; readonly length: number } {
  const { texts } = lines;
  if (!beginsTitlePage(texts[0] ?? '', texts[1])) return { page: null, length: 0 };
  const entries: { readonly key: string; readonly lines: string[] }[] = [];
  let length = 0;
  for (let text = texts[0]; text !== undefined && !isBlank(text); text = texts[length]) {
    const entry = isIndented(text) ? undefined : titleEntry(text);
    if (entry === undefined) entries.at(-1)?.lines.push(text);
    else entries.push({ key: entry.key, lines: [entry.value] });
    length += 1;
  }
  return { page: { entries, position: positionOf(lines, 0, length - 1) }, length };
}
