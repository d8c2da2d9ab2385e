/**
 * A memory of what was made under a text, for what a process makes again and again out of the same values and takes long
 * over. It holds what was last asked for, `most` to twice `most` of it. What it gives must not be changed.
 */
export function remember<T>(most: number): (text: string, make: () => T) => T {
  let [young, old]: [Map<string, { readonly value: T }>, Map<string, { readonly value: T }>] = [new Map(), new Map()];
  return (text, make) => {
    const fresh = young.get(text);
    if (fresh !== undefined) return fresh.value;
    const kept = old.get(text) ?? { value: make() };
    if (young.size >= most) [young, old] = [new Map(), young];
    young.set(text, kept);
    return kept.value;
  };
}
