import type { TextSpan } from '../tree.ts';
import { diffWords } from './words.ts';

/** A text of a draft, and what its stretches carry. */
export interface SpannedText {
  readonly text: string;
  readonly spans?: readonly TextSpan[];
}

/**
 * Mark what changed in a text with a revision: a span over every stretch of new words, and one of no length where
 * words were taken out and none put in. Older marks stay where nothing changed; a text without a change comes back.
 */
export function reviseText<Value extends SpannedText>(before: string, after: Value, revision: number): Value {
  const fresh: TextSpan[] = [];
  let at = 0;
  let removed = false;
  const close = (): void => {
    if (removed) fresh.push({ from: at, to: at, revision });
    removed = false;
  };
  for (const { type, text } of diffWords(before, after.text)) {
    if (type === 'removed') {
      removed = true;
      continue;
    }
    if (type === 'kept') close();
    else fresh.push({ from: at, to: at + text.length, revision });
    removed = false;
    at += text.length;
  }
  close();
  return withMarks(after, fresh);
}

/** Mark that something was taken out at a place in a text; where it is new from or up to there, that says it. */
export function markRemoved<Value extends SpannedText>(value: Value, at: number, revision: number): Value {
  const isMarked = value.spans?.some((span) => span.revision === revision && span.from <= at && at <= span.to);
  return isMarked ? value : withMarks(value, [{ from: at, to: at, revision }]);
}

/** Take all marks of revisions out of a text that belongs to one as a whole. */
export function withoutMarks<Value extends SpannedText>(value: Value): Value {
  if (value.spans === undefined) return value;
  const left = value.spans.flatMap((span) => unmarked(span));
  return left.length === 0 ? without(value, 'spans') : { ...value, spans: left };
}

function withMarks<Value extends SpannedText>(value: Value, fresh: readonly TextSpan[]): Value {
  if (fresh.length === 0) return value;
  const spans = [...(value.spans ?? []).flatMap((span) => outside(span, fresh)), ...fresh];
  return { ...value, spans: spans.toSorted((a, b) => a.from - b.from || Number(isPlace(b)) - Number(isPlace(a))) };
}

/** A span with its revision only where no new mark lies. `fresh` is in order and lies nowhere twice. */
function outside(span: TextSpan, fresh: readonly TextSpan[]): readonly TextSpan[] {
  if (span.revision === undefined) return [span];
  if (isPlace(span)) return isCovered(fresh, span.from) ? [] : [span];
  const pieces: TextSpan[] = [];
  let at = span.from;
  for (let next = firstBehind(fresh, span.from); next < fresh.length; next += 1) {
    const mark = fresh[next];
    if (mark === undefined || mark.from >= span.to) break;
    if (mark.from === mark.to) continue;
    if (mark.from > at) pieces.push({ ...span, from: at, to: mark.from });
    const to = Math.min(mark.to, span.to);
    for (const piece of unmarked({ ...span, from: Math.max(at, mark.from), to })) pieces.push(piece);
    at = to;
  }
  return at < span.to ? [...pieces, { ...span, from: at }] : pieces;
}

/** Whether a place where something was taken out before lies inside a new mark, or is one. */
function isCovered(fresh: readonly TextSpan[], place: number): boolean {
  const mark = fresh[firstBehind(fresh, place - 1)];
  return mark !== undefined && (mark.from < place || mark.from === mark.to) && mark.from <= place && place <= mark.to;
}

/** The index of the first mark that ends behind a place. */
function firstBehind(fresh: readonly TextSpan[], place: number): number {
  let low = 0;
  let high = fresh.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fresh[middle]?.to ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A span without its revision; none when it carries nothing else. */
function unmarked(span: TextSpan): readonly TextSpan[] {
  const { revision: _, ...rest } = span;
  return Object.keys(rest).length > 2 && rest.from < rest.to ? [rest] : [];
}

/** Whether a span marks where something was taken out. */
function isPlace({ from, to }: TextSpan): boolean {
  return from === to;
}

/** A value without one of its fields. */
function without<Value extends object>(value: Value, field: string): Value {
  const copy = { ...value };
  Reflect.deleteProperty(copy, field);
  return copy;
}
