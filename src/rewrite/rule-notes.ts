import type { Story } from '../agents/index.ts';
import { checkContinuity, ledgerOf } from '../continuity/index.ts';
import type { Note } from '../core/index.ts';
import { checkScreenplay, type Screenplay } from '../screenplay/index.ts';

/** What rules find in a whole script, without a model. */
export interface RuleNotes {
  readonly continuity: readonly Note[];
  readonly form: readonly Note[];
}

/** Look over a script for what cannot be, and for faults of form that an audience or a reader would see. */
export function ruleNotes({ bible, outline }: Pick<Story, 'bible' | 'outline'>, screenplay: Screenplay): RuleNotes {
  return {
    continuity: checkContinuity(ledgerOf({ bible, outline, screenplay })),
    form: checkScreenplay(screenplay, { severity: 'minor' }),
  };
}

/** What rules find in the second script and not in the first, as a reason to refuse it: by rule, more than there were. */
export function newlyFound(before: RuleNotes, after: RuleNotes): string | undefined {
  const [old, now] = [before, after].map(({ continuity, form }) => [...continuity, ...form]) as [Note[], Note[]];
  const count = (notes: readonly Note[], rule: string): number => notes.filter((note) => note.rule === rule).length;
  const known = new Set(old.map(({ rule, message }) => `${rule} ${message}`));
  const worse = now.filter(({ rule }) => count(now, rule) > count(old, rule));
  const told = worse.find(({ rule, message }) => !known.has(`${rule} ${message}`)) ?? worse[0];
  return told === undefined ? undefined : `it would break ${told.rule}: ${told.message}`;
}
