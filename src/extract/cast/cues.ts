import type { Extra } from '../extracted.ts';
import { groupBy } from '../group.ts';
import type { Material, Speech } from '../material.ts';
import { extraOf } from './extra.ts';
import { type NameParts, nameKey, nameParts } from './name.ts';

/** All cues of one name, spelled in one way or in several that differ in accents, points, spaces or a THE. */
export interface CueGroup {
  readonly key: string;
  /** As written in capitals, the most used first. */
  readonly cues: readonly string[];
  readonly parts: NameParts;
  readonly extra: Extra | null;
  readonly speeches: readonly Speech[];
}

/** Put the speeches of a script together by the name in their cues, in order of the first speech. */
export function cueGroups({ speeches, smallWords }: Pick<Material, 'speeches' | 'smallWords'>): readonly CueGroup[] {
  const groups = groupBy(speeches, ({ cue }) => nameKey(cue));
  const keys = new Set(groups.keys());
  return [...groups].map(([key, own]): CueGroup => {
    const cues = byUse(own.map(({ cue }) => cue));
    const [first = key] = cues;
    const extra = extraOf(first, { keys, smallWords, speeches: own.length });
    return { key, cues, parts: nameParts(first), extra, speeches: own };
  });
}

/** The keys of names that speak one right after the other, as `A\nB`. */
export function answeringPairs(speeches: readonly Speech[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const [at, { cue, part }] of speeches.entries()) {
    const before = speeches[at - 1];
    if (before === undefined || before.part !== part) continue;
    const [a, b] = [nameKey(before.cue), nameKey(cue)];
    if (a !== b) pairs.add(`${a}\n${b}`).add(`${b}\n${a}`);
  }
  return pairs;
}

/** Different texts, the most frequent first; of two alike the one that stands first. */
export function byUse(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([text]) => text);
}
