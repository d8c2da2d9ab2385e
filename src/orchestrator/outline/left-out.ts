import type { Note } from '../../core/index.ts';
import { type CardAnswer, plantsOf, revealsOf } from '../../generators/index.ts';
import type { CardsBySequence, CardWork } from './draft-outline.ts';

/** What the beat sheet gave a sequence to do and its cards do not. */
export interface LeftOut extends Pick<Note, 'rule' | 'severity' | 'message' | 'fix'> {
  /** From 0. */
  readonly sequence: number;
}

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
