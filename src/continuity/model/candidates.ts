import { deriveId } from '../../core/index.ts';
import { PREDICATES } from '../facts/predicates.ts';
import type { StatedFact } from '../facts/stated-fact.ts';
import { type Ledger, sceneById } from '../ledger.ts';

/** Two facts that cannot both hold, unless there is a reason that takes a reader: a lie, a change, a figure of speech. */
export interface Candidate {
  /** `cc_…`, made of the two facts. */
  readonly id: string;
  /** The one that is earlier in story time. */
  readonly before: StatedFact;
  readonly after: StatedFact;
}

/**
 * Pairs of facts about one subject and one functional predicate that hold at the same time with different objects. Of
 * what changes, only neighbours in story time, and not within one scene, where the change is seen; of what lasts, each
 * object against the first one; of what is so for a moment, within one scene. Beliefs are no candidates: a lie is no
 * fault.
 */
export function candidatesOf(ledger: Ledger, facts: readonly StatedFact[]): readonly Candidate[] {
  const groups = new Map<string, StatedFact[]>();
  for (const fact of facts.filter(({ predicate, scope }) => PREDICATES[predicate].functional && scope === 'world')) {
    const key = `${fact.subject} ${fact.predicate}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  const rankOf = (fact: StatedFact): number => sceneRank(ledger, fact.holdsFrom ?? fact.source.scene) ?? -1;
  return [...groups.values()].flatMap((group) =>
    pairsOf(group.toSorted((a, b) => rankOf(a) - rankOf(b))).flatMap(([before, after]): readonly Candidate[] => {
      const end = sceneRank(ledger, before.holdsUntil);
      if (end !== undefined && end < rankOf(after)) return [];
      return [{ id: deriveId('cc', before.id, after.id), before, after }];
    }),
  );
}

function pairsOf(group: readonly StatedFact[]): readonly (readonly [StatedFact, StatedFact])[] {
  const [first] = group;
  if (first === undefined) return [];
  const differs = (a: StatedFact, b: StatedFact): boolean => a.object !== b.object && a.source.quote !== b.source.quote;
  switch (PREDICATES[first.predicate].lasts) {
    case 'always': {
      const others = group.filter((fact, at) => group.findIndex(({ object }) => object === fact.object) === at);
      return others.filter((fact) => differs(first, fact)).map((fact) => [first, fact] as const);
    }
    case 'until-changed':
      return group.slice(1).flatMap((fact, at) => {
        const before = group[at];
        return before !== undefined && differs(before, fact) && before.source.scene !== fact.source.scene
          ? [[before, fact] as const]
          : [];
      });
    case 'moment':
      return group.slice(1).flatMap((fact, at) => {
        const before = group[at];
        return before !== undefined && differs(before, fact) && before.source.scene === fact.source.scene
          ? [[before, fact] as const]
          : [];
      });
  }
}

function sceneRank(ledger: Ledger, id: string | undefined): number | undefined {
  return id === undefined ? undefined : sceneById(ledger, id)?.rank;
}
