/** The letters and digits of a name, in capitals: the same for `MR. HALL`, `Mr Hall` and `MR.HALL`. */
export function lettersOf(name: string): string {
  return name.toUpperCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** A name and how often it stands in the script. */
export interface CountedName {
  readonly name: string;
  readonly count: number;
}

/** A rare name and the usual one that it is probably a slip of. */
export interface Slip {
  readonly rare: string;
  readonly usual: string;
}

/** The shortest word in which one letter more, less or other is taken for a slip: short names differ by a letter (JOHN, JOAN). */
const SHORTEST = 5;

/** A usual name stands this often at least. */
const USUAL = 3;

/**
 * Find names that stand once and differ from one that stands three times or more by one slip in one word: a letter
 * more, less or other, or two letters in the wrong order.
 *
 * The longer of the two words has five letters or more. No slip are numbered names (COP 1, COP 2), a plural (GUARD,
 * GUARDS), and MAN and MEN. One pass: names are looked up by what is left
 * of them when a letter is taken out.
 */
export function findSlips(names: readonly CountedName[]): readonly Slip[] {
  const usual = new Map<string, string[]>();
  for (const { name, count } of names) {
    if (count < USUAL || name.length > 60) continue;
    for (const key of keysOf(name)) {
      const alike = usual.get(key);
      if (alike === undefined) usual.set(key, [name]);
      else if (alike.length < 8) alike.push(name);
    }
  }
  return names.flatMap(({ name, count }): readonly Slip[] => {
    if (count !== 1 || name.length > 60) return [];
    const found = keysOf(name)
      .flatMap((key) => usual.get(key) ?? [])
      .find((other) => isSlip(name, other));
    return found === undefined ? [] : [{ rare: name, usual: found }];
  });
}

/** A name as it is and with each of its letters taken out: two names one slip apart have one of these in common. */
function keysOf(name: string): readonly string[] {
  return [name, ...Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1))];
}

function isSlip(a: string, b: string): boolean {
  const left = a.split(' ');
  const right = b.split(' ');
  if (left.length !== right.length) return false;
  const differing = left.flatMap((word, at) => (word === right[at] ? [] : [[word, right[at] ?? ''] as const]));
  const [pair, ...more] = differing;
  return pair !== undefined && more.length === 0 && isWordSlip(...pair);
}

function isWordSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length < SHORTEST || /\d/.test(long + short)) return false;
  if (short.replace(/MEN$/, 'MAN') === long.replace(/MEN$/, 'MAN')) return false;
  if (`${short}S` === long) return false;
  return isOneEdit(short, long);
}

/** Whether two different words are one edit apart: Damerau distance 1. */
function isOneEdit(short: string, long: string): boolean {
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length + 1 === long.length) return short.slice(at) === long.slice(at + 1);
  if (short.length !== long.length) return false;
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return swapped && short.slice(at + 2) === long.slice(at + 2);
}
