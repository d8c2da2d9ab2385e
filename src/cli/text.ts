import { stripVTControlCharacters } from 'node:util';

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as people count them. The segmenter takes 10 ms to make: only a text that needs one pays. */
function graphemes(text: string): Iterable<{ readonly segment: string }> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/**
 * Make a text safe to print in one line: no escape sequences, control or direction marks, no line breaks.
 *
 * Names and headings come from models and from people, and must not be able to steer a terminal.
 */
export function oneLine(text: string): string {
  const safe = isAscii(text)
    ? text
    : stripVTControlCharacters(text).replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
  return safe.replace(/ +/g, ' ').trim();
}

/** Whether there is nothing but letters, marks and spaces of ASCII. V8 takes half a millisecond to make a pattern that asks Unicode for more. */
function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** Make a text of many lines safe to print: as {@link oneLine}, but line breaks, tabs and spaces stay. */
export function safeLines(text: string): string {
  return stripVTControlCharacters(text).replace(/(?![\n\t])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

/** The terminal cells a text takes; it must hold no escape sequences. */
export function cellsOf(text: string): number {
  if (isAscii(text)) return text.length;
  let cells = 0;
  for (const { segment } of graphemes(text)) cells += widthOf(segment);
  return cells;
}

/** Cut a text to so many cells, the last of them `…` when something was lost. */
export function cut(text: string, cells: number): string {
  if (cellsOf(text) <= cells) return text;
  if (cells <= 0) return '';
  let kept = '';
  let taken = 0;
  for (const { segment } of graphemes(text)) {
    taken += widthOf(segment);
    if (taken > cells - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Cut or fill a text to exactly so many cells, at the left or the right edge. */
export function fill(text: string, cells: number, side: 'left' | 'right' = 'left'): string {
  const short = cut(text, cells);
  const space = ' '.repeat(Math.max(0, cells - cellsOf(short)));
  return side === 'left' ? short + space : space + short;
}

/** Break a text at spaces into lines of at most so many cells; a longer word keeps a line of its own. */
export function wrap(text: string, cells: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && cellsOf(line) + 1 + cellsOf(word) > cells) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function widthOf(grapheme: string): number {
  if (/^\p{M}/u.test(grapheme)) return 0;
  return isWide(grapheme) ? 2 : 1;
}

/** Whether terminals draw it two cells wide: East Asian Width W and F, and emoji (Unicode Standard Annex #11). */
function isWide(grapheme: string): boolean {
  return /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}])/u.test(
    grapheme,
  );
}
