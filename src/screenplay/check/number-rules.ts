import { isHabit } from './habit.ts';
import type { Fault, Rule } from './rule.ts';

/** Two scenes with one number. */
export const numberTwice: Rule = {
  id: 'number/twice',
  severity: 'major',
  title: 'Two scenes with one number',
  why: 'Everybody on a production calls scenes by their numbers.',
  source: 'Fountain 1.1, Scene Numbers; production practice.',
  find: ({ headings }) => {
    const seen = new Set<string>();
    return headings.flatMap(({ heading, block }): readonly Fault[] => {
      const number = heading.number?.toUpperCase();
      if (number === undefined || number === '') return [];
      if (!seen.has(number)) {
        seen.add(number);
        return [];
      }
      return [
        {
          block,
          message: `Another scene has the number ${number}.`,
          quote: heading.number ?? '',
          fix: 'Give it a number of its own.',
        },
      ];
    });
  },
};

/** Numbers that go back. */
export const numberOrder: Rule = {
  id: 'number/order',
  severity: 'minor',
  title: 'Scene numbers out of order',
  why: 'A scene was moved and kept its number. Compared by their figures only: whether A10 or 10AA comes before 10A is a custom that differs.',
  source: 'Own rule.',
  find: ({ headings }) => {
    let highest = -1;
    return headings.flatMap(({ heading, block }): readonly Fault[] => {
      const figures = /^[A-Z]{0,3}(\d{1,6})[A-Z]{0,3}$/i.exec(heading.number ?? '')?.[1];
      if (figures === undefined) return [];
      const number = Number(figures);
      if (number >= highest) {
        highest = number;
        return [];
      }
      return [
        {
          block,
          message: `Scene ${heading.number} comes after scene ${highest}.`,
          quote: heading.number ?? '',
          fix: 'Number the scenes anew, unless the numbers are locked.',
        },
      ];
    });
  },
};

/** A scene without a number among numbered ones. */
export const numberMissing: Rule = {
  id: 'number/missing',
  severity: 'minor',
  title: 'A scene without a number among numbered ones',
  why: 'A scene was added after the numbering. Only told where three quarters have numbers.',
  source: 'Own rule.',
  find: ({ headings }) => {
    if (!isHabit(headings, ({ heading }) => heading.number !== undefined)) return [];
    return headings
      .filter(({ heading }) => heading.number === undefined)
      .map(({ heading, block }) => ({
        block,
        message: 'The scene has no number.',
        quote: heading.text,
        fix: 'Number it, as 12A after scene 12.',
      }));
  },
};
