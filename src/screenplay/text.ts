/** Every character that ends a line anywhere: CR LF, CR, LF, vertical tab, form feed, next line, line and paragraph separator. */
const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;

/** Control characters, the byte order mark and halves of surrogate pairs: nothing a page can show. */
const UNPRINTABLE = /[\p{Cc}\uFEFF\p{Surrogate}]/gu;

/** Bring any text to lines that end in `\n`, with a tab as four spaces and without unprintable characters. Linear in its length. */
export function cleanText(text: string): string {
  return text
    .replace(LINE_END, '\n')
    .replaceAll('\t', '    ')
    .replace(UNPRINTABLE, (found) => (found === '\n' ? found : ''));
}

/** Clean text and put it on one line, with one space for every run of white space. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/**
 * Hide the start of a boneyard: a slash and a star in writing become `/\*`, which reads the same on a page.
 * Without this a later star and slash would make everything between them disappear.
 */
export function hideBoneyard(text: string): string {
  return text.replaceAll('/*', '/\\*');
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

/** Split lines into the groups that stand between blank lines. */
export function paragraphs(lines: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let open = false;
  for (const line of lines) {
    if (isBlank(line)) {
      open = false;
    } else if (open) {
      groups.at(-1)?.push(line);
    } else {
      groups.push([line]);
      open = true;
    }
  }
  return groups;
}
