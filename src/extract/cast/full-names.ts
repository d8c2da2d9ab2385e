import { type NameParts, nameParts } from './name.ts';
import type { Named } from './name-finder.ts';
import { FAMILY_TITLES, ROLES, STARTERS, STATES } from './words.ts';

/** A word with a capital first letter right before or behind a name, and what ends it. */
const BEFORE = /(?<![\p{L}\p{M}'’-])(?:(\p{Lu}[\p{L}\p{M}'’-]*)(\.?)[ ]+)?(\p{Lu}[\p{L}\p{M}'’-]*)(\.?) +$/u;
const AFTER = /^ (\p{Lu}[\p{L}\p{M}'’-]*\p{L})(?![\p{L}\p{M}])/u;
/** What stands behind a name at an introduction: an age, or a description behind a comma. */
const INTRODUCED = /^(?:\s*\((?:[^()]*\d|[^()]*(?:teen|twent|thirt|fort|fift|sixt))|, (?:\d|mid|early|late|an? ))/u;

/**
 * The full names by which the action calls somebody whose cue has one word: `Mara Vance` for MARA, `George Tesman` for
 * TESMAN, `Judge Brack` for BRACK. Never with a word that stands in small letters elsewhere, or with a title that
 * makes another of the family of it.
 */
export function fullNames(cue: NameParts, named: readonly Named[], smallWords: ReadonlySet<string>): readonly string[] {
  const [word = ''] = cue.words;
  if (cue.words.length !== 1 || ROLES.has(word) || STATES.has(word)) return [];
  const isName = (text: string): boolean => {
    const upper = text.toUpperCase();
    return (
      text.length > 1 &&
      !smallWords.has(text.toLowerCase()) &&
      !STARTERS.has(upper) &&
      !STATES.has(upper) &&
      !ROLES.has(upper)
    );
  };
  const found = named.flatMap(({ told: { text }, text: shown, at }): readonly string[] => {
    const capitals = shown === shown.toUpperCase();
    const fits = (other: string, rest: string): boolean =>
      isName(other) && (other === other.toUpperCase() ? capitals && INTRODUCED.test(rest) : !capitals);
    const rest = text.slice(at + shown.length);
    const after = AFTER.exec(rest)?.[1];
    if (after !== undefined && fits(after, rest.slice(after.length + 1))) return [`${shown} ${after}`];
    const before = BEFORE.exec(text.slice(Math.max(0, at - 60), at));
    const [, outer = '', outerPoint = '', inner = '', innerPoint = ''] = before ?? [];
    return beforeName({ outer, outerPoint, inner, innerPoint }, cue)
      .filter(() => inner !== '')
      .flatMap((name) => {
        const first = name.title ? true : fits(inner, rest);
        return first ? [`${name.words} ${shown}`] : [];
      });
  });
  return [...new Set(found.map((name) => name.replace(/\s+/gu, ' ')))];
}

interface Before {
  readonly outer: string;
  readonly outerPoint: string;
  readonly inner: string;
  readonly innerPoint: string;
}

/** What stands before a name and belongs to it: a title of an office, or a first name, with or without a title in front. */
function beforeName(
  { outer, outerPoint, inner, innerPoint }: Before,
  cue: NameParts,
): readonly { readonly words: string; readonly title: boolean }[] {
  if (inner === '') return [];
  const title = nameParts(`${inner} X`);
  if (title.title !== undefined)
    return title.office && cue.title === undefined ? [{ words: inner + innerPoint, title: true }] : [];
  if (innerPoint !== '') return [];
  const family = nameParts(`${outer} X`);
  if (outer !== '' && family.title !== undefined) {
    if (cue.title === undefined && FAMILY_TITLES.has(family.title)) return [];
    return [{ words: `${outer}${outerPoint} ${inner}`, title: false }];
  }
  return [{ words: inner, title: false }];
}

/** Full names of somebody whose cue has a family title: `Miss Juliana Tesman` for MISS TESMAN. */
export function titledFullNames({ title, words }: NameParts, texts: readonly string[]): readonly string[] {
  const [word = ''] = words;
  if (title === undefined || words.length !== 1 || !/^\p{L}+$/u.test(word)) return [];
  const first = "\\p{Lu}[\\p{L}'’-]*\\p{Ll}";
  const pattern = new RegExp(`(?<!\\p{L})${title}\\.? (${first}) ${word}(?!\\p{L})`, 'giu');
  const found = texts.flatMap((text) => Array.from(text.matchAll(pattern), ([shown]) => shown));
  return [...new Set(found)].filter((name) => name.split(' ').every((part) => /^\p{Lu}\p{L}*\p{Ll}/u.test(part)));
}
