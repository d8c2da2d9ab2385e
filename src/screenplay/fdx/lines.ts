import { lastAtMost } from './last-at-most.ts';

/** Gives the line a place of a text stands in, counted from 1. Lines end in LF, CR LF or CR. */
export function lineFinder(text: string): (at: number) => number {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return (at) => lastAtMost(starts.length, (line) => starts[line] ?? 0, at) + 1;
}
