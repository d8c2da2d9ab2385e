import type { SpanStyle } from '../inline/inline.ts';
import type { TextSpan } from '../tree.ts';

/** The styles that spans lay over a text, to be asked from its beginning to its end. */
interface SpanStyles {
  /** What the spans over a place say together; the same object all through a stretch. */
  readonly at: (place: number) => SpanStyle | undefined;
  /** The marks of what was taken out, up to a place and including it; each is given once. */
  readonly marksUpTo: (place: number) => readonly SpanStyle[];
}

interface Stretch {
  readonly from: number;
  readonly style: SpanStyle | undefined;
}

/** Flatten spans into stretches that do not overlap; of two spans that differ, the later one in the list holds. */
export function spanStyles(spans: readonly TextSpan[]): SpanStyles {
  const stretches = flatten(spans.filter(({ from, to }) => from < to));
  const marks = spans.filter(({ from, to }) => from >= to).toSorted((a, b) => a.from - b.from);
  let mark = 0;
  return {
    at: (place) => {
      let low = 0;
      let high = stretches.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((stretches[middle]?.from ?? 0) <= place) low = middle + 1;
        else high = middle;
      }
      return stretches[low - 1]?.style;
    },
    marksUpTo: (place) => {
      const found: SpanStyle[] = [];
      for (let next = marks[mark]; next !== undefined && next.from <= place; next = marks[mark]) {
        found.push(styleOf(next));
        mark += 1;
      }
      return found;
    },
  };
}

function flatten(spans: readonly TextSpan[]): readonly Stretch[] {
  const edges = spans
    .flatMap((span, index) => [
      { place: span.from, index, span },
      { place: span.to, index, span: undefined },
    ])
    .toSorted((a, b) => a.place - b.place);
  const active = new Map<number, TextSpan>();
  const stretches: Stretch[] = [];
  for (let next = 0; next < edges.length; ) {
    const place = edges[next]?.place ?? 0;
    for (let edge = edges[next]; edge?.place === place; edge = edges[next]) {
      if (edge.span === undefined) active.delete(edge.index);
      else active.set(edge.index, edge.span);
      next += 1;
    }
    const over = [...active].toSorted(([a], [b]) => a - b).map(([, span]) => styleOf(span));
    stretches.push({ from: place, style: over.length === 0 ? undefined : Object.assign({}, ...over) });
  }
  return stretches;
}

function styleOf({ from: _, to: __, ...style }: TextSpan): SpanStyle {
  return style;
}
