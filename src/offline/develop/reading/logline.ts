import { type Domain, domainOf } from '../domains/index.ts';
import type { Gender } from './people.ts';
import { type PersonPhrase, peopleIn } from './phrases.ts';
import { leadingName } from './proper.ts';
import { OBJECTS, placesIn, type SeenPlace } from './things.ts';

/** What heuristics over closed-class words can tell from a logline. Everything but the domain may be missing. */
export interface Reading {
  /** Trimmed, its white space single, no longer than 400 characters. */
  readonly text: string;
  readonly domain: Domain;
  readonly lead: PersonPhrase | undefined;
  readonly leadGender: Gender;
  readonly others: readonly PersonPhrase[];
  /** What must be done, as a bare infinitive: `open the doors`. */
  readonly goal: string | undefined;
  /** The adverbial that sets the clock: `before the son’s farewell concert`. */
  readonly before: string;
  /** The thing it is about, with its article. */
  readonly object: string;
  /** As a title might name it: `Stolen Violin`; absent when the logline names no thing. */
  readonly objectTitle: string | undefined;
  readonly places: readonly SeenPlace[];
  /** A hidden truth as a clause, its subject perhaps `{L}` or `{O}`: `{L} is going deaf`. */
  readonly secret: string | undefined;
}

/** Read a logline. Any text will do: what cannot be read is left out or taken from the domain. */
export function readLogline(logline: string): Reading {
  const text = shorten(logline.replace(/\s+/g, ' ').trim());
  const plain = quieten(text);
  const people = peopleIn(plain);
  const named = leadingName(plain);
  const [first, ...rest] = people;
  const lead = named ?? first;
  const others = (
    named
      ? people.filter((one) => one.start > named.end + 2 && !/\b(?:is|was) $/.test(plain.slice(0, one.start)))
      : rest
  ).filter((one) => one.head !== lead?.head && !gone(plain, one));
  const words = (plain.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []).flatMap((word) => [
    word,
    ...word.split('-').slice(1),
  ]);
  const domain = domainOf(words);
  const object = objectIn(plain, lead);
  return {
    text: plain,
    domain,
    lead,
    leadGender: leadGender(plain, lead, others),
    others,
    goal: goalIn(plain),
    before: beforeIn(plain) ?? domain.before,
    object: object ? `the ${object.noun}` : domain.object,
    objectTitle: object?.title,
    places: placesIn(plain),
    secret: secretIn(plain),
  };
}

function shorten(text: string): string {
  if (text.length <= 400) return text;
  const stop = text.slice(0, 400).lastIndexOf('. ');
  if (stop > 60) return text.slice(0, stop + 1);
  return `${text
    .slice(0, 320)
    .replace(/\s+\S*$/u, '')
    .replace(/[,;:]$/, '')} …`;
}

/** A logline in capitals, set as a sentence. */
function quieten(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 8 || letters !== letters.toUpperCase() || letters === letters.toLowerCase()) return text;
  const lower = text.toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

function leadGender(text: string, lead: PersonPhrase | undefined, others: readonly PersonPhrase[]): Gender {
  if (!lead || lead.count > 1) return 'unknown';
  if (lead.gender !== 'unknown') return lead.gender;
  const pronoun = text.slice(lead.end).match(/\b(he|his|him|she|her|hers)\b/i);
  if (!pronoun) return 'unknown';
  const gender: Gender = /^s?he?r/i.test(pronoun[0]) || /^she$/i.test(pronoun[0]) ? 'female' : 'male';
  const at = lead.end + (pronoun.index ?? 0);
  const rival = others.find(
    (one) => one.gender === gender && one.start < at && one.determiner !== pronoun[0].toLowerCase(),
  );
  return rival ? 'unknown' : gender;
}

const GOALS: readonly RegExp[] = [
  /\b(?:decide|choose) whether (?:or not )?to (.+)/i,
  /\b(?:has|have|had|is given|are given) (?:only |just )?(?:an?|one|two|three|four|five|six|seven|ten|twelve|\d+) (?:\w+ )?(?:nights?|days?|weeks?|hours?|months?|minutes?|years?) to (.+)/i,
  /\b(?:forced|has|have|determined|ordered|asked|hired|agrees?|tries|try|sets out|fights?|struggles?|races?|vows?|plans?|wants?|sent) to (.+)/i,
  /\bmust (?:find a way to |learn to |fight to |race to )?(.+)/i,
];

function goalIn(text: string): string | undefined {
  for (const pattern of GOALS) {
    const goal = text
      .match(pattern)?.[1]
      ?.split(/[,;.!?—]| (?:before|until|when|while|or|but|as|on the|without|with each) /)[0]
      ?.trim();
    if (!goal) continue;
    const words = goal.split(' ');
    const plain =
      /^(?:choose|decide|be|whether|which|between)\b/i.test(goal) ||
      /\b(?:it|them|he|she|they|this|that)\b/i.test(goal);
    if (words.length >= 2 && words.length <= 12 && !plain) return goal;
  }
  return undefined;
}

function beforeIn(text: string): string | undefined {
  const clause = text.match(/\b(before|until) ((?:the|his|her|their|its|an?) [^,.;!?—]{3,60})/i);
  if (clause) return `${clause[1]?.toLowerCase()} ${clause[2]?.trim()}`;
  const span =
    text.match(/\b(one|two|three|four|five|six|seven|ten|\d+)[ -](night|day|week|hour|month|minute)s?\b/i) ??
    text.match(/\b(week|day|night|month)-long\b/i);
  if (!span) return undefined;
  const [amount, unit] = span.length === 3 ? [span[1] ?? '', span[2] ?? ''] : ['one', span[1] ?? ''];
  const one = amount === '1' || amount.toLowerCase() === 'one';
  return one
    ? `before the ${unit.toLowerCase()} is out`
    : `before the ${amount.toLowerCase()} ${unit.toLowerCase()}s are up`;
}

function objectIn(
  text: string,
  lead: PersonPhrase | undefined,
): { readonly noun: string; readonly title: string } | undefined {
  const outside = lead ? text.slice(0, lead.start) + ' '.repeat(lead.end - lead.start) + text.slice(lead.end) : text;
  const match = outside.match(OBJECTS);
  if (!match) return undefined;
  const noun = (match[2] ?? '').toLowerCase();
  const adjective = (match[1] ?? '').toLowerCase();
  const good =
    /(?:en|ed|ing|ient)$|^(?:old|last|lost|silver|golden|secret|magic|cursed|rare|family|dead|blank|one)$/.test(
      adjective,
    ) && !/^(?:the|their|been|when|then|open|opened)$/.test(adjective);
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return { noun, title: good ? `${capital(adjective)} ${capital(noun)}` : capital(noun) };
}

function secretIn(text: string): string | undefined {
  const lie = text.match(/\b(?:the )?lie (he|she|they) told([^,.;]*)/i);
  if (lie) return `{O} lied${(lie[2] ?? '').trimEnd()}`;
  const clause = text.match(
    /\b(?:tell .{0,80}?that|discovers?(?: that)?|learns?(?: that)?|realis\w+(?: that)?|realiz\w+(?: that)?|finds? out(?: that)?|hides?(?: the fact)? that) ([^,.;!?—]+)/i,
  )?.[1];
  if (!clause) return undefined;
  const cut = (clause.split(/ (?:and must|and has|but must|before|until|when|while) /)[0] ?? '').trim();
  const finite = cut.match(
    /^((?:\S+ ){1,5}?)(is|are|was|were|has|have|had|can|cannot|will|never|ended|died|left|lied|killed|stole) \S+/i,
  );
  if (!finite || cut.split(' ').length > 16) return undefined;
  if (/^(?:he|she|they|his|her|their) /i.test(cut)) {
    return /^(?:he|she) (?:is|was|has|had|can|cannot|will)\b/i.test(cut) ? cut.replace(/^\S+/, '{L}') : undefined;
  }
  return /\b(?:he|she|his|her|him)\b/i.test(cut) ? undefined : cut;
}

/** Whether somebody can no longer come on stage. */
function gone(text: string, { phrase, start }: PersonPhrase): boolean {
  return (
    /\b(?:missing|dead|late|murdered|deceased)\b/i.test(phrase) ||
    /\b(?:murdered|killed|buried|mourns) $/i.test(text.slice(0, start))
  );
}
