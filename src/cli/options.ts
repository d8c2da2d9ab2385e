import { nearest } from '../core/nearest.ts';
import type { Dialogue, Format, Order } from '../project.ts';
import { invalid } from './failure.ts';
import { formatCount } from './format.ts';
import type { Io } from './io.ts';
import { oneLine } from './text.ts';

/** What each format is, for the help. */
export const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  short: 'a short film',
  feature: 'a feature film',
  'tv-hour': 'an hour of television',
  sitcom: 'half an hour of comedy',
};

/** The most scenes one script may have. */
export const MOST_SCENES = 200;
/** The most plans of one sequence to choose from. */
export const MOST_CANDIDATES = 5;
/** The most characters a logline may have. */
export const LONGEST_LOGLINE = 2000;
/** Standard input is read no further than this many characters. */
const LONGEST_STDIN = 1_000_000;
const EXAMPLE = 'scriptgen write "A retired safecracker must teach her granddaughter one last job."';

/** What each way of asking the people of a scene is, for the help. */
const DIALOGUE_NAMES: Readonly<Record<Dialogue, string>> = {
  auto: 'who knows the same',
  apart: 'nobody',
  together: 'everybody',
  turns: 'nobody; a call for every turn, each hearing the others',
};

/** How the flag `--dialogue` is told. */
export const DIALOGUE_FLAG = [
  '--dialogue <mode>',
  `whose lines are asked for in one call: ${Object.entries(DIALOGUE_NAMES)
    .map(([mode, who]) => `${mode} (${who})`)
    .join(', ')}`,
] as const;

/** What each order is, for the help. */
const ORDER_NAMES: Readonly<Record<Order, string>> = {
  parallel: 'its card alone, all at once',
  story: 'the end of the scene before',
  full: 'all scenes before',
};

/** How the flag `--order` is told. */
export const ORDER_FLAG = [
  '--order <order>',
  `what a scene is written after: ${Object.entries(ORDER_NAMES)
    .map(([order, what]) => `${order} (${what})`)
    .join(', ')}`,
] as const;

/** Read `--order`. @throws ScriptGenError `input/invalid`, naming the nearest. */
export function readOrder(text: string): Order {
  return oneOf('--order', Object.keys(ORDER_NAMES) as readonly Order[])(text);
}

/** How the flags `--surface` and `--no-surface` are told. */
export const SURFACE_FLAGS = [
  ['--surface', 'ask for lines that say what other scenes say in other words (the default)'],
  ['--no-surface', 'leave such lines as they are'],
] as const;

/** How the flag `--replay` is told. */
export const REPLAY_FLAG = [
  '--replay <file>',
  'take every answer from what scriptgen cache export wrote; no model is asked',
] as const;

/** Read `--dialogue`. @throws ScriptGenError `input/invalid`, naming the nearest. */
export function readDialogue(text: string): Dialogue {
  return oneOf('--dialogue', Object.keys(DIALOGUE_NAMES) as readonly Dialogue[])(text);
}

/** Read `--format`. @throws ScriptGenError `input/invalid`, naming the nearest. */
export function readFormat(text: string): Format {
  if (isFormat(text)) return text;
  const names = Object.keys(FORMAT_NAMES);
  const near = nearest(text.toLowerCase(), names);
  throw invalid(
    `unknown format '${text}': the formats are ${names.join(', ')}`,
    near === undefined ? 'leave --format away for the default' : `did you mean --format ${near}?`,
  );
}

/** Make a reader of whole numbers in a span. @throws ScriptGenError `input/invalid`, from the reader. */
export function wholeNumber(flag: string, least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    const span = most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`;
    throw invalid(
      `${flag} must be a whole number ${span}, not '${text}'`,
      `for example: ${flag} ${Math.min(most, Math.max(least, 8))}`,
    );
  };
}

/** Make a reader of US dollars. @throws ScriptGenError `input/invalid`, from the reader. */
export function dollars(flag: string): (text: string) => number {
  return (text) => {
    const value = /^\$?\d{1,9}(\.\d+)?$/.test(text.trim()) ? Number(text.trim().replace('$', '')) : Number.NaN;
    if (value > 0) return value;
    throw invalid(`${flag} must be US dollars, more than 0, not '${oneLine(text)}'`, `for example: ${flag} 2.50`);
  };
}

/** Make a reader of one of several words. @throws ScriptGenError `input/invalid`, from the reader, naming the nearest. */
export function oneOf<Word extends string>(flag: string, words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const word = words.find((known) => known === text.trim().toLowerCase());
    if (word !== undefined) return word;
    const near = nearest(text.toLowerCase(), words);
    throw invalid(
      `unknown ${flag} '${oneLine(text)}': it is one of ${words.join(', ')}`,
      `${near === undefined ? 'for example' : 'did you mean'}: ${flag} ${near ?? words[0]}`,
    );
  };
}

/** Make a reader of words with commas between them, and of the flag given again. @throws As `read`. */
export function listOf<Word>(
  read: (text: string) => Word,
): (text: string, before?: readonly Word[]) => readonly Word[] {
  return (text, before = []) => [...before, ...text.split(',').map(read)];
}

/** Make a reader of texts that must say something. @throws ScriptGenError `input/invalid`, from the reader. */
export function someText(flag: string): (text: string) => string {
  return (text) => {
    if (text.trim() !== '') return text;
    throw invalid(`${flag} is empty`, `give ${flag} a value, or leave it away`);
  };
}

/**
 * Read the logline: the argument, or standard input for `-`.
 * @throws ScriptGenError `input/invalid` when there is none, or it is too long.
 */
export async function readLogline(argument: string | undefined, io: Io): Promise<string> {
  if (argument === undefined) throw invalid('no logline given', `for example: ${EXAMPLE}`);
  const given = argument === '-' ? await readStdin(io) : argument;
  const logline = given.replace(/^\uFEFF/, '').trim();
  if (logline === '') throw invalid('the logline is empty', `say who wants what against what: ${EXAMPLE}`);
  const length = [...logline].length;
  if (length <= LONGEST_LOGLINE) return logline;
  const count = given.length > LONGEST_STDIN ? `more than ${formatCount(LONGEST_STDIN)}` : formatCount(length);
  throw invalid(
    `the logline has ${count} characters; the limit is ${formatCount(LONGEST_LOGLINE)}`,
    "put a treatment's first sentence here: who wants what, and what stands against it",
  );
}

async function readStdin(io: Io): Promise<string> {
  if (io.stdin.isTTY) io.stderr.write('Type the logline, then press Ctrl-D.\n');
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of io.stdin) {
    text += chunk instanceof Uint8Array ? decoder.decode(chunk, { stream: true }) : String(chunk);
    if (text.length > LONGEST_STDIN) break;
  }
  return text + decoder.decode();
}

function isFormat(text: string): text is Format {
  return Object.hasOwn(FORMAT_NAMES, text);
}
