import type { CardsAsk } from './input.ts';
import type { Planned } from './script-plan.ts';

const BOND = new Set([
  ...['first meeting', 'reunion', 'vigil', 'confession', 'farewell', 'plea', 'return', 'alliance', 'temptation'],
  'betrayal',
]);
const THING = new Set(['discovery', 'search', 'cover-up', 'bargain', 'test', 'errand', 'preparation', 'interrogation']);

/** Where a thread is seen whatever happens, as fractions of a script: it returns, and it is settled. */
const SEEN: readonly number[] = [0.1, 0.3, 0.5, 0.7, 0.9];

/** A script of fewer scenes has little room between them. */
const SMALL = 20;

/**
 * The threads of every scene: the main one at the turning points and wherever nothing else is at stake, the second where
 * it is about people, the third where it is about things. Whichever is seen too seldom comes along in scenes of others.
 */
export function threadsOf({ bible, plots }: Pick<CardsAsk, 'bible' | 'plots'>, plan: readonly Planned[]) {
  const named = (letter: string, place: number): string | undefined =>
    bible.find(({ kind, name, fields }) => kind === 'plot' && fields['thread'] === letter && plots.includes(name))
      ?.name ?? plots[place];
  const [main, bond, thing] = [named('A', 0), named('B', 1), named('C', 2)];
  const threads = plan.map(({ station, pattern }) => {
    const own = BOND.has(pattern.name) ? bond : THING.has(pattern.name) ? thing : undefined;
    return new Set([station || !own ? main : undefined, own].filter((name) => name !== undefined));
  });
  for (const [place, name] of plots.entries()) {
    for (const fraction of SEEN) {
      const at = Math.min(plan.length - 1, Math.round(fraction * plan.length) + (place % 2));
      const near = threads.slice(Math.max(0, at - 1), plan.length < SMALL ? at + 1 : at + 2);
      if (!near.some((own) => own.has(name))) threads[at]?.add(name);
    }
  }
  return threads.map((own) => [...own]);
}
