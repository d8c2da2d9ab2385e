import { plainText, wordsOf } from '../../screenplay/index.ts';
import { keyOf, type Passage, wordsIn } from './passage.ts';

/** Where a passage comes from in an older text. */
export interface Met {
  /** Its place there. */
  readonly at: number;
  /** Whether it says the same; otherwise it is that passage with some of its words changed. */
  readonly isSame: boolean;
}

/**
 * How much of the longer of two passages both must have, in order, for one to be the other changed. With less it is new. A
 * choice of ours: the three classes of a disclosure depend on it, and it is told there.
 */
export const LEAST_KEPT = 1 / 3;

/** Find for each passage which one of an older text it is: the same wherever it stood, or one changed in its place. */
export function alignPassages(before: readonly Passage[], after: readonly Passage[]): readonly (Met | undefined)[] {
  const open = new Map<string, number[]>();
  for (const [at, passage] of before.entries()) {
    const key = keyOf(passage);
    open.set(key, [...(open.get(key) ?? []), at]);
  }
  let last = -1;
  const same = after.map((passage): number | undefined => {
    const places = open.get(keyOf(passage)) ?? [];
    const next = places.findIndex((at) => at > last);
    const [at] = places.splice(Math.max(0, next), 1);
    if (at !== undefined && at > last) last = at;
    return at;
  });
  const used = new Set(same);
  return after.map((passage, index): Met | undefined => {
    const there = same[index];
    if (there !== undefined) return { at: there, isSame: true };
    const from = same.slice(0, index).findLast((at) => at !== undefined) ?? -1;
    const to = same.slice(index + 1).find((at) => at !== undefined && at > from) ?? before.length;
    const changed = mostAlike(before, passage, { from: from + 1, to, used });
    if (changed === undefined) return undefined;
    used.add(changed);
    return { at: changed, isSame: false };
  });
}

function mostAlike(
  before: readonly Passage[],
  passage: Passage,
  { from, to, used }: { readonly from: number; readonly to: number; readonly used: ReadonlySet<number | undefined> },
): number | undefined {
  let [best, most] = [undefined as number | undefined, LEAST_KEPT];
  for (let at = from; at < to; at += 1) {
    const old = before[at];
    if (old === undefined || used.has(at) || old.kind !== passage.kind) continue;
    const share = likeness(old.text, passage.text);
    if (share >= most && (best === undefined || share > most)) [best, most] = [at, share];
  }
  return best;
}

/** How much of the longer of two texts both have, in order, from 0 to 1. */
export function likeness(before: string, after: string): number {
  const longer = Math.max(wordsIn({ text: before }), wordsIn({ text: after }));
  return longer === 0 ? 0 : keptWords(before, after) / longer;
}

/** How many words of a text stand in an older one too, in order: their longest common subsequence, whatever their letters' case. */
export function keptWords(before: string, after: string): number {
  const [old, now] = [wordsOf(plainText(before)), wordsOf(plainText(after))];
  let row = new Int32Array(old.length + 1);
  for (const word of now) {
    const next = new Int32Array(old.length + 1);
    for (const [at, other] of old.entries())
      next[at + 1] = word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0);
    row = next;
  }
  return row.at(-1) ?? 0;
}
