/** Every character that ends a line anywhere: CR LF, CR, LF, vertical tab, form feed, next line, line and paragraph separator. */
const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;

/** Whether there is anything to clean at all; true for every surrogate, also for those in pairs. */
const UNCLEAN = /[^ -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\uffff]/;

/** The same, for text that may hold line feeds. */
const UNCLEAN_LINES = /[^\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\uffff]/;

/**
 * Bring any text to lines that end in `\n`, with a tab as four spaces and without what no page can show: control
 * characters, the byte order mark and halves of surrogate pairs. Linear in its length.
 */
export function cleanText(text: string): string {
  if (!UNCLEAN_LINES.test(text)) return text;
  return text
    .replace(LINE_END, '\n')
    .replaceAll('\t', '    ')
    .replace(/[\p{Cc}\uFEFF\p{Surrogate}]/gu, (found) => (found === '\n' ? found : ''));
}

/** Clean text that stands on one line: as {@link cleanText}, with a space for what ends a line. */
export function printable(line: string): string {
  return UNCLEAN.test(line) ? cleanText(line).replaceAll('\n', ' ') : line;
}

/** Clean text and put it on one line, with one space for every run of white space. */
export function oneLine(text: string): string {
  const clean = cleanText(text);
  return /^\s|\s$|\s\s|[^\S ]/.test(clean) ? clean.replace(/\s+/g, ' ').trim() : clean;
}

/** Whether a line shows nothing. */
export function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** Drop the characters at the end of a text that are among `characters`. A loop, because such a pattern takes quadratic time. */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Drop blank lines at both ends. */
export function trimBlankLines(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => !isBlank(line));
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1);
}
