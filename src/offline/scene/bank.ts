import { ARRIVALS } from './banks/arrivals.ts';
import { ENDINGS } from './banks/endings.ts';
import { FINDINGS } from './banks/findings.ts';
import { LONG } from './banks/long.ts';
import { PRESSURE } from './banks/pressure.ts';
import { SILENT } from './banks/silent.ts';
import { TIES } from './banks/ties.ts';
import { TRADE } from './banks/trade.ts';
import { type Row, readRow } from './row.ts';
import { shareNumber } from './shares.ts';

/** A turn of an exchange: the one who drives the scene, or the one against it. */
export interface BankTurn {
  readonly role: 'A' | 'B';
  readonly row: Row;
}

/** What the tables hold for one dramatic pattern. */
export interface Bank {
  /** The first opens, the last closes; any selection in order makes sense. */
  readonly exchanges: readonly (readonly BankTurn[])[];
  /** What is said back when a fact comes out. */
  readonly learnt: Row | undefined;
  readonly openings: readonly string[];
  readonly business: readonly string[];
  readonly closings: readonly string[];
}

/**
 * Read banks from their text.
 *
 * `# name` begins a pattern. `A:` and `B:` are turns, with a column for each style between bars; a blank line ends
 * an exchange; `L:` answers a fact that came out. `<` (or `1`) is an opening, `+` (or `2`) business, `>` (or `3`) a
 * closing image. `{A}`, `{B}` are names; `{obj:it}` is a thing from the card, or `it` when the card names none.
 */
export function readBanks(text: string): ReadonlyMap<string, Bank> {
  const parts = text.split(/^# /m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')).trim(), readBank(part)]));
}

function readBank(part: string): Bank {
  const body = part.slice(part.indexOf('\n') + 1);
  const lines = body.split('\n');
  const those = (...marks: readonly string[]): readonly string[] =>
    lines.filter((line) => marks.some((mark) => line.startsWith(`${mark} `))).map((line) => line.slice(2).trim());
  const learnt = lines.find((line) => line.startsWith('L: '));
  return {
    exchanges: body
      .split(/\n\s*\n/)
      .map(readExchange)
      .filter((turns) => turns.length > 0),
    learnt: learnt === undefined ? undefined : readRow(learnt.slice(3)),
    openings: those('<', '1'),
    business: those('+', '2'),
    closings: those('>', '3'),
  };
}

function readExchange(block: string): readonly BankTurn[] {
  return block.split('\n').flatMap((line): readonly BankTurn[] => {
    if (line.startsWith('A: ')) return [{ role: 'A', row: readRow(line.slice(3)) }];
    return line.startsWith('B: ') ? [{ role: 'B', row: readRow(line.slice(3)) }] : [];
  });
}

const SPEAKING = readBanks([ARRIVALS, PRESSURE, TRADE, FINDINGS, TIES, ENDINGS].join('\n'));
const LONG_SCENES = readBanks(LONG);
const SILENCES = readBanks(SILENT);

/** The bank of a pattern. A pattern with no bank of its own (from a model, or a person) gets one that its name fixes. */
export function bankFor(pattern: string, speaking: boolean): Bank {
  const banks = speaking ? SPEAKING : SILENCES;
  const name = pattern.trim().toLowerCase();
  const exact = banks.get(name);
  if (exact) return exact;
  const all = [...banks.entries()];
  const alike = all.find(([known]) => name.includes(known) || known.split(' ').some((word) => name.includes(word)));
  const number = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  const chosen = alike ?? all[number % all.length];
  if (!chosen) throw new RangeError('there are no banks');
  return chosen[1];
}

/** Exchanges that a long scene may hold between its pattern's own. */
export function longExchanges(pattern: string): Bank['exchanges'] {
  const own = LONG_SCENES.get(pattern.trim().toLowerCase());
  const all = [...LONG_SCENES.values()];
  return (own ?? all[shareNumber(pattern) % all.length])?.exchanges ?? [];
}
