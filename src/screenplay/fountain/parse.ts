import type { Note } from '../../core/note.ts';
import { normalizeTitlePage } from '../normalize.ts';
import { cleanText, isBlank } from '../text.ts';
import type { Screenplay, TitlePage } from '../tree.ts';
import { dropBoneyards } from './boneyard.ts';
import { beginsTitlePage, isIndented, titleEntry } from './line.ts';
import { readBlocks } from './read-blocks.ts';

/** A screenplay that was read, and what there is to say about its text. */
export interface ParsedFountain {
  /** In normal form, without ids. */
  readonly screenplay: Screenplay;
  readonly notes: readonly Note[];
}

/**
 * Read Fountain 1.1. Any text is a screenplay: nothing throws, and time grows with the length of the text.
 *
 * Emphasis marks, escapes and notes inside a line stay in the text. Boneyards are dropped with a note.
 */
export function parseFountain(text: string): ParsedFountain {
  const boneyards = dropBoneyards(cleanText(text));
  const lines = boneyards.text.split('\n');
  const { page, length } = readTitlePage(lines);
  const { blocks, notes } = readBlocks(lines, length);
  return {
    screenplay: { type: 'screenplay', titlePage: normalizeTitlePage(page), children: blocks },
    notes: [...boneyardNotes(boneyards), ...notes],
  };
}

function boneyardNotes({
  dropped,
  unclosed,
}: {
  readonly dropped: number;
  readonly unclosed: boolean;
}): readonly Note[] {
  const notes: Note[] = [];
  if (dropped > 0) {
    const message = `${dropped === 1 ? 'A boneyard was' : `${dropped} boneyards were`} left out.`;
    notes.push({ rule: 'fountain/boneyard-dropped', severity: 'info', message });
  }
  if (unclosed) {
    const message = 'A boneyard is opened and never closed; its text stays in the script.';
    notes.push({
      rule: 'fountain/boneyard-unclosed',
      severity: 'minor',
      message,
      fix: 'Close it with a star and a slash.',
    });
  }
  return notes;
}

function readTitlePage(lines: readonly string[]): { readonly page: TitlePage | null; readonly length: number } {
  const [first, second] = lines;
  if (first === undefined || !beginsTitlePage(first, second)) return { page: null, length: 0 };
  const entries: { readonly key: string; readonly lines: string[] }[] = [];
  let length = 0;
  for (const line of lines) {
    if (isBlank(line)) break;
    length += 1;
    const entry = isIndented(line) ? undefined : titleEntry(line);
    if (entry === undefined) entries.at(-1)?.lines.push(line);
    else entries.push({ key: entry.key, lines: [entry.value] });
  }
  return { page: { entries }, length };
}
