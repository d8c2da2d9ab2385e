import type { Screenplay } from '../tree.ts';

/** A place in a text; both from 1 on. */
export interface Place {
  readonly line?: number;
  readonly column?: number;
}

const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;

/**
 * The line and column of some words of a block in the Fountain text it was read from. Words that are not found as they
 * stand, and a source that is no Fountain, give the first line of the block; a block without a position, nothing.
 */
export function locate({ children, source }: Screenplay, block: number | undefined, quote: string | undefined): Place {
  const position = block === undefined ? undefined : children[block]?.position;
  if (position === undefined) return {};
  if (source?.format !== 'fountain' || quote === undefined) return { line: position.line };
  const text = source.text.slice(position.offset, position.endOffset);
  const at = text.indexOf(quote);
  if (at < 0) return { line: position.line };
  const ends = [...text.slice(0, at).matchAll(LINE_END)];
  const last = ends.at(-1);
  const lineStart =
    last === undefined ? firstLineStart(source.text, position.offset) : position.offset + last.index + last[0].length;
  return { line: position.line + ends.length, column: position.offset + at - lineStart + 1 };
}

/** Where the line begins that an offset stands in: a block may be indented. */
function firstLineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\r\n\v\f\u0085\u2028\u2029]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}
