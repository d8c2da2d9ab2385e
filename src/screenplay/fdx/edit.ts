import type { XmlElement } from './xml.ts';

/** A change to a text: what stands from `from` to `to` becomes `text`. Edits of one text do not overlap. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Apply edits to the part of a text from `from` to `to`. Insertions at one place keep their order. */
export function applyEdits(source: string, edits: readonly Edit[], from = 0, to = source.length): string {
  const pieces: string[] = [];
  let at = from;
  for (const edit of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    pieces.push(source.slice(at, edit.from), edit.text);
    at = edit.to;
  }
  return pieces.join('') + source.slice(at, to);
}

/** Take an element out with the white space before it. */
export function cut(source: string, element: XmlElement): Edit {
  let from = element.from;
  while (from > 0 && /\s/.test(source.charAt(from - 1))) from -= 1;
  return { from, to: element.to, text: '' };
}

/** The white space a line begins with that holds `at`, when nothing else stands between; else `fallback`. */
export function indentAt(source: string, at: number, fallback: string): string {
  let line = at;
  while (line > 0 && ' \t'.includes(source.charAt(line - 1))) line -= 1;
  return line > 0 && '\r\n'.includes(source.charAt(line - 1)) ? source.slice(line, at) : fallback;
}
