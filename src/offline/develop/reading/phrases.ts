import { type Gender, genderOfWord, isPersonNoun } from './people.ts';

/** A person as the logline puts them. */
export interface PersonPhrase {
  /** The noun phrase without its article or number: `retiring piano tuner`. */
  readonly phrase: string;
  /** The noun at its heart, singular: `tuner`. */
  readonly head: string;
  /** The trade, with the nouns that belong to it: `piano tuner`. */
  readonly trade: string;
  readonly determiner: string;
  /** How many there are: 2 for `two rival funeral directors`. */
  readonly count: number;
  readonly gender: Gender;
  /** Where the phrase stands in the text, determiner included. */
  readonly start: number;
  readonly end: number;
  /** The name the logline gives. */
  readonly name?: string;
}

const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, both: 2 };
const DETERMINER = /\b(an?|the|his|her|their|my|our|its|two|three|four|five|both|another|one)\s+/giu;
const STOP = new Set(
  'who whose whom that which on in at of with from and or but must has have had is are was were will can cannot may before after when while where to for by as into until than whose if so then becomes become'.split(
    ' ',
  ),
);

/** Every person a text mentions by a noun phrase with a determiner, in order. */
export function peopleIn(text: string): readonly PersonPhrase[] {
  return [...text.matchAll(DETERMINER)].flatMap((match) => {
    const found = readPhrase(text, match);
    return found ? [found] : [];
  });
}

function readPhrase(text: string, match: RegExpMatchArray): PersonPhrase | undefined {
  const determiner = (match[1] ?? '').toLowerCase();
  const count = NUMBERS[determiner] ?? 1;
  const start = match.index ?? 0;
  const after = start + match[0].length;
  const words = [...text.slice(after, after + 80).matchAll(/\S+/g)];
  let end = 0;
  let head = '';
  let used = 0;
  for (const [at, word] of words.slice(0, 6).entries()) {
    const raw = word[0];
    const plain = raw.toLowerCase().replace(/[^\p{L}'’-]/gu, '');
    if (STOP.has(plain) || (at > 0 && /^(?:an?|the|his|her|their)$/.test(plain)) || /['’]s$/.test(plain)) break;
    const singular =
      count > 1
        ? plain
            .replace(/(?:ies)$/, 'y')
            .replace(/men$/, 'man')
            .replace(/s$/, '')
        : plain;
    if (isPersonNoun(singular) && (count === 1 || singular !== plain)) {
      head = singular;
      used = at + 1;
      end = word.index + raw.replace(/[^\p{L}]+$/u, '').length;
    } else if (head) break;
    if (/[^\p{L}'’-]$/u.test(raw)) break;
  }
  if (!head) return undefined;
  const phrase = text.slice(after, after + end);
  const before = words.slice(0, used - 1).map((word) => word[0].toLowerCase());
  const last = before.at(-1) ?? '';
  const joined = before.length > 0 && !ADJECTIVE.test(last) ? `${last} ${head}` : head;
  return { phrase, head, trade: joined, determiner, count, gender: genderOfWord(head), start, end: after + end };
}

const ADJECTIVE =
  /(?:ed|ing|al|ous|ful|less|ive|able|ible|ic|ish|ly|ent|ant|ary|y)$|^(?:old|young|new|rival|blind|deaf|honest|lone|small|rich|poor|dead|same|only|former|late|enemy|night|night-shift|small-town|first|last|small-time|brilliant|shy|timid|mute|proud|good|bad|great|little|ex|teenage|female|male|rookie|veteran|widowed)$|-/;
