import { createRandom, type Random } from '../random.ts';

import { TAGS } from './banks/compose.ts';
import { AFTER, BEFORE, MANNERS_OF_SPEECH, NICKNAMES, TRADE_LINES } from './banks/habits.ts';
import { turnLine } from './compose.ts';
import { type Row, STYLES, type Style } from './row.ts';
import { ownOf } from './shares.ts';
import { countWords, fill, shortName } from './slots.ts';
import type { Speaking } from './speaking.ts';
import { swapWords } from './swap.ts';
import type { Turn } from './turn.ts';

/** A line as it is offered. */
export interface SaidLine {
  readonly beat: number;
  readonly text: string;
  readonly parenthetical: string;
}

/**
 * Say a character's turns in its voice, in order.
 *
 * What is said depends on the scene (by its seed), the turn and this voice alone: never on what others say.
 */
export function sayTurns(turns: readonly Turn[], speaking: Speaking, { seed, pattern }: Saying): readonly SaidLine[] {
  const random = createRandom([seed, speaking.seed]);
  const state: State = { random, pattern, habits: 0 };
  const budget = turns.length < 3 ? 0 : 1;
  const aside = random.int(10);
  const vocativeAt = random.int(Math.max(2, Math.min(5, turns.length)));
  return turns.map((turn, index) => {
    const style = chooseStyle(speaking, random);
    let text = fill(plausible(turn, style, speaking), { names: {}, things: turn.things, topics: turn.topics }, 0);
    if (!speaking.contractions) text = inFull(text);
    if (!turn.reveals) {
      text = withHabit(text, {
        speaking,
        state,
        budget,
        drives: turn.drives,
        tail: turns.length > 3 && aside < 4 && index === Math.floor(turns.length / 2),
      });
      if (index % 7 === vocativeAt && turn.partner !== turn.speaker)
        text = withName(text, turn.partner, speaking, random);
    }
    if (!turn.reveals) text = varied(text, speaking, random);
    return { beat: turn.beat, text, parenthetical: random.int(100) < 8 ? random.pick(MANNERS_OF_SPEECH) : '' };
  });
}

/** A line as it falls this time: with a word more, louder, or asked. The same table line is then another run of words. */
function varied(text: string, { contractions, habit }: Speaking, random: Random): string {
  const dice = random.int(100);
  if (!contractions) return text;
  const swapped = swapWords(text, 'speech', random);
  return swapped.includes('...') || countWords(text) > 14 ? swapped : turned(swapped, dice, { habit, random });
}

function turned(
  text: string,
  dice: number,
  { habit, random }: { readonly habit: Speaking['habit']; readonly random: Random },
): string {
  if (dice < 26 && habit === 'none') return turnLine(text, random);
  if (dice < 14) return turnLine(text, random);
  if (dice >= 94 && countWords(text) < 7) return text.replace(/\.$/, '!');
  if (dice >= 88 && countWords(text) > 2) return text.replace(/\.$/, `, ${random.pick(TAGS)}?`);
  return text;
}

/** The scene that lines are said in: the seed its tasks share, and its pattern. */
export interface Saying {
  readonly seed: string;
  readonly pattern: string;
}

interface State {
  readonly random: Random;
  readonly pattern: string;
  habits: number;
}

/** Particulars of a life that no bible knows of and some bible will contradict. */
const INVENTED =
  /\b(?:mothers?|father|sisters?|brothers?|wife|husband|aunt|uncle|cousins?|grandmother|daughter|nephew|niece|dogs?|cat|goat|parrot|hens?|neighbour|landlady|married|nineteen|eleven years|as a child|at school|undertaker|in our kitchen)\b/i;

/** The words of a style, or, where those invent somebody, of the next likely style that does not. */
function plausible({ row, after }: Turn, style: Style, { styles }: Speaking): string {
  const fits = (one: Style): boolean => !INVENTED.test(row[one]) && !(after && capsJoke(row, after, one));
  if (fits(style)) return row[style];
  // A question last: whoever falls back on them asks nothing else.
  const share = (one: Style): number => (one === 'question' ? 0 : (styles[one] ?? 0));
  const byShare = [...STYLES].sort((a, b) => share(b) - share(a));
  return row[byShare.find(fits) ?? style];
}

/** Whether an answer plays on a word that only one manner of the line before has: nobody knows in which it was said. */
function capsJoke(row: Row, after: Row, style: Style): boolean {
  const others = STYLES.filter((other) => other !== style).map((other) => after[other].toLowerCase());
  const own = wordsOf(after[style]).filter((word) => !others.some((text) => text.includes(word)));
  const plays = wordsOf(row[style]).some((word) => own.includes(word));
  return plays || (style === 'wry' && LEANING.test(row.wry) && !LEANING.test(row.clipped));
}

const LEANING = /^(?:it|its|he|she|they|them|those|that|a|an|and|only|between|the)\b/i;

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/s$/, ''));
}

function chooseStyle(speaking: Speaking, random: Random): Style {
  let left = random.int(1000) / 1000;
  for (const style of STYLES) {
    left -= speaking.styles[style] ?? 0;
    if (left < 0) return style;
  }
  return STYLES.find((style) => speaking.styles[style] !== undefined) ?? 'clipped';
}

interface HabitTurn {
  readonly speaking: Speaking;
  readonly state: State;
  readonly budget: number;
  /** Whether it is said by the one who drives the scene. */
  readonly drives: boolean;
  /** Whether this is the one turn of the scene that may carry an addition. */
  readonly tail: boolean;
}

function withHabit(text: string, { speaking, state, budget, drives, tail }: HabitTurn): string {
  const { habit, trade } = speaking;
  const { random, pattern } = state;
  if (habit === 'trails') return random.int(100) < 35 ? trailing(text) : text;
  const before = BEFORE[habit];
  if (before && state.habits < budget && random.int(100) < 40 && countWords(text) < 12) {
    state.habits += 1;
    const words = ownOf(before, pattern) ?? random.pick(before);
    return words.endsWith(',') ? `${words} ${lowered(text)}` : `${words} ${text}`;
  }
  if (!tail || countWords(text) > 12) return text;
  const after = ownOf(AFTER[habit] ?? [], pattern);
  const shop = drives && trade.length > 0 && random.int(2) === 0 ? ownOf(TRADE_LINES, pattern) : undefined;
  if (shop) return `${text} ${shop.replaceAll('{w}', random.pick(trade))}`;
  return after ? `${text} ${after}` : text;
}

/** Break off: at a comma when there is a long way to go, else at the end. */
function trailing(text: string): string {
  if (/[?!]$/.test(text)) return text;
  const comma = text.lastIndexOf(', ');
  if (comma > text.length / 3 && countWords(text.slice(0, comma)) >= 4) return `${text.slice(0, comma)}...`;
  return text.replace(/\.$/, '...');
}

/** The text to run on after a comma: names and `I` keep their capital. */
function lowered(text: string): string {
  return /^(?:I\b|I['’]|\p{Lu}\p{L}+ \p{Lu})/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** Put the partner's name, as this voice says it, at the end of the first sentence. */
function withName(text: string, partner: string, speaking: Speaking, random: Random): string {
  const called = nameFor(partner, speaking) || (random.int(3) > 0 ? shortName(partner) : '');
  if (!called || countWords(text) > 12 || text.includes('...')) return text;
  return text.replace(/([.?!])(?=\s|$)/, `, ${called}$1`);
}

function nameFor(partner: string, { address }: Speaking): string {
  const words = partner.split(/\s+/);
  switch (address) {
    case 'none':
      return '';
    case 'first':
      return shortName(partner);
    case 'surname':
      return words.at(-1) ?? partner;
    case 'full':
      return partner;
    case 'friend':
      return 'friend';
    case 'dear':
      return partner.length % 2 === 0 ? 'love' : 'dear';
    case 'nickname':
      return NICKNAMES[(partner.length * 7 + (partner.codePointAt(0) ?? 0)) % NICKNAMES.length] ?? '';
  }
}

const FULL: readonly (readonly [RegExp, string])[] = [
  [/\bwon['’]t\b/gi, 'will not'],
  [/\bcan['’]t\b/gi, 'cannot'],
  [/\b(\w+)n['’]t\b/gi, '$1 not'],
  [/\bI['’]m\b/g, 'I am'],
  [/\b(\w+)['’]re\b/gi, '$1 are'],
  [/\b(\w+)['’]ve\b/gi, '$1 have'],
  [/\b(\w+)['’]ll\b/gi, '$1 will'],
  [/\b(it|that|there|who|he|she|what|where)['’]s (got|been|had)\b/gi, '$1 has $2'],
  [/\b(it|that|there|who|he|she|what|where)['’]s\b/gi, '$1 is'],
];

/** The text without contractions. */
function inFull(text: string): string {
  return FULL.reduce((line, [short, long]) => line.replace(short, long), text);
}
