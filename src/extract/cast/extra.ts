import type { Extra } from '../extracted.ts';
import { nameKey, withoutAccents } from './name.ts';
import { ANY, GROUPS, NUMBERS, ROLES, VOICES } from './words.ts';

/** What is known of a cue that may be nobody's. */
export interface CueContext {
  /** The keys of all cues. */
  readonly keys: ReadonlySet<string>;
  readonly smallWords: ReadonlySet<string>;
  readonly speeches: number;
}

/** Between the names of a group: English always, other words where both sides are cues. */
const SURE_JOIN = /\s+(?:AND|&|\+)\s+|\s*[&+/]\s*/;
const ANY_JOIN = /\s*,\s*(?:AND\s+)?|\s+(?:AND|UND|ET|Y|E|I|EN|OG|OCH|И)\s+|\s*[&+/、]\s*/;

/** Why a cue is no part of its own; `null` when it may be one. */
export function extraOf(cue: string, context: CueContext): Extra | null {
  if (context.speeches === 1 && (/(?:[!?:…]|\.\.\.)$|^(?:INT|EXT)[. /]/.test(cue) || cue.split(' ').length > 6))
    return 'not-a-name';
  if (groupNames(cue, context.keys).length > 1) return 'group';
  const words = withoutAccents(cue).match(/[\p{L}\p{M}\p{N}#]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
  const last = words.at(-1) ?? '';
  if (words.some((word) => GROUPS.has(word)) || isPlural(last, context.smallWords)) return 'group';
  if (words.some((word) => VOICES.has(word))) return 'voice';
  if (isNumbered(cue, words)) return 'numbered';
  return ANY.has(words[0] ?? '') ? 'anybody' : null;
}

/** The names that a cue of several joins; none for one name. */
export function groupNames(cue: string, keys: ReadonlySet<string>): readonly string[] {
  const all = cue.split(ANY_JOIN).filter((name) => name.trim() !== '');
  if (all.length > 1 && all.every((name) => keys.has(nameKey(name)))) return all;
  const sure = cue.split(SURE_JOIN).filter((name) => name.trim() !== '');
  return sure.length > 1 && sure.every((name) => /\p{L}{2}/u.test(name)) ? sure : [];
}

/** Whether a word is more than one of a kind: `GUARDS`, or `PIRATES` where the text knows pirate and pirates. */
function isPlural(word: string, smallWords: ReadonlySet<string>): boolean {
  if (!word.endsWith('S')) return false;
  const single = word.slice(0, -1);
  if (ROLES.has(single)) return true;
  return smallWords.has(word.toLowerCase()) && smallWords.has(single.toLowerCase()) && single.length > 2;
}

function isNumbered(cue: string, words: readonly string[]): boolean {
  if (/(?:#\s*|(?:^|\s)(?:NO\.?\s*)?)\d+$/.test(cue)) return words.length > 1 || cue.includes('#');
  const [first = '', ...rest] = words;
  const last = rest.at(-1) ?? '';
  if (rest.length === 0) return false;
  return (
    (NUMBERS.has(first) && ROLES.has(last)) ||
    ((NUMBERS.has(last) || /^[A-D]$/.test(last)) && ROLES.has(rest.at(-2) ?? first))
  );
}
