import type { InlineRun, SpanStyle } from '../inline/inline.ts';
import type { TextRun } from './page.ts';

/** What an element puts on all of its text. */
export interface ElementStyle {
  readonly capitals?: true | undefined;
  readonly italic?: true | undefined;
  readonly underline?: true | undefined;
}

/**
 * A run in the style of its element, which may belong to a revision set as a whole. Capitals are those of Unicode: `ß`
 * has none of its own there and becomes `SS`, as on a typewriter.
 */
export function styledRun(
  { text, bold, italic, underline, span }: InlineRun,
  style: ElementStyle,
  elementRevision: number = 0,
): TextRun {
  const revision = Math.max(span?.revision ?? 0, elementRevision);
  const run: TextRun = {
    text: style.capitals || span?.capitals ? text.toUpperCase() : text,
    bold,
    italic: italic || style.italic === true,
    underline: underline || style.underline === true,
  };
  // As plain runs are made, so that V8 reads both as values of one shape.
  if (span === undefined && revision === 0) return run;
  return { ...run, ...(span && lookOf(span)), ...(revision === 0 ? {} : { revision }) };
}

function lookOf({
  strike,
  color,
  background,
  tags,
}: SpanStyle): Omit<TextRun, 'text' | 'bold' | 'italic' | 'underline'> {
  return {
    ...(strike === undefined ? {} : { strike }),
    ...(color === undefined ? {} : { color }),
    ...(background === undefined ? {} : { background }),
    ...(tags === undefined ? {} : { tags }),
  };
}
