import type { Json } from '../core/index.ts';
import type { Entry } from './entry.ts';
import { type Fact, factText } from './fact.ts';
import type { Scene } from './stage.ts';
import { holdsAt, isReached, timelineOf } from './timeline.ts';

/** The value of a field in a scene, and the fact that gives it; the entry's own value where none does. */
export interface FieldValue {
  readonly value: Json | undefined;
  readonly fact?: Fact;
}

/**
 * What a field is in a scene, going by facts that `counts` lets pass: of those that hold, the one that began last in
 * story time, and of those that began together the one written last.
 */
export function valueAt(
  entry: Entry,
  field: string,
  { outline, card }: Scene,
  counts: (fact: Fact) => boolean = () => true,
): FieldValue {
  const timeline = timelineOf(outline);
  let best: Fact | undefined;
  for (const fact of entry.facts) {
    if (fact.field !== field || !holdsAt(timeline, fact, card.id) || !counts(fact)) continue;
    const [start, begun] = [fact.from, best?.from];
    if (best === undefined || begun === undefined || (start !== undefined && isReached(timeline, begun, start)))
      best = fact;
  }
  return best === undefined ? { value: entry.document[field] } : { value: best.value, fact: best };
}

/** The facts beside the fields that hold in a scene. */
export function looseFactsAt(entry: Entry, { outline, card }: Scene): readonly Fact[] {
  const timeline = timelineOf(outline);
  return entry.facts.filter((fact) => fact.field === undefined && holdsAt(timeline, fact, card.id));
}

/** An entry as it is true in a scene, whoever knows it: fields with the values of that moment, and the facts that hold. */
export function entryAt(entry: Entry, scene: Scene): Entry {
  const timeline = timelineOf(scene.outline);
  const fields = new Set(entry.facts.flatMap(({ field }) => (field === undefined ? [] : [field])));
  const document: Record<string, Json | undefined> = { ...entry.document };
  const fieldVersions: Record<string, number> = { ...entry.fieldVersions };
  for (const field of fields) {
    const { value, fact } = valueAt(entry, field, scene);
    document[field] = value;
    if (fact !== undefined) fieldVersions[field] = entry.fieldVersions[`facts.${fact.id}`] ?? entry.version;
  }
  return {
    ...entry,
    document,
    fieldVersions,
    facts: entry.facts.filter((fact) => holdsAt(timeline, fact, scene.card.id)),
  };
}

/** A fact as a sentence that stands alone: with whom it is about, where it is the value of a field. */
export function tellFact(entry: Pick<Entry, 'name'>, fact: Fact): string {
  return fact.field === undefined ? factText(fact) : `${entry.name}, ${fact.field}: ${factText(fact)}`;
}
