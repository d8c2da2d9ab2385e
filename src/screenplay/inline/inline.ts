import type { TextSpan } from '../tree.ts';
import { type Emphasis, emphasizedStretches, PLAIN } from './emphasis.ts';
import { isMarked } from './hide.ts';
import { inlineRemarks } from './remarks.ts';

/** What a stretch carries that Fountain has no mark for. */
export type SpanStyle = Omit<TextSpan, 'from' | 'to'>;

/** A piece of a shown line in one style. */
export interface InlineRun extends Emphasis {
  readonly text: string;
  /** Absent when no span of the block lies over it. A run without text marks where something was taken out. */
  readonly span?: SpanStyle;
}

/** A line as it is shown, and where each of its characters stood in the text. */
interface ShownLine {
  readonly text: string;
  /** Gives the place in the block's text of a place in this line. */
  readonly place: (at: number) => number;
}

/**
 * Turn the text of an element into the lines a page shows.
 *
 * Notes and boneyards are left out, and a line that held nothing else goes with them; emphasis becomes styled runs;
 * escapes become plain characters; what `spans` hide is not there.
 */
export function inlineLines(text: string, spans: readonly TextSpan[] = []): readonly (readonly InlineRun[])[] {
  if (spans.length > 0) return shownLines(text, spans).map(spannedRuns(spans));
  if (!isMarked(text)) return text.split('\n').map(emphasizedRuns);
  return shownLines(text, []).map((line) => emphasizedRuns(line.text));
}

/** The text of an element as a reader of the page sees it: without marks, notes and boneyards. */
export function plainText(text: string): string {
  if (!/[*_\\[/]/.test(text)) return text;
  return inlineLines(text)
    .map((runs) => runs.map((run) => run.text).join(''))
    .join('\n');
}

function emphasizedRuns(line: string): readonly InlineRun[] {
  const runs: InlineRun[] = [];
  for (const { from, to, bold, italic, underline } of emphasizedStretches(line)) {
    const last = runs.at(-1);
    const joins = last?.bold === bold && last.italic === italic && last.underline === underline;
    // An escape parts two stretches of one style.
    const text = (joins ? last.text : '') + line.slice(from, to);
    runs[joins ? runs.length - 1 : runs.length] = { text, bold, italic, underline };
  }
  return runs;
}

/**
 * As {@link emphasizedRuns}, cut where spans begin and end, for the lines of one text in their order. Each span is
 * looked at once for each run it lies over.
 */
function spannedRuns(spans: readonly TextSpan[]): (line: ShownLine) => readonly InlineRun[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from);
  const covering = sorted.filter(({ from, to }) => from < to);
  const deletions = sorted.filter(({ from, to }) => from === to);
  const edges = new Set(sorted.flatMap(({ from, to }) => [from, to]));
  let over: readonly TextSpan[] = [];
  let nextCovering = 0;
  let nextDeletion = 0;
  const deletedBefore = (place: number): readonly InlineRun[] => {
    const from = nextDeletion;
    while ((deletions[nextDeletion]?.from ?? Number.POSITIVE_INFINITY) <= place) nextDeletion += 1;
    return deletions.slice(from, nextDeletion).map((span) => ({ ...PLAIN, text: '', span: styleOf(span) }));
  };
  const styleAt = (place: number): Pick<InlineRun, 'span'> => {
    const from = nextCovering;
    while ((covering[nextCovering]?.from ?? Number.POSITIVE_INFINITY) <= place) nextCovering += 1;
    over = [...over, ...covering.slice(from, nextCovering)].filter(({ to }) => to > place);
    return over.length === 0 ? {} : { span: Object.assign({}, ...over.map(styleOf)) };
  };
  return (line) => {
    const runs: InlineRun[] = [];
    for (const { from, to, ...emphasis } of emphasizedStretches(line.text)) {
      for (let start = from; start < to; ) {
        let end = start + 1;
        while (end < to && !edges.has(line.place(end))) end += 1;
        const place = line.place(start);
        runs.push(...deletedBefore(place), { ...emphasis, text: line.text.slice(start, end), ...styleAt(place) });
        start = end;
      }
    }
    runs.push(...deletedBefore(line.place(line.text.length)));
    return runs;
  };
}

function styleOf({ from: _, to: __, ...style }: TextSpan): SpanStyle {
  return style;
}

/** The lines of a text without what is not shown. */
function shownLines(text: string, spans: readonly TextSpan[]): readonly ShownLine[] {
  const gone = [...inlineRemarks(text), ...spans.filter(({ hidden }) => hidden)].toSorted((a, b) => a.from - b.from);
  const lines: { text: string; places: number[]; cut: boolean }[] = [{ text: '', places: [], cut: false }];
  let next = 0;
  for (let at = 0; at < text.length; ) {
    const line = lines[lines.length - 1];
    const hole = gone[next];
    if (line === undefined) break;
    if (hole !== undefined && at >= hole.from) {
      next += 1;
      if (at >= hole.to) continue;
      at = hole.to;
      line.cut = true;
      // Where something stood between two spaces, or at the end of a line, one space goes with it.
      if (/ $|^$/.test(line.text) && text.charAt(at) === ' ') at += 1;
      else if (line.text.endsWith(' ') && (at === text.length || text.charAt(at) === '\n')) {
        line.text = line.text.slice(0, -1);
        line.places.pop();
      }
      continue;
    }
    if (text.charAt(at) === '\n') lines.push({ text: '', places: [], cut: false });
    else {
      line.text += text.charAt(at);
      line.places.push(at);
    }
    at += 1;
  }
  return lines
    .filter((line) => !line.cut || line.text.trim() !== '')
    .map((line) => ({ text: line.text, place: (at) => line.places[at] ?? (line.places.at(-1) ?? -1) + 1 }));
}
