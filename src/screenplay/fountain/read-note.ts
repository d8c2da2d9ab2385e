import type { NoteBlock } from '../tree.ts';
import { isEmptyLine } from './line.ts';

/** The block and the line after it; or no block, and the line up to which no other note can begin either. */
export type NoteReading =
  | { readonly block: NoteBlock; readonly next: number }
  | { readonly block: undefined; readonly noneBefore: number };

/**
 * Read a note that stands alone from the line with index `at`, which begins with `[[`.
 *
 * No block when text follows its `]]` on the line, or an empty line comes before the `]]`.
 * Two spaces make a blank line inside a note.
 */
export function readNote(lines: readonly string[], at: number): NoteReading {
  const texts: string[] = [];
  for (let next = at; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (isEmptyLine(line)) return { block: undefined, noneBefore: next };
    const text = next === at ? line.trim().slice(2) : line;
    const close = text.indexOf(']]');
    if (close < 0) {
      texts.push(text);
    } else {
      if (text.slice(close + 2).trim() !== '') return { block: undefined, noneBefore: next };
      return { block: { type: 'note', text: [...texts, text.slice(0, close)].join('\n') }, next: next + 1 };
    }
  }
  return { block: undefined, noneBefore: lines.length };
}
