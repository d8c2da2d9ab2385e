import type { TextRun } from '../../layout/page.ts';

/** A style of a font family. */
export type FontStyle = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** Which style shows a run. */
export function fontStyle({ bold, italic }: TextRun): FontStyle {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}
