import type { Entry } from './entry.ts';

/** A place in a text where an entry is named. */
export interface Mention {
  /** The entry's id. */
  readonly entry: string;
  /** The name or alias as it stands in the text. */
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly at: number;
}

interface Named {
  readonly entry: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly gaps: readonly string[];
}

/** The names of entries, ready to be looked for. */
export interface NameIndex {
  /** By the first word, the longest names first. */
  readonly byWord: ReadonlyMap<string, readonly Named[]>;
  /** Names in scripts that put no spaces between words. */
  readonly unspaced: readonly Named[];
}

type NamedEntry = Pick<Entry, 'id' | 'name' | 'aliases'>;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * Make an index of names and aliases. Where two entries claim one name, an entry's own name goes before another's
 * alias, and the older entry before the younger.
 */
export function nameIndex(entries: readonly NamedEntry[]): NameIndex {
  const byWord = new Map<string, Named[]>();
  const unspaced: Named[] = [];
  const taken = new Set<string>();
  const names = [
    ...entries.map(({ id, name }) => [id, name] as const),
    ...entries.flatMap(({ id, aliases }) => aliases.map((alias) => [id, alias] as const)),
  ];
  for (const [entry, name] of names) {
    const { words, gaps } = wordsOf(name);
    const key = foldName(name);
    const [first] = words;
    if (first === undefined || taken.has(key)) continue;
    taken.add(key);
    const named = { entry, name: name.normalize('NFC'), words: words.map(({ folded }) => folded), gaps };
    if (UNSPACED.test(name)) unspaced.push(named);
    else byWord.set(first.folded, [...(byWord.get(first.folded) ?? []), named]);
  }
  for (const list of byWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  unspaced.sort((a, b) => b.name.length - a.name.length);
  return { byWord, unspaced };
}

/**
 * Find where entries are named in a text: whole words, the longest name first, possessives included. A name counts as
 * it is written, with a capital as at the beginning of a sentence, or in capitals throughout, as cues and headings have
 * it; so `Will` is not found in `will`.
 */
export function findMentions(text: string, { byWord, unspaced }: NameIndex): readonly Mention[] {
  const { words, gaps } = wordsOf(text);
  const found: Mention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    const candidates = first === undefined ? undefined : byWord.get(first.folded);
    const shownAs = (named: Named): string => text.slice(first?.at, words[at + named.words.length - 1]?.end);
    const match = candidates?.find((named) => stands(named, words, gaps, at) && isWrittenAs(shownAs(named), named));
    if (first === undefined || match === undefined) continue;
    found.push({ entry: match.entry, text: shownAs(match), at: first.at });
    at += match.words.length - 1;
  }
  if (unspaced.length === 0) return found;
  return [...found, ...findUnspaced(text, unspaced, found)].sort((a, b) => a.at - b.at);
}

/** Names that stand anywhere, the longest first, and in no other mention. */
function findUnspaced(text: string, unspaced: readonly Named[], taken: readonly Mention[]): readonly Mention[] {
  const found: Mention[] = [];
  const { composed, starts } = composedOf(text);
  const isTaken = (at: number, end: number): boolean =>
    [...taken, ...found].some((one) => at < one.at + one.text.length && one.at < end);
  for (const { entry, name } of unspaced)
    for (let place = composed.indexOf(name); place >= 0; place = composed.indexOf(name, place + name.length)) {
      const [at = 0, end = text.length] = [starts[place], starts[place + name.length]];
      if (!isTaken(at, end)) found.push({ entry, text: text.slice(at, end), at });
    }
  return found;
}

/** A text with its accents composed, and for each unit of it where that begins in the text as it was. */
function composedOf(text: string): { readonly composed: string; readonly starts: readonly number[] } {
  let composed = '';
  const starts: number[] = [];
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    composed += letter.normalize('NFC');
    while (starts.length < composed.length) starts.push(index);
  }
  return { composed, starts };
}

/** A name in the form in which names are compared: composed, in lower case, with plain apostrophes and single spaces. */
export function foldName(name: string): string {
  return foldCase(name).replaceAll('’', "'").replaceAll(/\s+/gu, ' ').trim();
}

/** Letters without regard to case, so that `Strauß` is found in `STRAUSS`. */
function foldCase(text: string): string {
  return text.normalize('NFC').toUpperCase().toLowerCase();
}

interface Word {
  readonly folded: string;
  readonly at: number;
  readonly end: number;
}

/** The words of a text, and what stands between each and the next. */
function wordsOf(text: string): { readonly words: readonly Word[]; readonly gaps: readonly string[] } {
  const words = Array.from(text.matchAll(WORD), (match): Word => {
    const [word] = match;
    return { folded: foldCase(word), at: match.index, end: match.index + word.length };
  });
  const gaps = words.slice(1).map(({ at }, index) => {
    return text.slice(words[index]?.end, at).replaceAll('’', "'").replaceAll(/\s+/gu, ' ');
  });
  return { words, gaps };
}

function stands({ words, gaps }: Named, all: readonly Word[], between: readonly string[], at: number): boolean {
  return (
    words.every((word, index) => all[at + index]?.folded === word) &&
    gaps.every((gap, index) => between[at + index] === gap)
  );
}

function isWrittenAs(shown: string, { name }: Named): boolean {
  const plain = shown.normalize('NFC').replaceAll('’', "'").replaceAll(/\s+/gu, ' ');
  const core = name // without a full stop, or a # before a number: no word ends with them
    .replaceAll('’', "'")
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '');
  const opening = core.replace(/^./u, (letter) => letter.toUpperCase());
  if (plain === core || plain === opening || plain === core.toUpperCase()) return true;
  return core === core.toUpperCase() && isCapitalized(plain);
}

/** Whether a word begins in capitals: names that are kept in capitals (places, cues) stand so in action. */
function isCapitalized(text: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{N}]/u.test(text);
}
