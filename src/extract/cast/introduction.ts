import type { Quote } from '../extracted.ts';
import { type Quoter, sentencesOf, shortened } from '../quote.ts';
import type { Named } from './name-finder.ts';

/** How the action shows somebody first. */
export interface Introduction {
  readonly introduction: Quote | null;
  readonly age: Quote | null;
  readonly look: Quote | null;
}

const DECADES = 'teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const PART = '(?:(?:early|mid|late|his|her|their|in|about|around|nearly|almost|barely|maybe)[ -]+)*';
const COUNT = `(?:\\d{1,3}(?:['’]?s)?(?:-year-old| years old)?|(?:${ONES})-and-(?:${TENS})|(?:${TENS})(?:-(?:${ONES}))?|(?:thir|four|fif|six|seven|eigh|nine)teen|${DECADES})`;
const AGE = new RegExp(`^${PART}${COUNT}(?![\\p{L}\\p{N}])(?! (?:feet|minutes|dollars|times|miles))`, 'iu');
const PROSE_AGE = new RegExp(
  `\\b(?:of|aged?|in (?:his|her|their)) ((?:about |early |mid-?|late )?${COUNT})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** A sentence that says what somebody is like or wears. */
const LOOK = /\b(?:is|are|was) (?:an? |nicely|carefully|simply|dressed)|\b(?:wears|dressed|clad|appears)\b/u;

/** Words in -s that begin a description, and no verb that goes on with the story. */
const NOUNS =
  /^(?:his|glasses|jeans|boots|sunglasses|overalls|shorts|gloves|eyes|always|perhaps|dress|less|tress|hands|scars|tattoos|freckles)$/i;

/** Find how somebody is introduced: where the action names them in capitals first, or else where it names them first. */
export function introductionOf(
  named: readonly Named[],
  quote: Quoter,
  isOther: (sentence: string) => boolean,
): Introduction {
  const place = named.find(isInCapitals) ?? named.find((one) => !isOwner(one)) ?? named[0];
  if (place === undefined) return { introduction: null, age: null, look: null };
  const { told, at, text } = place;
  const sentences = sentencesOf(told.text);
  const own = sentences.findLastIndex((sentence) => sentence.at <= at);
  const introduction = quote(told.block, shortened(sentences[own]?.text ?? told.text));
  const make = (words: string): Quote | null => (words === '' ? null : quote(told.block, words));
  const behind = readBehind(told.text.slice(at + text.length));
  if (behind !== undefined) return { introduction, age: make(behind.age), look: make(behind.look) };
  // Prose, as in plays: the sentence that names them, and those after it that go on about them.
  const rest = sentences.slice(own + 1);
  const end = rest.findIndex((sentence) => isOther(sentence.text));
  const about = [sentences[own], ...(end < 0 ? rest : rest.slice(0, end))].flatMap((sentence) => sentence?.text ?? []);
  const age = about.map((sentence) => PROSE_AGE.exec(sentence)?.[1]).find((found) => found !== undefined);
  const names = [...new Set(named.map((one) => one.text))].map(escaped);
  const subject = new RegExp(`^(?:(?:He|She|They)\\b|${names.join('|')})`, 'u');
  const look = about.find((sentence, at) => (at === 0 || subject.test(sentence)) && LOOK.test(sentence));
  return { introduction, age: make(age ?? ''), look: make(shortened(look ?? '')) };
}

/** Whether a name only says whose something is. */
function isOwner({ told, text, at }: Named): boolean {
  return /^['’]/u.test(told.text.slice(at + text.length));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

/** Whether a name stands in capitals in a text that does not. */
function isInCapitals({ text, told }: Named): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase() && told.text !== told.text.toUpperCase();
}

/** Read `(30s, tired)`, `(34), salt in her hair` and `, 34, salt in her hair` behind a name. */
export function readBehind(rest: string): { readonly age: string; readonly look: string } | undefined {
  const inside = /^\s*\(([^()\n]{1,120})\)/u.exec(rest);
  if (inside !== null) {
    const { age, look } = ageAndMore(inside[1] ?? '');
    if (age === '' && look === '') return undefined;
    return { age, look: look === '' ? phrases(rest.slice(inside[0].length)) : look };
  }
  const [, text] = /^, ([^\n]+)/u.exec(rest) ?? [];
  const age = AGE.exec(text ?? '')?.[0];
  return text === undefined || age === undefined ? undefined : { age, look: phrases(text.slice(age.length)) };
}

/** What stands in parentheses: an age in one of its parts, the rest is what is seen. */
function ageAndMore(text: string): { readonly age: string; readonly look: string } {
  const pieces = text.split(/\s*[,;/]\s*/u);
  const at = pieces.findIndex((piece) => AGE.test(piece));
  const piece = pieces[at];
  if (piece === undefined) return { age: '', look: /^\p{Lu}[.\p{Lu}]+$|CONT/u.test(text) ? '' : text.trim() };
  const age = AGE.exec(piece)?.[0] ?? '';
  const start = text.indexOf(piece);
  const before = text.slice(0, start).replace(/[\s,;/]+$/u, '');
  const after = text.slice(start + age.length).replace(/^[\s,;/]+/u, '');
  return { age, look: after === '' ? before : after };
}

/** The phrases between commas up to the verb that goes on with the story, or the end of the sentence. */
function phrases(text: string): string {
  const [, line = ''] = /^\s*,\s*([^.!?\n]*)/u.exec(text) ?? [];
  const all = line.split(/,\s*/u);
  const stop = all.findIndex((phrase) => {
    const [first = ''] = phrase.split(' ');
    return /^\p{Ll}+s$/u.test(first) && !NOUNS.test(first);
  });
  const kept = stop < 0 ? all : all.slice(0, stop);
  return shortened(line.slice(0, kept.join(', ').length).replace(/[\s,;–—-]+$/u, ''));
}
