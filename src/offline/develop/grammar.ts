import type { Gender } from './reading/people.ts';

/** What the slots of a template stand for. */
export type Slots = Readonly<Record<string, string>>;

/** As {@link fill}, for a part of a sentence: nothing is capitalised. Values may hold slots themselves. */
export function fillClause(template: string, slots: Slots): string {
  const once = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole);
  return once(once(template));
}

/** The text with a capital after every full stop, and at its start. */
export function capitals(text: string): string {
  return text.replace(/(^|[.!?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** `a` or `an` before a word, by its sound as far as spelling tells. */
export function article(phrase: string): string {
  if (/^(?:uni|use|eu|one\b|ute|uk)/i.test(phrase)) return 'a';
  return /^(?:[aeiou]|hour|heir|honest|honou?r)/i.test(phrase) ? 'an' : 'a';
}

/** The same thing, already mentioned, by its short name: `a bow without hair` → `the bow`. */
export function known(phrase: string): string {
  const short = phrase.replace(
    /^(\S+ \S+.*?)(?:,| (?:with|that|in|from|without|marked|wrapped|reading|over|eleven|past|addressed|on|cut|tied|sewn|folded|torn|ten)) .*$/,
    '$1',
  );
  return /^(?:the|his|her|their|its) /.test(short) ? short : `the ${short.replace(/^(?:an?|some) /, '')}`;
}

/** `one, two and three`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** The text with its first letter a capital. */
export function initial(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}

const PRONOUNS: Readonly<Record<Gender, readonly [his: string, him: string, himself: string]>> = {
  female: ['her', 'her', 'herself'],
  male: ['his', 'him', 'himself'],
  unknown: ['their', 'them', 'themself'],
};

/** The slots of one person under a letter: `{L}`, `{Lhis}`, `{Lhim}`, `{Lself}`. Verbs never follow a pronoun, so `their` is safe. */
export function personSlots(letter: string, name: string, gender: Gender): Slots {
  const [his, him, self] = PRONOUNS[gender];
  return { [letter]: name, [`${letter}his`]: his, [`${letter}him`]: him, [`${letter}self`]: self };
}

const ON =
  /\b(?:STREET|ROAD|BRIDGE|DECK|ROOF|STAIRS|STEPS|STAGE|PIER|QUAY|PORCH|BEACH|PLATFORM|WALL|DOCK|STAIRWELL SHELF|SHELF|FIELD|JETTY)$/;
const AT = /\b(?:GATE|DOOR|DOORS|STATION|GRATING|SHEDS|MARKET|CHURCHYARD GATE|TABLE|WINDOW|GARDEN GATE)$/;

/** A heading's place as a sentence names it, `the lamp room`, and where one is in it, `in the lamp room`. */
export function placeSlots(heading: string, people: readonly string[]): Slots {
  const bare = heading.replace(/^\s*(?:INT|EXT|I\/E|INT\.?\/EXT)[./ ]+/i, '').trim() || heading;
  const shouted = bare === bare.toUpperCase();
  const prose = shouted ? restoreNames(bare.toLowerCase(), people) : bare;
  const numbered = /(?: \d+| (?:one|two|three|four|five|six|seven|eight|nine|ten|twelve))$/i.test(bare);
  const owned = numbered || /^\p{Lu}\S*['’]s? /u.test(prose) || /^(?:the|an?|his|her|their) /i.test(prose);
  const place = owned || !(shouted || /^\p{Ll}/u.test(prose)) ? prose : `the ${prose}`;
  const last = bare.toUpperCase();
  const preposition = ON.test(last) ? 'on' : AT.test(last) ? 'at' : 'in';
  return { place, at: `${preposition} ${place}` };
}

function restoreNames(text: string, people: readonly string[]): string {
  return people.reduce((line, name) => {
    const at = line.search(new RegExp(`(?<!\\p{L})${escaped(name.toLowerCase())}(?!\\p{L})`, 'u'));
    return at < 0 ? line : line.slice(0, at) + name + line.slice(at + name.length);
  }, text);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
