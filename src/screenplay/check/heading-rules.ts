import type { PlacedHeading } from './facts.ts';
import { isHabit } from './habit.ts';
import type { Fault, Rule } from './rule.ts';
import { lettersOf } from './spelling.ts';

/** A time of day that stands in the heading without a dash before it. */
const LOOSE_TIME = /(?<!\p{L})(?:DAY|NIGHT|DAWN|DUSK|MORNING|EVENING|AFTERNOON|LATER|CONTINUOUS|SAME)(?!\p{L})/iu;

/** A heading without a time of day among headings that have one. */
export const headingTime: Rule = {
  id: 'heading/no-time',
  severity: 'info',
  title: 'A heading without a time of day',
  why: 'Schedules sort scenes by day and night. Only told where nine tenths of the headings have a time, so where it is the habit of the script, and not of a place that goes on from the scene before.',
  source: 'storysense.com, Scene Headings; 96 in 100 headings of 77 produced features have one (median).',
  find: ({ headings }) => {
    const habit = isHabit(headings, hasTime, 0.9);
    return headings.flatMap((placed, at): readonly Fault[] => {
      const before = headings[at - 1]?.parts.location;
      if (!habit || hasTime(placed) || placed.parts.prefix === undefined || placed.heading.omitted) return [];
      if (before !== undefined && lettersOf(before) === lettersOf(placed.parts.location)) return [];
      return [
        {
          block: placed.block,
          message: 'The heading does not say the time of day.',
          quote: placed.heading.text,
          fix: 'Add " - DAY" or " - NIGHT".',
        },
      ];
    });
  },
};

/** A heading that does not say inside or outside among headings that do. */
export const headingPrefix: Rule = {
  id: 'heading/no-prefix',
  severity: 'info',
  title: 'A heading without INT. or EXT.',
  why: 'It was forced to be a heading, or Final Draft says it is one; schedules cannot sort it. Only told where three quarters of the headings say it.',
  source: 'Fountain 1.1, Scene Headings; storysense.com, Scene Headings.',
  find: ({ headings }) => {
    const habit = isHabit(headings, ({ parts }) => parts.prefix !== undefined);
    return headings.flatMap(({ heading, parts, block }): readonly Fault[] => {
      if (!habit || parts.prefix !== undefined || heading.omitted || /^OMITTED/i.test(heading.text)) return [];
      return [
        {
          block,
          message: 'The heading does not say whether the scene plays inside or outside.',
          quote: heading.text,
          fix: 'Begin it with INT. or EXT.; if it is a view inside a scene, make it action.',
        },
      ];
    });
  },
};

function hasTime({ heading, parts }: PlacedHeading): boolean {
  return parts.time !== undefined || LOOSE_TIME.test(heading.text);
}
