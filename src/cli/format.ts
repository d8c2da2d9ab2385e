import { styleText } from 'node:util';
import { cellsOf, fill } from './text.ts';

/** The few ways a text may stand out. */
export type Style = 'bold' | 'dim' | 'accent' | 'bad' | 'good';
/** Give a text a style, or give it back as it is where colours are off. */
export type Paint = (style: Style, text: string) => string;

const STYLES = { bold: 'bold', dim: 'dim', accent: 'cyan', bad: 'red', good: 'green' } as const;

/** The paint for a stream: colours when `enabled`, else none. */
export function paintFor(enabled: boolean): Paint {
  return (style, text) => (enabled ? styleText(STYLES[style], text, { validateStream: false }) : text);
}

/** A whole number with its digits in groups: `12,345`. By hand: the first use of a locale takes 25 ms. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
}

/** A count and its noun: `1 call`, `1,200 calls`. */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A span of counts: `3-5 calls`, or `3 calls` when both ends meet. */
export function countedSpan({ least, most }: { readonly least: number; readonly most: number }, noun: string): string {
  return least === most ? counted(most, noun) : `${formatCount(least)}-${counted(most, noun)}`;
}

/** US dollars: cents, four digits below a cent, `price unknown` for `null`. */
export function formatMoney(dollars: number | null): string {
  if (dollars === null) return 'price unknown';
  if (dollars > 0 && dollars < 0.0001) return '<$0.0001';
  if (dollars > 0 && dollars < 0.01) return `$${dollars.toFixed(4)}`;
  return `$${dollars.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

/** Milliseconds as a person would say them: `340 ms`, `12.3 s`, `2 min 05 s`, `1 h 02 min`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${twoDigits(seconds % 60)} s`;
  return `${formatCount(Math.floor(minutes / 60))} h ${twoDigits(minutes % 60)} min`;
}

/** Milliseconds as a running clock: `0:42`, `12:05`, `1:02:03`. */
export function formatClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const tail = `${minutes >= 60 ? twoDigits(minutes % 60) : minutes}:${twoDigits(seconds % 60)}`;
  return minutes >= 60 ? `${Math.floor(minutes / 60)}:${tail}` : tail;
}

/** Rows of cells as aligned lines, two spaces between columns; columns named in `right` are aligned at their right edge. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cellsOf(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, at) => fill(cell, widths[at] ?? 0, right.includes(at) ? 'right' : 'left'))
      .join('  ')
      .trimEnd(),
  );
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
