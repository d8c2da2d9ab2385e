import { canonicalJson, type Json } from '../../core/index.ts';

/** A base and what two sides made of it; what is absent is not there. */
export interface Sides<Value> {
  readonly base: Value;
  readonly ours: Value;
  readonly theirs: Value;
}

/** One of two sides of a merge: the script that is merged into, and the one that is merged. */
export type Side = 'ours' | 'theirs';

/** What both sides changed, and not alike. */
export interface MergeConflict extends Partial<Sides<Json>> {
  /** `MAYA.want`, `sc14.goal`, `sc14.place`, `sc14.text`: what a person names to decide it. */
  readonly at: string;
}

/** Which side a person takes of a conflict; `undefined` when nobody has said. */
export type Decide = (at: string) => Side | undefined;

/** A value that was merged; ours, where it is a conflict. */
export interface MergedValue<Value> {
  readonly value: Value;
  readonly conflict?: MergeConflict;
}

/** Merge one value that is taken as a whole: what only one side changed is taken from it. */
export function mergeValue<Value extends Json | undefined>(
  at: string,
  { base, ours, theirs }: Sides<Value>,
  decide: Decide,
): MergedValue<Value> {
  if (isSame(ours, theirs) || isSame(base, theirs)) return { value: ours };
  if (isSame(base, ours)) return { value: theirs };
  const side = decide(at);
  if (side !== undefined) return { value: side === 'ours' ? ours : theirs };
  return { value: ours, conflict: conflictOf(at, { base, ours, theirs }) };
}

/** A conflict, with what is there on each side. */
export function conflictOf(at: string, { base, ours, theirs }: Sides<Json | undefined>): MergeConflict {
  return {
    at,
    ...(base === undefined ? {} : { base }),
    ...(ours === undefined ? {} : { ours }),
    ...(theirs === undefined ? {} : { theirs }),
  };
}

/** Whether two values say the same, or neither is there. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}
