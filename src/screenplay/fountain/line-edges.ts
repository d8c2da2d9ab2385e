import { printable } from '../text.ts';

/** A text cut into lines, by where each begins and where it ends before its end mark: LF, CRLF or CR. */
export interface CutText {
  readonly text: string;
  readonly begins: readonly number[];
  readonly ends: readonly number[];
  /** Whether there is nothing in it that {@link printable} would change. */
  readonly isClean: boolean;
}

/** Cut a text into lines. A byte order mark at its start is in none. */
export function cutLines(text: string): CutText {
  const begins = [text.startsWith('\ufeff') ? 1 : 0];
  const ends: number[] = [];
  let cr = text.indexOf('\r');
  let lf = text.indexOf('\n');
  while (cr >= 0 || lf >= 0) {
    const end = cr >= 0 && (lf < 0 || cr < lf) ? cr : lf;
    const next = end + (end === cr && lf === cr + 1 ? 2 : 1);
    ends.push(end);
    begins.push(next);
    if (cr >= 0 && cr < next) cr = text.indexOf('\r', next);
    if (lf >= 0 && lf < next) lf = text.indexOf('\n', next);
  }
  ends.push(text.length);
  return { text, begins, ends, isClean: !UNCLEAN.test(text) };
}

/** What a line may hold that {@link printable} changes, and every surrogate, also those in pairs. */
const UNCLEAN = /[^\r\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\uffff]/;

/** A stretch of a text as it is read: without control characters, tabs as four spaces. */
export function cleanSlice({ text, isClean }: CutText, from: number, to: number): string {
  return isClean ? text.slice(from, to) : printable(text.slice(from, to));
}

/** Whether a line ends a note or a dialogue: blank, and not the two spaces that stand for a blank line. True behind the last one. */
export function isEmptyAt(cut: CutText, index: number): boolean {
  const begin = cut.begins[index];
  const end = cut.ends[index];
  if (begin === undefined || end === undefined || begin === end) return true;
  if (cut.isClean && end - begin > 1) return false;
  const line = cleanSlice(cut, begin, end);
  return line.length < 2 && line.trim() === '';
}
