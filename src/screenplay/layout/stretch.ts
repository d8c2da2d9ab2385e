import type { TextRun } from './page.ts';
import type { Passage, StyledRuns } from './passage.ts';
import { plainRun } from './row.ts';

const NONE: readonly never[] = [];

/** The runs of a passage from `from` up to, not including, `to`. */
export function runsIn({ text, styled }: Passage, from: number, to: number): readonly TextRun[] {
  if (styled === undefined) return from === to ? NONE : [plainRun(text.slice(from, to))];
  return from === 0 && to === text.length ? styled.runs : slicedRuns(styled, from, to);
}

function slicedRuns({ runs, starts }: StyledRuns, from: number, to: number): readonly TextRun[] {
  const sliced: TextRun[] = [];
  const first = countBelow(starts.length, (index) => starts[index] ?? 0, from + 1) - 1;
  for (let index = Math.max(0, first); index < runs.length; index += 1) {
    const run = runs[index];
    const start = starts[index];
    if (run === undefined || start === undefined || start >= to) break;
    if (from < to) sliced.push({ ...run, text: run.text.slice(Math.max(from - start, 0), to - start) });
  }
  return sliced;
}

/** The latest revision that took something out of a stretch of a passage, 0 for none. A passage's end belongs to its last stretch. */
export function deletedIn({ text, styled }: Passage, from: number, to: number): number {
  const deletions = styled?.deletions ?? NONE;
  let latest = 0;
  const first = deletions.length === 0 ? 0 : countBelow(deletions.length, (index) => deletions[index]?.at ?? 0, from);
  for (let index = first; index < deletions.length; index += 1) {
    const deletion = deletions[index];
    if (deletion === undefined || (deletion.at >= to && to < text.length)) break;
    latest = Math.max(latest, deletion.revision);
  }
  return latest;
}

/** How many of so many ascending numbers are below a value. */
function countBelow(length: number, numberAt: (index: number) => number, value: number): number {
  let low = 0;
  for (let high = length; low < high; ) {
    const middle = (low + high) >> 1;
    if (numberAt(middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
