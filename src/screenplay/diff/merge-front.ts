import { sameValue } from '../same.ts';
import type { Production, TitleEntry, TitlePage } from '../tree.ts';
import type { ThreeWay } from './three-way.ts';
import { titleEntries } from './title-page.ts';

/** A title page entry, or a field of what production carries, that both sides changed, each in its own way. */
export interface FieldConflict {
  readonly type: 'titlePage' | 'production';
  /** The key of the entry, or the name of the field: `Draft date`, `cast`. */
  readonly key: string;
  /** What stood there; the lines of an entry, or the value of the field. Absent where there was none. */
  readonly base?: unknown;
  readonly ours?: unknown;
  readonly theirs?: unknown;
}

/** A merged value; where the sides contradict each other it is that of ours. */
export interface MergedFront<Value> {
  readonly value: Value;
  readonly conflicts: readonly FieldConflict[];
}

/** Merge title pages entry by entry, by key; entries that only theirs has come last. */
export function mergeTitlePages({ base, ours, theirs }: ThreeWay<TitlePage | null>): MergedFront<TitlePage | null> {
  const conflicts: FieldConflict[] = [];
  if (sameEntries(base, theirs) || sameEntries(ours, theirs)) return { value: ours, conflicts };
  if (sameEntries(base, ours)) return { value: theirs === null ? null : inPlaceOf(ours, theirs.entries), conflicts };
  const [old, our, their] = [titleEntries(base), titleEntries(ours), titleEntries(theirs)];
  const entries = [...new Set([...our.keys(), ...their.keys()])].flatMap((name) => {
    const sides = { base: old.get(name), ours: our.get(name), theirs: their.get(name) };
    const { value, agreed } = pick(sides);
    const key = (sides.ours ?? sides.theirs)?.key;
    if (!agreed && key !== undefined) conflicts.push(conflictOf('titlePage', key, linesOf(sides)));
    return value === undefined ? [] : [value];
  });
  return { value: inPlaceOf(ours, entries), conflicts };
}

/** Merge what production carries field by field. */
export function mergeProduction({
  base,
  ours,
  theirs,
}: ThreeWay<Production | undefined>): MergedFront<Production | undefined> {
  const conflicts: FieldConflict[] = [];
  if (sameValue(base, theirs) || sameValue(ours, theirs)) return { value: ours, conflicts };
  if (sameValue(base, ours)) return { value: theirs, conflicts };
  const merged: Production = { ...ours };
  for (const key of new Set([...Object.keys(base ?? {}), ...Object.keys(ours ?? {}), ...Object.keys(theirs ?? {})])) {
    const sides = {
      base: Reflect.get(base ?? {}, key),
      ours: Reflect.get(ours ?? {}, key),
      theirs: Reflect.get(theirs ?? {}, key),
    };
    const { value, agreed } = pick<unknown>(sides);
    if (!agreed) conflicts.push(conflictOf('production', key, sides));
    if (value === undefined) Reflect.deleteProperty(merged, key);
    else Reflect.set(merged, key, value);
  }
  return { value: Object.keys(merged).length === 0 ? undefined : merged, conflicts };
}

function pick<Value>({ base, ours, theirs }: ThreeWay<Value>): { readonly value: Value; readonly agreed: boolean } {
  if (sameValue(base, theirs) || sameValue(ours, theirs)) return { value: ours, agreed: true };
  return sameValue(base, ours) ? { value: theirs, agreed: true } : { value: ours, agreed: false };
}

function conflictOf(
  type: FieldConflict['type'],
  key: string,
  { base, ours, theirs }: ThreeWay<unknown>,
): FieldConflict {
  return {
    type,
    key,
    ...(base === undefined ? {} : { base }),
    ...(ours === undefined ? {} : { ours }),
    ...(theirs === undefined ? {} : { theirs }),
  };
}

function linesOf({ base, ours, theirs }: ThreeWay<TitleEntry | undefined>): ThreeWay<unknown> {
  return { base: base?.lines, ours: ours?.lines, theirs: theirs?.lines };
}

function sameEntries(a: TitlePage | null, b: TitlePage | null): boolean {
  return sameValue(a?.entries, b?.entries);
}

function inPlaceOf(page: TitlePage | null, entries: readonly TitleEntry[]): TitlePage {
  return page?.position === undefined ? { entries } : { entries, position: page.position };
}
