import { emphasizedStretches } from '../inline/emphasis.ts';
import type { InlineRun, SpanStyle } from '../inline/inline.ts';
import { type InlineRemark, inlineRemarks } from '../inline/remarks.ts';
import type { TextSpan } from '../tree.ts';
import { spanStyles } from './span-styles.ts';

/** A text as Final Draft has it. */
interface TextRuns {
  /** In order; a `\n` ends a line. What spans hide is among them. */
  readonly runs: readonly InlineRun[];
  /** The notes and boneyards that stood in the text; `at` is their place among the characters of the runs. */
  readonly remarks: readonly PlacedRemark[];
}

/** Something no page shows, and its place in a paragraph in UTF-16 units. */
export interface PlacedRemark extends Pick<InlineRemark, 'type' | 'text'> {
  readonly at: number;
}

/** What stands in a text without its remarks: each character and where it stood. */
interface Shown {
  readonly text: string;
  readonly places: readonly number[];
  readonly remarks: readonly PlacedRemark[];
}

/** Take a text of the tree apart into styled runs: what `markedText` puts together. */
export function textRuns(text: string, spans: readonly TextSpan[] = []): TextRuns {
  if (spans.length === 0 && !/[*_\\[/]/.test(text)) {
    return { runs: text === '' ? [] : [plainRun(text)], remarks: [] };
  }
  const shown = withoutRemarks(text);
  const styles = spanStyles(spans);
  const runs: { text: string; bold: boolean; italic: boolean; underline: boolean; span?: SpanStyle }[] = [];
  const emphasis = emphasisOf(shown, (place) => styles.at(place)?.hidden === true);
  const remarks: PlacedRemark[] = [];
  let length = 0;
  let next = 0;
  let last: SpanStyle | undefined;
  let lastBits = -1;
  const place = (at: number): void => {
    for (const span of styles.marksUpTo(shown.places[at] ?? Number.POSITIVE_INFINITY)) {
      runs.push({ ...plainRun(''), span });
      lastBits = -1;
    }
    for (; next < shown.remarks.length && (shown.remarks[next]?.at ?? 0) <= at; next += 1) {
      const remark = shown.remarks[next];
      if (remark !== undefined) remarks.push({ ...remark, at: length });
    }
  };
  for (let at = 0; at < shown.text.length; at += 1) {
    place(at);
    const bits = emphasis[at] ?? 0;
    if (bits === GONE) continue;
    const span = styles.at(shown.places[at] ?? 0);
    const character = shown.text.charAt(at);
    const run = runs.at(-1);
    if (run !== undefined && run.text !== '' && (character === '\n' || (bits === lastBits && span === last)))
      run.text += character;
    else {
      runs.push({
        text: character,
        bold: (bits & 1) > 0,
        italic: (bits & 2) > 0,
        underline: (bits & 4) > 0,
        ...(span === undefined ? {} : { span }),
      });
      lastBits = bits;
      last = span;
    }
    length += 1;
  }
  place(shown.text.length);
  return { runs, remarks };
}

/** Text in no style. */
export function plainRun(text: string): InlineRun {
  return { text, bold: false, italic: false, underline: false };
}

/** The characters of runs. */
export function runsText(runs: readonly InlineRun[]): string {
  return runs.map((run) => run.text).join('');
}

/** A mark or an escape: not a character of the page. */
const GONE = 8;

/** For every character of the shown text its emphasis in bits, or that it is a mark. Hidden characters have none. */
function emphasisOf(shown: Shown, hidden: (place: number) => boolean): Uint8Array {
  const bits = new Uint8Array(shown.text.length);
  let line = '';
  let places: number[] = [];
  const end = (): void => {
    for (const at of places) bits[at] = GONE;
    for (const { from, to, bold, italic, underline } of emphasizedStretches(line)) {
      const style = (bold ? 1 : 0) | (italic ? 2 : 0) | (underline ? 4 : 0);
      for (let index = from; index < to; index += 1) bits[places[index] ?? 0] = style;
    }
    line = '';
    places = [];
  };
  for (let at = 0; at < shown.text.length; at += 1) {
    const character = shown.text.charAt(at);
    if (character === '\n') end();
    else if (!hidden(shown.places[at] ?? 0)) {
      line += character;
      places.push(at);
    }
  }
  end();
  return bits;
}

/**
 * Take notes and boneyards out as `inlineLines` does: where one stood between two spaces, or at the end of a line, one
 * space goes with it. A line that held nothing else stays, empty.
 */
function withoutRemarks(text: string): Shown {
  const found = inlineRemarks(text);
  const places: number[] = [];
  const remarks: PlacedRemark[] = [];
  let shown = '';
  let at = 0;
  const copy = (to: number): void => {
    shown += text.slice(at, to);
    for (; at < to; at += 1) places.push(at);
  };
  for (const { from, to, type, text: words } of found) {
    copy(Math.max(from, at));
    at = to;
    const next = text.charAt(to);
    const openLine = shown === '' || shown.endsWith('\n') || shown.endsWith(' ');
    if (openLine && next === ' ') at += 1;
    else if (shown.endsWith(' ') && (next === '' || next === '\n')) {
      shown = shown.slice(0, -1);
      places.pop();
    }
    remarks.push({ type, text: words, at: shown.length });
  }
  copy(text.length);
  return { text: shown, places, remarks };
}
