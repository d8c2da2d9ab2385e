import { yearsOf } from '../facts/numbers.ts';
import type { StatedFact } from '../facts/stated-fact.ts';
import type { Found } from '../finding.ts';
import { type Ledger, sceneById } from '../ledger.ts';
import { evidenceOf } from './dead-speaker.ts';
import type { ContinuityRule } from './rule.ts';

const CHECKED = ['age', 'eyes', 'hair', 'kin', 'job'] as const;

/** What is said of somebody in one place is said otherwise in another. */
export const changedFact: ContinuityRule = {
  id: 'continuity/changed-fact',
  severity: 'major',
  confidence: 0.8,
  title: 'An age, a colour, a trade or a kinship changes',
  why: 'The bible and the text, or two places of the text, give one person two ages, colours of eyes or hair, trades in action, or two people two kinships. Left alone: scenes out of the present and after YEARS LATER, decades that hold the number, hair in a story with dye or a wig, and what the bible lets change by a fact.',
  find: (ledger) => {
    const groups = new Map<string, StatedFact[]>();
    for (const fact of ledger.facts.filter((one) => isChecked(ledger, one))) {
      const key = `${fact.subject} ${fact.predicate}`;
      groups.set(key, [...(groups.get(key) ?? []), fact]);
    }
    return [...groups.values()].flatMap(([first, ...more]): readonly Found[] => {
      const other = first === undefined ? undefined : more.find((one) => !isSame(first, one));
      if (first === undefined || other === undefined) return [];
      const what = subjectOf(ledger, first.subject);
      return [
        {
          message: `${what}: ${first.predicate} is ${first.object}, and then ${other.object}.`,
          fix: 'Change one of the two, or say in the bible from which scene on it is so.',
          evidence: [evidenceOf(first), evidenceOf(other)],
          confidence: Math.min(first.confidence, other.confidence, 0.8),
        },
      ];
    });
  },
};

function isChecked(ledger: Ledger, { predicate, source, subject }: StatedFact): boolean {
  if (!CHECKED.some((one) => one === predicate)) return false;
  const entry = ledger.bible.entries.find(({ id }) => id === subject);
  if (entry?.facts.some(({ field }) => field === predicate || field === 'look')) return false;
  if (
    predicate === 'hair' &&
    ledger.scenes.some(({ elements }) =>
      elements.some(({ text }) => /\b(?:dye[ds]?|dyeing|wig|bleach(?:es|ed)?)\b/i.test(text)),
    )
  )
    return false;
  const scene = source.scene === undefined ? undefined : sceneById(ledger, source.scene);
  if (scene === undefined) return true;
  if (scene.mode !== 'present') return false;
  return predicate === 'kin' || !isYearsAway(ledger, scene.number);
}

/** Whether the story has leapt over years up to a scene. */
function isYearsAway({ scenes }: Ledger, number: number): boolean {
  const leap = /\b(?:years?|decades?) (?:later|earlier|ago|on)\b/i;
  return scenes
    .slice(0, number)
    .some(
      ({ heading, card, elements }) =>
        leap.test(heading) ||
        (card?.storyTime ?? 0) >= 200 ||
        elements.some(({ type, text }) => type === 'action' && leap.test(text)),
    );
}

function isSame(one: StatedFact, other: StatedFact): boolean {
  if (one.predicate !== 'age') return one.object === other.object;
  const [a, b] = [yearsOf(one.object), yearsOf(other.object)];
  return a === undefined || b === undefined || (a.least <= b.most && b.least <= a.most);
}

function subjectOf({ people }: Ledger, subject: string): string {
  return subject
    .split(' to ')
    .map((id) => people.nameOf(id))
    .join(' to ');
}
