import { PREDICATES } from '../facts/predicates.ts';
import type { StatedFact } from '../facts/stated-fact.ts';
import { type Evidence, type Finding, makeFinding } from '../finding.ts';
import type { Ledger } from '../ledger.ts';
import { evidenceOf } from '../rules/dead-speaker.ts';
import type { StagedScene } from '../script/staged.ts';
import type { Candidate } from './candidates.ts';
import { findQuote } from './quotes.ts';

/** What a reader makes of two facts that do not go together. */
export const VERDICTS = ['conflict', 'state-change', 'lie-or-mistake', 'figurative', 'same'] as const;
/** One of {@link VERDICTS}. */
export type Verdict = (typeof VERDICTS)[number];

/** What the audit goes through the script for, one after the other. */
export const CATEGORIES = {
  timeline: 'order of events, days and hours, ages and dates, travel that takes no time, deadlines',
  facts: 'names, numbers, things and where they are, wounds, clothes, what was done and is undone',
  character: 'what somebody knows before they learn it, forgets, can or cannot do, kinship, trade',
  world: 'rules of this place and time that hold once and not again, geography, weather, technology',
} as const;
/** One of {@link CATEGORIES}. */
export type Category = keyof typeof CATEGORIES;

/** Where a conflict that was judged comes from. A finding needs two votes. */
const CONFLICT = { id: 'continuity/conflict', severity: 'major', confidence: 0.75 } as const;

/** A pair on which both votes said conflict, as a finding. */
export function conflictFinding(ledger: Ledger, { before, after }: Candidate): Finding {
  const { predicate } = before;
  const subject = before.subject
    .split(' to ')
    .map((id) => ledger.people.nameOf(id))
    .join(' to ');
  const says = (fact: StatedFact): string => ledger.people.nameOf(fact.object);
  return makeFinding(ledger, CONFLICT, {
    message: `${subject}, ${predicate} (${PREDICATES[predicate].says}): first ${says(before)}, then ${says(after)}.`,
    fix: 'Change one of the two, or show the change.',
    evidence: [evidenceOf(before), evidenceOf(after)],
    also: [before, after].flatMap(({ source }) =>
      source.scene === undefined ? [] : [{ source: source.scene, field: 'text' }],
    ),
  });
}

/** Two places that an audit says do not go together. */
export interface AuditNote {
  readonly first: string;
  readonly second: string;
  readonly message: string;
}

/** An audit's note as a finding; nothing where one of its quotes does not stand in the scenes it read, or both are one. */
export function auditFinding(
  ledger: Ledger,
  category: Category,
  { scenes, note }: { readonly scenes: readonly StagedScene[]; readonly note: AuditNote },
): Finding | undefined {
  const places = [note.first, note.second].map((quote) =>
    scenes.flatMap((scene) => {
      const found = findQuote(scene, quote);
      return found === undefined ? [] : [{ scene, ...found }];
    }),
  );
  const [first, second] = [places[0]?.[0], places[1]?.at(-1)];
  if (first === undefined || second === undefined || first.quote === second.quote) return undefined;
  const evidence = ({ scene, element, quote }: typeof first): Evidence => ({
    from: 'script',
    scene: scene.id,
    element: element.id,
    quote,
  });
  return makeFinding(
    ledger,
    { id: `continuity/${category}`, severity: 'minor', confidence: 0.6 },
    {
      message: note.message,
      evidence: [evidence(first), evidence(second)],
      also: [first, second].map(({ scene }) => ({ source: scene.id, field: 'text' })),
    },
  );
}

/** Whether a pair stands in a finding already, whoever found it. */
export function isFound(findings: readonly Finding[], { before, after }: Candidate): boolean {
  const quotes = [before.source.quote, after.source.quote];
  return findings.some(({ evidence }) =>
    quotes.every((quote) => evidence.some((one) => one.quote.includes(quote) || quote.includes(one.quote))),
  );
}
