import type { Planned } from './script-plan.ts';

/** The share of their longer words from which on two pictures are one. */
const SAME = 0.5;

/** One picture for every scene that no scene before it has: what it ends on, else another of its beats; empty where all have been seen. */
export function imagesOf(plan: readonly Planned[]): readonly string[] {
  const seen: ReadonlySet<string>[] = [];
  return plan.map(({ told }) => {
    const own = told.beats
      .toReversed()
      .map((beat) => beat.replace(/[.!?…]+$/u, ''))
      .find((beat) => !seen.some((before) => overlap(before, longWords(beat)) >= SAME));
    if (own !== undefined) seen.push(longWords(own));
    return own ?? '';
  });
}

function longWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
}

/** What two sets have in common, as a share of both together. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / Math.max(1, a.size + b.size - both);
}
