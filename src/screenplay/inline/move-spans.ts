import type { TextSpan } from '../tree.ts';

/**
 * The spans of a text that was changed in one place: those before and behind the change stay with their words, those
 * over it reach as far as what is left. A span that lay over words that are all gone goes.
 */
export function movedSpans(spans: readonly TextSpan[], before: string, after: string): readonly TextSpan[] {
  if (spans.length === 0) return spans;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let foot = 0;
  while (
    foot < most - head &&
    before.charCodeAt(before.length - 1 - foot) === after.charCodeAt(after.length - 1 - foot)
  )
    foot += 1;
  const end = after.length - foot;
  const place = (at: number): number => {
    if (at <= head) return at;
    return at >= before.length - foot ? at + after.length - before.length : Math.min(at, end);
  };
  return spans
    .map((span) => ({ ...span, from: place(span.from), to: Math.max(place(span.from), place(span.to)) }))
    .filter((span, index) => span.to > span.from || spans[index]?.from === spans[index]?.to);
}

/** The spans over a piece of a text, from the unit `from` up to, not including, `to`, as spans of that piece. */
export function slicedSpans(spans: readonly TextSpan[], from: number, to: number): readonly TextSpan[] {
  return spans
    .filter((span) => (span.from === span.to ? span.from >= from && span.from <= to : span.from < to && span.to > from))
    .map((span) => ({
      ...span,
      from: Math.max(span.from, from) - from,
      to: Math.min(span.to, to) - from,
    }));
}
