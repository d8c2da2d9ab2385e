import type { Random } from '../random.ts';
import { ACTION_SWAPS, IN_FULL, SPEECH_SWAPS } from './banks/swaps.ts';

/** The text with some of its words exchanged for others that do as well: table lines come back, and not word for word. */
export function swapWords(text: string, kind: 'speech' | 'action', random: Random): string {
  const { pattern, others } = kind === 'speech' ? SPEECH : ACTION;
  const full = kind === 'speech' ? inFullAtTimes(text, random) : text;
  return full.replace(pattern, (found) => {
    const group = others.get(found.toLowerCase().replaceAll('’', "'"));
    if (group === undefined) return found;
    const other = random.pick(group);
    const isCapital = /^\p{Lu}/u.test(found) && !/^I\b/.test(found);
    return isCapital ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  });
}

function inFullAtTimes(text: string, random: Random): string {
  return text.replace(CONTRACTED, (found) => {
    const full = IN_FULL.find(([short]) => short.toLowerCase() === found.toLowerCase().replaceAll('’', "'"))?.[1];
    if (full === undefined || random.int(3) === 0) return found;
    return /^\p{Lu}/u.test(found) ? full.charAt(0).toUpperCase() + full.slice(1) : full;
  });
}

const CONTRACTED = new RegExp(
  `(?<![\\p{L}])(?:${IN_FULL.map(([short]) => short.replace("'", "['’]")).join('|')})(?![\\p{L}'’])(?! (?:had|been|got|gone|come|become|always|never|let|a shame)\\b)`,
  'giu',
);
const SPEECH = readSwaps(SPEECH_SWAPS);
const ACTION = readSwaps(ACTION_SWAPS);

function readSwaps(groups: readonly (readonly string[])[]): {
  readonly pattern: RegExp;
  readonly others: ReadonlyMap<string, readonly string[]>;
} {
  const words = groups.flat().toSorted((a, b) => b.length - a.length);
  const either = words.map((word) => word.replaceAll("'", "['’]")).join('|');
  return {
    pattern: new RegExp(`(?<![\\p{L}'’])(?:${either})(?![\\p{L}'’])`, 'giu'),
    others: new Map(groups.flatMap((group) => group.map((word) => [word.toLowerCase(), group] as const))),
  };
}
