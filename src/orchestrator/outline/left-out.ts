import type { Note } from '../../core/index.ts';
import { type CardAnswer, plantsOf, revealsOf } from '../../generators/index.ts';
import type { CardsBySequence, CardWork } from './draft-outline.ts';

/** What the beat sheet gave a sequence to do and its cards do not. */
export interface LeftOut extends Pick<Note, 'rule' | 'severity' | 'message' | 'fix'> {
  /** From 0. */
  readonly sequence: number;
}

/** Where a fault of the whole is put right, when no scene says where: late enough to count, early enough to be followed by an end. */
const LATE = 0.75;

/**
 * Notes about a script as a whole, for those who can mend them: what is wrong with its pages, for every sequence whose
 * lengths are not those that were asked for; all else for the one sequence in the last third.
 */
export function aboutAll({ asks }: CardWork, cards: CardsBySequence, notes: readonly Note[]): readonly LeftOut[] {
  const isOfPages = ({ rule }: Note): boolean => rule === 'outline/page-budget';
  const off = asks.flatMap(({ sequence, quota }) => {
    const own = cards[sequence] ?? [];
    const isOff = LENGTHS.some((length) => own.filter((card) => card.length === length).length !== quota[length]);
    return isOff ? [sequence] : [];
  });
  const late = Math.min(asks.length - 1, Math.floor(asks.length * LATE));
  return notes.flatMap((note) =>
    (isOfPages(note) ? off : [late]).map((sequence) => {
      const { rule, severity, message, fix } = note;
      return { sequence, rule, severity, message, ...(fix === undefined ? {} : { fix }) };
    }),
  );
}

const LENGTHS = ['flash', 'short', 'standard', 'setPiece'] as const;

/** Plants and reveals that no card of their sequence, nor any other, carries out. */
export function leftOut({ asks: [ask] }: CardWork, cards: CardsBySequence): readonly LeftOut[] {
  if (ask === undefined) return [];
  const all = cards.flat();
  const plants = plantsOf(ask.beats);
  const lacks = (of: (card: CardAnswer) => readonly string[], key: string): boolean =>
    !all.some((card) => of(card).includes(key));
  const note = (sequence: number, what: string, fix: string): LeftOut => ({
    ...{ rule: 'plan/left-out', severity: 'major', sequence: sequence - 1 },
    ...{ message: `This sequence was to ${what}, and no scene does.`, fix },
  });
  return [
    ...plants
      .filter(({ key }) => lacks(({ setsUp }) => setsUp, key))
      .map(({ key, text, from }) => note(from, `set up ${key} (${text})`, 'Let one of its scenes show it.')),
    ...plants
      .filter(({ key, to }) => to > 0 && lacks(({ paysOff }) => paysOff, key))
      .map(({ key, text, to }) => note(to, `pay off ${key} (${text})`, 'Let somebody use it in one of its scenes.')),
    ...revealsOf(ask.beats)
      .filter(({ key, text }) =>
        lacks(({ learns }) => learns.map(({ fact }) => (fact === text ? key : fact.trim())), key),
      )
      .map(({ key, text, from }) =>
        note(from, `let out ${key} (${text})`, 'Let somebody learn it in one of its scenes.'),
      ),
  ];
}
