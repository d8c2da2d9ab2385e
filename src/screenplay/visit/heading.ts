import { plainText } from '../inline/inline.ts';
import { oneLine } from '../text.ts';

/** Where a scene plays, as far as its prefix says. `EXT/INT` is `INT/EXT`. */
export type HeadingPrefix = 'INT' | 'EXT' | 'EST' | 'INT/EXT' | 'I/E';

/** What a scene heading says, in the letters it was written in. */
export interface HeadingParts {
  /** Absent when the heading was forced and begins with none. */
  readonly prefix?: HeadingPrefix;
  /** `HOUSE`; empty when nothing but prefix and time stand there. */
  readonly location: string;
  /** What follows the location between dashes, without the time: `KITCHEN`. */
  readonly sublocations: readonly string[];
  /** `NIGHT`, `LATER THAT DAY`. Absent when no part is a known time. */
  readonly time?: string;
  /** What stands in parentheses behind the time, or between dashes after it: `1942`, `FLASHBACK`. */
  readonly remark?: string;
}

const PREFIX = /^(INT\.?\/EXT|EXT\.?\/INT|I\/E|INT|EXT|EST)(?:[. ]|$)/i;

/** A hyphen parts only with spaces around it (`DRIVE-IN`); a longer dash always, except between years. */
const DASH = / -{1,3} | -{1,3}$| ?(?<!\d)[\u2013\u2014] ?| ?[\u2013\u2014](?!\d) ?/;

/** Times of day in the languages whose scripts write INT. and EXT., and the words that tie a scene to the one before. */
const TIMES = new Set(
  (
    'DAY NIGHT DAWN DUSK MORNING AFTERNOON EVENING NOON MIDDAY MIDNIGHT SUNRISE SUNSET SUNDOWN SUNUP TWILIGHT DAYBREAK ' +
    'CONTINUOUS CONTINUING CONTINUED LATER SAME SIMULTANEOUS ' +
    'TAG NACHT MORGEN MORGENS VORMITTAG MITTAG NACHMITTAG ABEND ABENDS DÄMMERUNG MORGENDÄMMERUNG SPÄTER ' +
    'JOUR NUIT MATIN SOIR AUBE CRÉPUSCULE MIDI MINUIT CONTINU ' +
    'DÍA DIA NOCHE MAÑANA TARDE AMANECER ATARDECER ANOCHECER MEDIODÍA MEDIANOCHE ' +
    'GIORNO NOTTE MATTINA MATTINO POMERIGGIO SERA ALBA TRAMONTO NOITE MANHÃ AMANHECER ANOITECER ' +
    'DAG OCHTEND MIDDAG AVOND NATT KVÄLL MORGON NAT AFTEN ' +
    'DZIEŃ NOC WIECZÓR RANO DEN VEČER RÁNO NAPPAL ÉJSZAKA ДЕНЬ НОЧЬ УТРО ВЕЧЕР 日 夜 朝 昼 夕'
  ).split(' '),
);

/** Words that may stand beside a time: `LATER THAT NIGHT`, `EARLY MORNING`, `MOMENTS LATER`, `MAGIC HOUR`. */
const BESIDE_TIME = new Set(
  (
    'A AN THE THAT THIS OF IN TO AND OR NEXT SAME EARLY LATE MID PRE FIRST LAST FOLLOWING PREVIOUS BEFORE AFTER FEW ' +
    'MOMENT MOMENTS SECOND SECONDS MINUTE MINUTES HOUR HOURS DAYS WEEK WEEKS MONTH MONTHS YEAR YEARS TIME MUCH LIGHT'
  ).split(' '),
);

const HOURS = new Set(['MAGIC HOUR', 'GOLDEN HOUR', 'BLUE HOUR', 'FIRST LIGHT', 'LAST LIGHT']);

/**
 * Read what a scene heading says: `INT. HOUSE - KITCHEN - NIGHT (1942)` plays inside a house, in the kitchen, at night.
 *
 * The last part between dashes that is a known time is the time. The text is inline Fountain; emphasis and notes are
 * left out.
 */
export function readHeading(text: string): HeadingParts {
  const line = oneLine(plainText(text));
  const written = PREFIX.exec(line)?.[1];
  const parts = line
    .slice(written?.length ?? 0)
    .replace(/^\.? ?/, '')
    .split(DASH)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const at = parts.findLastIndex(isTime);
  const places = at < 0 ? parts : parts.slice(0, at);
  const { words, remark } = parts[at] === undefined ? { words: undefined, remark: '' } : splitRemark(parts[at]);
  const remarks = [remark, ...(at < 0 ? [] : parts.slice(at + 1))].filter((part) => part !== '');
  return {
    ...(written === undefined ? {} : { prefix: knownPrefix(written) }),
    location: places[0] ?? '',
    sublocations: places.slice(1),
    ...(words === undefined ? {} : { time: words }),
    ...(remarks.length === 0 ? {} : { remark: remarks.join(' - ') }),
  };
}

function knownPrefix(written: string): HeadingPrefix {
  const prefix = written.toUpperCase();
  return prefix === 'INT' || prefix === 'EXT' || prefix === 'EST' || prefix === 'I/E' ? prefix : 'INT/EXT';
}

function isTime(part: string): boolean {
  const words = splitRemark(part).words.toUpperCase();
  if (HOURS.has(words)) return true;
  const each = words.split(/[ /,-]/).filter((word) => word !== '');
  return each.some((word) => TIMES.has(word)) && each.every((word) => TIMES.has(word) || isBesideTime(word));
}

function isBesideTime(word: string): boolean {
  return BESIDE_TIME.has(word) || /^#?\d{1,4}$/.test(word);
}

/** Part `NIGHT (1942)` into its words and what stands in parentheses at the end. */
function splitRemark(part: string): { readonly words: string; readonly remark: string } {
  const open = part.indexOf('(');
  if (open < 0) return { words: part, remark: '' };
  return {
    words: part.slice(0, open).trim(),
    remark: part.slice(open).replace(/[()]/g, ' ').replace(/ +/g, ' ').trim(),
  };
}
