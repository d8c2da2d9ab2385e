/**
 * Names what comes between two scenes or pages that are named already and keep their names; either may be missing.
 * The name is neither of theirs.
 */
export type LabelScheme = (before: string | undefined, after: string | undefined) => string;

/** A label taken apart: `B10A` is B, 10, A. */
interface Label {
  readonly prefix: string;
  readonly number: number;
  readonly suffix: string;
}

/**
 * The scheme of United States productions: what follows 10 is 10A, 10B … 10Z, 10AA; a letter in front says "before":
 * what comes between 10 and 10A is A10A, then B10A, and between 10 and A10A there is AA10A.
 *
 * Letters behind the number are those of Movie Magic Screenwriter, Final Draft (`NumberScheme="1A"`) and WriterDuet.
 * For what comes between a number and its A they differ: Screenwriter puts a letter in front, as here
 * (support.screenplay.com, Locked Page Breaks), Wikipedia's Shooting script has 10aA, WriterDuet 10AA.
 * A letter in front has one meaning everywhere, and there is always room for another.
 */
export const US_LABELS: LabelScheme = (before, after) => {
  const lower = before === undefined ? undefined : readLabel(before);
  const next = after === undefined ? undefined : readLabel(after);
  if (before === undefined) return next === undefined ? '1' : writeLabel(leading(next));
  if (lower === undefined) return `${before}A`;
  const upper = next !== undefined && compare(lower, next) < 0 ? next : undefined;
  const candidates = [following(lower), ...(upper === undefined ? [] : [leading(upper)])];
  const found = candidates.find(
    (label) => label !== undefined && compare(lower, label) < 0 && (upper === undefined || compare(label, upper) < 0),
  );
  return found === undefined ? `${before}.1` : writeLabel(found);
};

/** A label by a scheme that is none of `taken`. */
export function freeLabel(
  scheme: LabelScheme,
  { before, after }: { readonly before: string | undefined; readonly after: string | undefined },
  taken: ReadonlySet<string>,
): string {
  let label = scheme(before, after);
  for (let tries = 0; taken.has(label) && tries < taken.size; tries += 1) label = scheme(label, after);
  while (taken.has(label)) label = `${label}.1`;
  return label;
}

/** The whole number in a label: 10 of `A10B`; `undefined` when it holds none. */
export function labelNumber(label: string): number | undefined {
  return readLabel(label)?.number;
}

function readLabel(text: string): Label | undefined {
  const [, prefix, digits, suffix] = /^([A-Z]*)(\d{1,9})([A-Z]*)$/.exec(text.toUpperCase()) ?? [];
  if (prefix === undefined || digits === undefined || suffix === undefined) return undefined;
  return { prefix, number: Number(digits), suffix };
}

function writeLabel({ prefix, number, suffix }: Label): string {
  return `${prefix}${number}${suffix}`;
}

/** 10 → 10A → 10B; B10A after A10A; nothing after Z10A. */
function following({ prefix, number, suffix }: Label): Label | undefined {
  if (prefix === '') return { prefix, number, suffix: nextLetters(suffix) };
  const first = prefix.charAt(0);
  return first === 'Z' ? undefined : { prefix: nextLetters(first) + prefix.slice(1), number, suffix };
}

function leading({ prefix, number, suffix }: Label): Label {
  return { prefix: `A${prefix}`, number, suffix };
}

/** A, B … Z, AA, AB … as the columns of a spreadsheet. */
function nextLetters(letters: string): string {
  const rest = letters.replace(/Z+$/, '');
  const turned = 'A'.repeat(letters.length - rest.length);
  if (rest === '') return `A${turned}`;
  return rest.slice(0, -1) + String.fromCharCode(rest.charCodeAt(rest.length - 1) + 1) + turned;
}

function compare(a: Label, b: Label): number {
  return (
    a.number - b.number ||
    a.suffix.length - b.suffix.length ||
    order(a.suffix, b.suffix) ||
    order(prefixKey(a.prefix), prefixKey(b.prefix))
  );
}

/** What has a letter in front comes before what it names: AA10A, A10A, B10A, 10A. */
function prefixKey(prefix: string): string {
  return `${Array.from(prefix).reverse().join('')}~`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
