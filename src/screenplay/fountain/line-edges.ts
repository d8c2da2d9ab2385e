import { printable } from '../text.ts';

/** A text cut into lines by their end marks: LF, CRLF or CR. */
export interface CutText {
  readonly text: string;
  /** Its lines as they are read: without end marks and control characters, tabs as four spaces. */
  readonly lines: readonly string[];
  /** Where each line begins in the text. */
  readonly begins: readonly number[];
  /** Whether there is nothing in it that {@link printable} would change. */
  readonly isClean: boolean;
}

/** Cut a text into lines. A byte order mark at its start is in none. */
export function cutLines(text: string): CutText {
  const isClean = !UNCLEAN.test(text);
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const hasCr = text.includes('\r');
  const body = start === 0 ? text : text.slice(start);
  const lines = hasCr ? body.split(/\r\n?|\n/) : body.split('\n');
  const begins = new Array<number>(lines.length);
  let begin = start;
  for (let index = 0; index < lines.length; index += 1) {
    begins[index] = begin;
    begin += (lines[index] ?? '').length + 1;
    if (hasCr && text.charCodeAt(begin - 1) === CR && text.charCodeAt(begin) === LF) begin += 1;
  }
  return { text, lines: isClean ? lines : lines.map(printable), begins, isClean };
}

const LF = 0x0a;
const CR = 0x0d;

/** What a text may hold that {@link printable} changes, and every surrogate, also those in pairs. */
const UNCLEAN = /[^\r\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\uffff]/;

/** Where a line ends, before its end mark; the end of the text for the last one. */
export function endOf({ text, begins }: CutText, index: number): number {
  const next = begins[index + 1];
  if (next === undefined) return text.length;
  return next - (text.charCodeAt(next - 2) === CR && text.charCodeAt(next - 1) === LF ? 2 : 1);
}

/** A stretch of a text on one line as it is read. */
export function cleanSlice({ text, isClean }: CutText, from: number, to: number): string {
  return isClean ? text.slice(from, to) : printable(text.slice(from, to));
}
