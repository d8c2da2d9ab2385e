import type { Reference } from '../core/index.ts';
import type { ModelRequest } from '../llm/index.ts';

/** Why a step would be asked now: what it read then and would read now. */
export interface Change {
  /** `MAYA.voice`, `card.goal`, `prompt scene.direct`. */
  readonly label: string;
  /** Absent when it was not read before. */
  readonly from?: string;
  /** Absent when it is no longer read. */
  readonly to?: string;
}

/** A step that is not in the journal. */
export interface PlannedStep {
  readonly slot: string;
  readonly task: string;
  readonly agent: string;
  readonly scene?: string;
  /** `new` when the slot was never satisfied before; else what changed since. */
  readonly reason: 'new' | readonly Change[];
  /** Estimate, from the rendered prompt. */
  readonly inputTokens: number;
  /** What would be asked. */
  readonly request: ModelRequest;
  /** Its content address, as the journal would have it. */
  readonly key: string;
}

/** Ends a branch of a plan: its answer is not in the journal, so what follows from it cannot be known. */
export class PlanMiss extends Error {
  override readonly name = 'PlanMiss';
}

/** Compare what a slot read when it was last satisfied with what it would read now. */
export function changesBetween(before: readonly Reference[], now: readonly Reference[]): readonly Change[] {
  const key = (reference: Reference): string => `${reference.source}\u0000${reference.field}`;
  const old = new Map(before.map((reference) => [key(reference), reference]));
  const current = new Map(now.map((reference) => [key(reference), reference]));
  const changed = [...current.values()]
    .filter((reference) => !isSame(old.get(key(reference)), reference))
    .map((reference): Change => {
      const from = old.get(key(reference))?.version;
      return { label: reference.label, ...(from === undefined ? {} : { from }), to: reference.version };
    });
  const gone = [...old.values()]
    .filter((reference) => !current.has(key(reference)))
    .map((reference): Change => ({ label: reference.label, from: reference.version }));
  return [...changed, ...gone];
}

function isSame(before: Reference | undefined, now: Reference): boolean {
  if (before === undefined || before.version === now.version) return before !== undefined;
  return before.value !== undefined && before.value === now.value;
}
