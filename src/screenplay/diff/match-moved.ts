import type { Block } from '../tree.ts';
import { blockText } from '../visit/block-text.ts';
import type { Matching } from './matching.ts';

/** Two drafts as tokens, equal where blocks say the same. */
interface Drafts {
  readonly before: readonly Block[];
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** A block that went alone counts as moved from so many characters on: a `CUT TO:` here is not the one that was there. */
const LONG_ENOUGH = 24;

/**
 * Match what stands at another place now: a block that is alone among the open ones on either side, with what stands
 * around it on both. After Heckel, "A technique for isolating differences between files" (1978).
 */
export function matchMoved(matching: Matching, drafts: Drafts): void {
  const places = openPlaces(matching, drafts);
  for (const { before, after } of places.values()) {
    if (before < 0 || after < 0 || !matching.isOpenBefore(before) || !matching.isOpenAfter(after)) continue;
    const back = reach(matching, drafts, { before, after, step: -1 });
    const on = reach(matching, drafts, { before, after, step: 1 });
    if (back + on === 0 && !standsAlone(drafts.before[before])) continue;
    for (let step = -back; step <= on; step += 1) matching.join(before + step, after + step);
  }
}

/** Where every token of the open blocks stands; -1 where it stands nowhere, -2 where it stands more than once. */
function openPlaces(
  matching: Matching,
  { a, b }: Drafts,
): ReadonlyMap<number, { readonly before: number; readonly after: number }> {
  const places = new Map<number, { before: number; after: number }>();
  const placeOf = (token: number): { before: number; after: number } => {
    const place = places.get(token) ?? { before: -1, after: -1 };
    places.set(token, place);
    return place;
  };
  for (const [at, token] of a.entries()) {
    if (!matching.isOpenBefore(at)) continue;
    const place = placeOf(token);
    place.before = place.before === -1 ? at : -2;
  }
  for (const [at, token] of b.entries()) {
    if (!matching.isOpenAfter(at)) continue;
    const place = placeOf(token);
    place.after = place.after === -1 ? at : -2;
  }
  return places;
}

/** How many blocks next to two that meet are open and say the same, in one direction. */
function reach(
  matching: Matching,
  { a, b }: Drafts,
  { before, after, step }: { readonly before: number; readonly after: number; readonly step: 1 | -1 },
): number {
  let count = 0;
  for (;;) {
    const at = before + (count + 1) * step;
    const other = after + (count + 1) * step;
    if (!matching.isOpenBefore(at) || !matching.isOpenAfter(other) || a[at] !== b[other]) return count;
    count += 1;
  }
}

function standsAlone(block: Block | undefined): boolean {
  return block !== undefined && (block.type === 'sceneHeading' || blockText(block).length >= LONG_ENOUGH);
}
