import type { InlineRun } from '../inline/inline.ts';
import { inlineRemarks } from '../inline/remarks.ts';
import { sameValue } from '../same.ts';
import type { TextSpan } from '../tree.ts';
import { markLine } from './mark-line.ts';

/** What Fountain's marks could not say: a style, a backslash before a mark (it is doubled), or brackets that would be a note (they are parted). */
export type Loss = 'style' | 'backslash' | 'brackets';

/** A text of the tree with its spans. */
interface MarkedText {
  readonly text: string;
  readonly spans: readonly TextSpan[];
  readonly losses: ReadonlySet<Loss>;
}

/**
 * Say styled runs in Fountain's marks: the inverse of `inlineLines`. A `\n` in a run ends a line.
 *
 * Marks close at the end of a line and open again on the next; spaces at the edge of a style stand outside its marks;
 * a character is escaped only in a line that would read otherwise without it. What runs hide stands in the text as it
 * is, unescaped and without emphasis. An empty run with a revision becomes a span of no length.
 */
export function markedText(runs: readonly InlineRun[]): MarkedText {
  if (hidesBoneyard(runs)) return assemble(partBrackets(runs), new Set(['brackets']));
  const first = assemble(runs, new Set());
  if (inlineRemarks(first.text).length === 0) return first;
  return assemble(partBrackets(runs), new Set(['brackets']));
}

function assemble(runs: readonly InlineRun[], losses: Set<Loss>): MarkedText {
  const spans: TextSpan[] = [];
  const lines: string[] = [];
  let start = 0;
  let open = false;
  for (const line of splitLines(runs)) {
    const marked = markLine(line);
    // What is hidden at the end of a line has the closing marks of that line behind it.
    if (spans.at(-1)?.hidden) open = false;
    for (const loss of marked.losses) losses.add(loss);
    line.forEach(({ text, span }, index) => {
      const place = marked.places[index];
      if (place === undefined || (text === '' && span?.revision === undefined)) return;
      const found = span === undefined ? undefined : { from: start + place.from, to: start + place.to, ...span };
      if (found !== undefined) addSpan(spans, found, open);
      open = found !== undefined && text !== '';
    });
    lines.push(marked.text);
    start += marked.text.length + 1;
  }
  return { text: lines.join('\n'), spans, losses };
}

/** Join a span to the last one when that is `open`, no words standing between, and both say the same. */
function addSpan(spans: TextSpan[], span: TextSpan, open: boolean): void {
  const last = spans.at(-1);
  const joins = open && last !== undefined && span.from < span.to;
  if (joins && sameValue({ ...last, from: 0, to: 0 }, { ...span, from: 0, to: 0 })) {
    spans[spans.length - 1] = { ...last, to: span.to };
  } else {
    spans.push(span);
  }
}

/** Runs line by line. */
function splitLines(runs: readonly InlineRun[]): readonly (readonly InlineRun[])[] {
  const lines: InlineRun[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '' || run.text === '') lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines;
}

/** Whether a slash and a star stand together where no escape can part them. */
function hidesBoneyard(runs: readonly InlineRun[]): boolean {
  let last = '';
  return runs.some(({ text, span }) => {
    const before = last;
    last = text.at(-1) ?? last;
    return span?.hidden === true && (text.includes('/*') || (before === '/' && text.startsWith('*')));
  });
}

/** Put a space between brackets, and between slash and star in what is hidden, so that they begin no note and no boneyard. */
function partBrackets(runs: readonly InlineRun[]): readonly InlineRun[] {
  let last = '';
  return runs.map((run) => {
    if (run.text === '') return run;
    const { hidden } = run.span ?? {};
    const parted = run.text.replace(/\[(?=\[)/g, '[ ').replace(/\/(?=\*)/g, hidden ? '/ ' : '/');
    const meets = (last === '[' && parted.startsWith('[')) || (hidden && last === '/' && parted.startsWith('*'));
    last = parted.at(-1) ?? last;
    return { ...run, text: meets ? ` ${parted}` : parted };
  });
}
