import { align } from './align.ts';

/** A stretch of text that two texts share, or that only the first or only the second has. */
export interface WordChange {
  readonly type: 'kept' | 'removed' | 'inserted';
  readonly text: string;
}

/**
 * What is compared as one: a word with its apostrophes (`don't`); one character of a script that puts no spaces between
 * words; an emoji with what belongs to it; white space; any other character. Every character is in exactly one.
 */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}\p{M}])+(?:['\u2019][\p{L}\p{N}\p{M}]+)*|\n|[^\S\n]+|\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F|\u200D\p{Extended_Pictographic})*|[\s\S]\p{M}*/gu;

/** Cut a text into what {@link diffWords} compares: joined, the pieces are the text. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/**
 * Compare two texts word by word.
 *
 * What is kept and removed, joined, is `before`; what is kept and inserted is `after`. Where something was replaced,
 * what was removed stands first. White space and punctuation alone between two changes count as changed.
 */
export function diffWords(before: string, after: string): readonly WordChange[] {
  if (before === after) return before === '' ? [] : [{ type: 'kept', text: before }];
  const a = wordsOf(before);
  const b = wordsOf(after);
  const numbers = new Map<string, number>();
  const met = align(numbered(a, numbers), numbered(b, numbers));
  const stretches = [newStretch()];
  let next = 0;
  for (const [at, other] of met.entries()) {
    const changes = other < 0 || next < other;
    if (changes && (stretches.at(-1)?.kept.length ?? 1) > 0) stretches.push(newStretch());
    const last = stretches.at(-1) ?? newStretch();
    if (other < 0) last.removed.push(a[at] ?? '');
    else {
      for (; next < other; next += 1) last.inserted.push(b[next] ?? '');
      last.kept.push(a[at] ?? '');
      next += 1;
    }
  }
  stretches.push({ ...newStretch(), inserted: b.slice(next) });
  return folded(stretches).flatMap(written);
}

/** Words taken out and put in at one place, and what is kept behind it. */
interface Stretch {
  readonly removed: string[];
  readonly inserted: string[];
  readonly kept: string[];
}

function newStretch(): Stretch {
  return { removed: [], inserted: [], kept: [] };
}

/** Join the stretches of one replacement that have nothing but spaces and punctuation between them. */
function folded(stretches: readonly Stretch[]): readonly Stretch[] {
  const done: Stretch[] = [];
  for (const stretch of stretches) {
    const last = done.at(-1);
    if (last === undefined || !isReplacement(last, stretch) || last.kept.some((word) => /[\p{L}\p{N}]/u.test(word))) {
      done.push(stretch);
      continue;
    }
    for (const word of last.kept.splice(0)) {
      last.removed.push(word);
      last.inserted.push(word);
    }
    for (const word of stretch.removed) last.removed.push(word);
    for (const word of stretch.inserted) last.inserted.push(word);
    for (const word of stretch.kept) last.kept.push(word);
  }
  return done;
}

function isReplacement(a: Stretch, b: Stretch): boolean {
  const changes = (one: Stretch): boolean => one.removed.length + one.inserted.length > 0;
  return (
    changes(a) && changes(b) && a.removed.length + b.removed.length > 0 && a.inserted.length + b.inserted.length > 0
  );
}

function written({ removed, inserted, kept }: Stretch): readonly WordChange[] {
  const changes: readonly WordChange[] = [
    { type: 'removed', text: removed.join('') },
    { type: 'inserted', text: inserted.join('') },
    { type: 'kept', text: kept.join('') },
  ];
  return changes.filter(({ text }) => text !== '');
}

/** Number words so that equal ones have equal numbers; `numbers` is shared by the texts that are compared. */
export function numbered(words: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(words, (word) => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  });
}
