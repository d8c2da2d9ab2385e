import { type Emphasis, emphasizedStretches, PLAIN } from '../inline/emphasis.ts';
import type { InlineRun } from '../inline/inline.ts';

/** A line in marks, and where each of its runs stands in it. */
interface MarkedLine {
  readonly text: string;
  /** One for each run; marks at its edges stand outside. */
  readonly places: readonly { readonly from: number; readonly to: number }[];
  readonly losses: readonly ('style' | 'backslash')[];
}

type Style = keyof Emphasis;

/** A stretch of the shown line in one style; spaces at its edges are not in it. */
interface Stretch {
  readonly style: Style;
  readonly from: number;
  readonly to: number;
}

interface Plan {
  readonly stretches: readonly Stretch[];
  readonly escaped: boolean;
}

const ESCAPED: Plan = { stretches: [], escaped: true };
const STYLES = ['bold', 'italic', 'underline'] as const;

/**
 * Say one line of runs in marks. The plainest way that reads back as the same is taken: without escapes, then with
 * them, then without what cannot be marked there.
 */
export function markLine(runs: readonly InlineRun[]): MarkedLine {
  const shown = runs.map(({ text, span }) => (span?.hidden ? '' : text)).join('');
  if (!/[*_\\]/.test(shown) && !runs.some((run) => run.bold || run.italic || run.underline)) {
    return writeLine(runs, ESCAPED, []);
  }
  const wanted = STYLES.flatMap((style) => stretchesOf(runs, shown, style));
  const stars = new Set(wanted.flatMap(({ style, from, to }) => (style === 'underline' ? [] : [from, to])));
  const sayable = wanted.filter((stretch) => stretch.style !== 'underline' || canUnderline(shown, stretch, stars));
  const lost = sayable.length < wanted.length ? (['style'] as const) : [];
  for (const escaped of [false, true]) {
    const line = writeLine(runs, { stretches: sayable, escaped }, lost);
    if (reads(line, runs, shown, sayable)) return line;
  }
  if (runs.some((run) => run.bold || run.italic || run.underline)) {
    const bare = markLine(runs.map((run) => ({ ...run, ...PLAIN })));
    return { ...bare, losses: ['style', ...bare.losses] };
  }
  const again = doubleBackslashes(runs);
  if (again.every((run, index) => run.text === runs[index]?.text)) return writeLine(runs, ESCAPED, []);
  return { ...markLine(again), losses: ['backslash'] };
}

/** A backslash before a star takes its meaning away, and two are shown as two: an odd number of them cannot be said. */
function doubleBackslashes(runs: readonly InlineRun[]): readonly InlineRun[] {
  let backslashes = 0;
  return runs.map((run) => {
    if (run.span?.hidden) return run;
    let text = '';
    for (const character of run.text.split('')) {
      if ((character === '*' || character === '_') && backslashes % 2 === 1) text += '\\';
      backslashes = character === '\\' ? backslashes + 1 : 0;
      text += character;
    }
    return { ...run, text };
  });
}

function stretchesOf(runs: readonly InlineRun[], shown: string, style: Style): readonly Stretch[] {
  const found: { from: number; to: number }[] = [];
  let at = 0;
  for (const { text, span, [style]: on } of runs) {
    if (span?.hidden || text === '') continue;
    const last = found.at(-1);
    if (on && last?.to === at) last.to = at + text.length;
    else if (on) found.push({ from: at, to: at + text.length });
    at += text.length;
  }
  return found.flatMap(({ from, to }) => {
    const words = shown.slice(from, to);
    const start = from + words.length - words.trimStart().length;
    const end = from + words.trimEnd().length;
    return end > start ? [{ style, from: start, to: end }] : [];
  });
}

/** An underline mark inside a word is no mark, unless stars stand between. */
function canUnderline(shown: string, { from, to }: Stretch, stars: ReadonlySet<number>): boolean {
  const word = (at: number): boolean => /[\p{L}\p{N}]/u.test(shown.charAt(at));
  return (!word(from - 1) || stars.has(from)) && (!word(to) || stars.has(to));
}

function writeLine(runs: readonly InlineRun[], plan: Plan, losses: MarkedLine['losses']): MarkedLine {
  const marks = marksOf(plan.stretches);
  const places: { readonly from: number; readonly to: number }[] = [];
  let text = '';
  let at = 0;
  let last = '';
  for (const run of runs) {
    let from = text.length;
    if (run.span?.hidden) {
      text += run.text;
      last = run.text.at(-1) ?? last;
    } else {
      for (let index = 0; index < run.text.length; index += 1) {
        const character = run.text.charAt(index);
        text += marks.get(at) ?? '';
        if (index === 0) from = text.length;
        const isMark = character === '*' || character === '_';
        if (isMark && (plan.escaped || (character === '*' && last === '/'))) text += '\\';
        text += character;
        last = character;
        at += 1;
      }
    }
    places.push({ from, to: text.length });
  }
  return { text: text + (at === 0 ? '' : (marks.get(at) ?? '')), places, losses };
}

/** The marks at each place of the shown line. Stars stand outside an underline, so that it may begin inside a word. */
function marksOf(stretches: readonly Stretch[]): ReadonlyMap<number, string> {
  const marks = new Map<number, string>();
  const add = (at: number, mark: (there: string) => string): void => {
    marks.set(at, mark(marks.get(at) ?? ''));
  };
  for (const { style, from, to } of stretches) {
    const mark = style === 'bold' ? '**' : style === 'italic' ? '*' : '_';
    add(from, (there) => there + mark);
    add(to, (there) => (style === 'underline' ? mark + there : there + mark));
  }
  return marks;
}

/** Whether a marked line shows what was wanted, and begins no boneyard. */
function reads(line: MarkedLine, runs: readonly InlineRun[], shown: string, wanted: readonly Stretch[]): boolean {
  const visible = visibleText(line, runs);
  if (line.text.includes('/*') || visible.includes('/*')) return false;
  const bits = styleBits(shown.length, wanted);
  let at = 0;
  for (const { from, to, bold, italic, underline } of emphasizedStretches(visible)) {
    const style = (bold ? 1 : 0) | (italic ? 2 : 0) | (underline ? 4 : 0);
    for (let index = from; index < to; index += 1, at += 1) {
      if (visible.charAt(index) !== shown.charAt(at) || bits[at] !== style) return false;
    }
  }
  return at === shown.length;
}

function visibleText({ text, places }: MarkedLine, runs: readonly InlineRun[]): string {
  let at = 0;
  let visible = '';
  runs.forEach(({ span }, index) => {
    const place = places[index];
    if (!span?.hidden || place === undefined) return;
    visible += text.slice(at, place.from);
    at = place.to;
  });
  return visible + text.slice(at);
}

function styleBits(length: number, stretches: readonly Stretch[]): Uint8Array {
  const bits = new Uint8Array(length);
  for (const { style, from, to } of stretches) {
    const bit = style === 'bold' ? 1 : style === 'italic' ? 2 : 4;
    for (let at = from; at < to; at += 1) bits[at] = (bits[at] ?? 0) | bit;
  }
  return bits;
}
