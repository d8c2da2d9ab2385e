import type { Note } from '../../core/note.ts';

/**
 * Say where the first character stands that no page shows and that stays in the source alone, and how many there are:
 * tabs, line ends and the byte order mark aside. No note when there is none.
 */
export function unprintableNotes(text: string): readonly Note[] {
  let first: RegExpExecArray | undefined;
  let count = 0;
  for (const found of text.matchAll(/(?![\t\r\n])[\p{Cc}\p{Surrogate}]|(?<!^)\uFEFF/gu)) {
    first ??= found;
    count += 1;
  }
  if (first === undefined) return [];
  const before = text.slice(0, first.index).split(/\r\n|[\r\n]/);
  const code = (first[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const others = count === 1 ? '' : `, and ${count - 1} more`;
  return [
    {
      rule: 'fountain/unprintable',
      severity: 'minor',
      message: `A character that no page shows is left out of the script: U+${code}${others}.`,
      fix: 'Delete it.',
      line: before.length,
      column: (before.at(-1)?.replace(/^\ufeff/, '').length ?? 0) + 1,
    },
  ];
}
