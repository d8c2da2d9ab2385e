import type { NameParts } from './name.ts';
import { ROLES, STATES, VOICES } from './words.ts';

/** A name to compare, and what the text knows. */
export interface Compared {
  readonly cue: string;
  readonly parts: NameParts;
}

/** Whether two names are one person: surely, perhaps and why, or not (`undefined`). */
export type Verdict = 'same' | { readonly doubt: string } | undefined;

/** What is known of two names beside their letters. */
export interface PairContext {
  /** Whether one speaks right after the other: one person gets no new cue then. */
  readonly answer: boolean;
  /** Whether a word stands in small letters somewhere. */
  readonly isWord: (word: string) => boolean;
}

/** Compare a longer name with a shorter one. Both have other keys already. */
export function samePerson(long: Compared, short: Compared, context: PairContext): Verdict {
  const verdict = byName(long, short, context);
  if (verdict !== 'same') return verdict;
  return context.answer ? { doubt: `${long.cue} and ${short.cue} speak one after the other` } : 'same';
}

function byName(long: Compared, short: Compared, context: PairContext): Verdict {
  const [a, b] = [long.parts, short.parts];
  if (sameWords(a.words, b.words)) return byTitle(long, short, context);
  const state = stateOf(long, short);
  if (state !== undefined) return state;
  if (a.words.length <= b.words.length) return undefined;
  const first = startsWith(a.words, b.words);
  if (!first && !endsWith(a.words, b.words)) return undefined;
  if (isRole(b.words) || a.words.some((word) => ROLES.has(word) || STATES.has(word) || /^\d+$/.test(word)))
    return undefined;
  if (a.title !== undefined && b.title !== undefined && a.title !== b.title) return undefined;
  if (b.title !== undefined && a.title === undefined)
    return context.answer ? undefined : { doubt: `${short.cue} may be ${long.cue}: one name with a title` };
  if (a.title !== undefined && !a.office && b.title === undefined && !first)
    return context.answer ? undefined : { doubt: `${long.cue} may be another of the family of ${short.cue}` };
  const word = [...a.words, ...b.words].find(context.isWord);
  if (word !== undefined)
    return { doubt: `${long.cue} may be ${short.cue}: ${word.toLowerCase()} is a word of the text, too` };
  return 'same';
}

/** The same name with and without a title, or with two. */
function byTitle(long: Compared, short: Compared, { answer }: PairContext): Verdict {
  const [a, b] = [long.parts, short.parts];
  if (a.title !== undefined && b.title !== undefined) {
    if (!a.office && !b.office) return undefined;
    return answer ? undefined : { doubt: `${long.cue} and ${short.cue} have one name with two titles` };
  }
  const titled = a.title === undefined ? b : a;
  if (titled.office) return isRole(titled.words) ? undefined : 'same';
  return answer ? undefined : { doubt: `${long.cue} may be another of the family of ${short.cue}` };
}

/** A name with a word in front that says when (`YOUNG MARA`), or with a voice (`MARA'S VOICE`, `VOICE OF MARA`). */
function stateOf(long: Compared, { cue, parts: { words } }: Compared): Verdict {
  if (isRole(words)) return undefined;
  const rest = long.parts.words.filter((word) => !STATES.has(word));
  if (rest.length < long.parts.words.length && sameWords(rest, words))
    return { doubt: `${long.cue} may be ${cue} at another time` };
  const owner = long.parts.words
    .filter((word) => !VOICES.has(word) && !/^(?:OF|ON|OVER|THE|FROM)$/.test(word))
    .map((word) => word.replace(/['’]S?$/, ''));
  const isVoice = long.parts.words.some((word) => VOICES.has(word));
  return isVoice && sameWords(owner, words) ? { doubt: `${long.cue} may be ${cue}, heard and not seen` } : undefined;
}

/** Whether a name says only what somebody is: `MAN`, `TAXI DRIVER`. */
function isRole(words: readonly string[]): boolean {
  return ROLES.has(words.at(-1) ?? '');
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && a.length === b.length && startsWith(a, b);
}
function startsWith(a: readonly string[], b: readonly string[]): boolean {
  return b.length > 0 && b.every((word, at) => a[at] === word);
}
function endsWith(a: readonly string[], b: readonly string[]): boolean {
  return b.length > 0 && b.every((word, at) => a[a.length - b.length + at] === word);
}
