import { createRandom, type Random } from '../random.ts';
import { STYLES, type Style } from './bank.ts';
import { AFTER, BEFORE, MANNERS_OF_SPEECH, NICKNAMES, TRADE_LINES } from './banks/habits.ts';
import type { Turn } from './plan.ts';
import { countWords, fill, shortName } from './slots.ts';
import type { Speaking } from './speaking.ts';

/** A line as it is offered. */
export interface SaidLine {
  readonly beat: number;
  readonly text: string;
  readonly parenthetical: string;
}

/**
 * Say a character's turns in its voice, in order.
 *
 * What is said depends on the scene (by `sceneSeed`), the turn and this voice alone: never on what others say.
 */
export function sayTurns(turns: readonly Turn[], speaking: Speaking, sceneSeed: string): readonly SaidLine[] {
  const random = createRandom([sceneSeed, speaking.seed]);
  const state: State = { random, used: new Set(), named: 0, habits: 0, closed: false };
  const budget = turns.length < 3 ? 0 : turns.length < 7 ? 1 : 2;
  const aside = random.int(10);
  const vocativeAt = random.int(Math.max(2, turns.length));
  return turns.map((turn, index) => {
    const style = chooseStyle(speaking, random);
    let text = fill(turn.row[style], { names: {}, things: turn.things, topics: turn.topics }, 0);
    if (!speaking.contractions) text = inFull(text);
    if (!turn.reveals) {
      text = withHabit(text, {
        speaking,
        state,
        budget,
        tail: turns.length > 3 && aside < 4 && index === Math.floor(turns.length / 2),
      });
      if (index === vocativeAt && turn.partner !== turn.speaker) text = withName(text, turn.partner, speaking);
    }
    state.used.add(text);
    return { beat: turn.beat, text, parenthetical: random.int(100) < 12 ? random.pick(MANNERS_OF_SPEECH) : '' };
  });
}

interface State {
  readonly random: Random;
  readonly used: Set<string>;
  named: number;
  habits: number;
  closed: boolean;
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
  /** Whether this is the one turn of the scene that may carry an addition. */
  readonly tail: boolean;
}

function withHabit(text: string, { speaking, state, budget, tail }: HabitTurn): string {
  const { habit, trade } = speaking;
  const { random } = state;
  if (habit === 'trails') return random.int(100) < 35 ? trailing(text) : text;
  const before = BEFORE[habit];
  if (before && state.habits < budget && random.int(100) < 40 && countWords(text) < 12) {
    state.habits += 1;
    const words = random.pick(before);
    return words.endsWith(',') ? `${words} ${lowered(text)}` : `${words} ${text}`;
  }
  if (!tail || countWords(text) > 12) return text;
  const after = AFTER[habit];
  if (trade.length > 0 && random.int(2) === 0) {
    return `${text} ${random.pick(TRADE_LINES).replaceAll('{w}', random.pick(trade))}`;
  }
  return after ? `${text} ${random.pick(after)}` : text;
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
function withName(text: string, partner: string, speaking: Speaking): string {
  const called = nameFor(partner, speaking);
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
