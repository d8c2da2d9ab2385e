import { freeLabel, type LabelScheme } from '../production/label.ts';
import type { LockedStart } from './locked-starts.ts';

/**
 * The labels of pages, from the labels of the locked pages that begin on each: 1, 2, 3 … when none is locked.
 *
 * What grew goes on to A-pages: 12, 12A, 12B. Where pages vanished one page stands for several: 12-13.
 */
export function pageLabels(
  begins: readonly (readonly string[])[],
  starts: readonly LockedStart[],
  scheme: LabelScheme,
): readonly string[] {
  if (starts.length === 0) return begins.map((_, index) => String(index + 1));
  const taken = new Set(starts.map(({ label }) => label));
  const after = labelsAfter(begins);
  const begun: string[] = [];
  let used = 0;
  let before: string | undefined;
  return begins.map((labels, index) => {
    for (const label of labels) begun.push(label);
    const ends = begins[index + 1]?.length !== 0;
    const first = begun[used];
    const last = ends ? begun.at(-1) : first;
    used = ends ? begun.length : Math.min(used + 1, begun.length);
    const label =
      first === undefined || last === undefined
        ? freeLabel(scheme, { before, after: after[index] }, taken)
        : joined(first, last);
    taken.add(label);
    before = label;
    return label;
  });
}

/** For each page the first label that is locked below it. */
function labelsAfter(begins: readonly (readonly string[])[]): readonly (string | undefined)[] {
  const after: (string | undefined)[] = [];
  let below: string | undefined;
  for (let index = begins.length - 1; index >= 0; index -= 1) {
    after[index] = below;
    below = begins[index]?.[0] ?? below;
  }
  return after;
}

/** `12-13` for pages 12 and 13; what was joined before is taken apart at its `-`. */
function joined(first: string, last: string): string {
  return first === last ? first : `${first.split('-')[0] ?? first}-${last.split('-').at(-1) ?? last}`;
}
