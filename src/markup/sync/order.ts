import { longestRise } from '../../core/index.ts';

/** The scenes that were moved: as few as explain the new order of those that were there. */
export function movedScenes(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((id, at) => [id, at]));
  const known = after.filter((id) => places.has(id));
  const still = new Set(longestRise(known.map((id) => places.get(id) ?? 0)));
  return new Set(known.filter((_, at) => !still.has(at)));
}

/** The scene that each of these stands behind in an order, of those that count; `null` for the first. */
export function placedBehind(
  order: readonly string[],
  placed: ReadonlySet<string>,
  counts: (id: string) => boolean,
): ReadonlyMap<string, string | null> {
  const behind = new Map<string, string | null>();
  let last: string | null = null;
  for (const id of order) {
    if (placed.has(id)) behind.set(id, last);
    if (placed.has(id) || counts(id)) last = id;
  }
  return behind;
}
