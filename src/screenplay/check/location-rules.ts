import type { Fault, Rule } from './rule.ts';
import { findSlips, lettersOf } from './spelling.ts';

/** One place in two spellings. */
export const locationSpelling: Rule = {
  id: 'location/spelling',
  severity: 'minor',
  title: 'One location spelled in two ways',
  why: 'Two spellings make two places in every list. Told of names that differ in spaces and marks only, and of one that stands once and is one letter from one that stands three times or more. The same place inside and outside is no fault.',
  source: 'Own rule; Damerau distance 1, as for names.',
  find: ({ headings }) => {
    const counts = new Map<string, number>();
    const places = headings.map(({ parts }) => parts.location.toUpperCase());
    for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
    const usual = new Map<string, string>();
    for (const [place, count] of counts) {
      const letters = lettersOf(place);
      const known = usual.get(letters);
      if (known === undefined || count > (counts.get(known) ?? 0)) usual.set(letters, place);
    }
    const slips = findSlips([...counts].map(([name, count]) => ({ name, count })));
    const meant = new Map(slips.map(({ rare, usual: other }) => [rare, other]));
    const reported = new Set<string>();
    return headings.flatMap(({ parts, block }, at): readonly Fault[] => {
      const place = places[at] ?? '';
      const other = meant.get(place) ?? usual.get(lettersOf(place));
      if (lettersOf(place) === '' || other === undefined || other === place || reported.has(place)) return [];
      reported.add(place);
      return [
        {
          block,
          message: `${place} is ${other} elsewhere.`,
          quote: parts.location,
          fix: `If it is one place, write ${other}.`,
        },
      ];
    });
  },
};
