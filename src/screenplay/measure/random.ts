/** A source of numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** Numbers that are the same for the same seed, everywhere: a Weyl sequence through a 32-bit mixer. Not for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** The items in another order, by Fisher and Yates. */
export function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  const left = [...items];
  const drawn: Item[] = [];
  while (left.length > 0) {
    const at = Math.floor(random() * left.length);
    const last = left.pop();
    if (last === undefined) break;
    drawn.push(at === left.length ? last : (left[at] ?? last));
    if (at < left.length) left[at] = last;
  }
  return drawn;
}
