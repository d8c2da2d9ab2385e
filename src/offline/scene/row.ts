/** The manners a line is written in, in the order of a bank's columns. */
export const STYLES = ['clipped', 'soft', 'question', 'formal', 'wry'] as const;
/** One manner of saying a thing. */
export type Style = (typeof STYLES)[number];
/** One thing to say, in every manner. */
export type Row = Readonly<Record<Style, string>>;
/** Read a row from its columns between bars. A missing column is as the first. */
export function readRow(text: string): Row {
  const [clipped = '', soft = clipped, question = clipped, formal = clipped, wry = clipped] = text
    .split(' | ')
    .map((cell) => cell.trim());
  return { clipped, soft, question, formal, wry };
}
