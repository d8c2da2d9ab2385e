import { canonicalJson } from '../core/index.ts';
import type { SceneCard } from './card.ts';

/** Two people's changes of one card, put together. */
export interface MergedCard {
  /** Where both changed a field, it is theirs; so is the version. */
  readonly card: SceneCard;
  /** The fields that both changed, and not alike. */
  readonly overlap: readonly string[];
}

/** Put together what was changed on two sides of a common base, field by field; a list is one field. */
export function mergeCard(base: SceneCard, ours: SceneCard, theirs: SceneCard): MergedCard {
  const kept = new Map(Object.entries(theirs));
  const mine = new Map(Object.entries(ours));
  const others = new Set(changedFields(base, theirs));
  const differing = new Set(changedFields(ours, theirs));
  const overlap: string[] = [];
  for (const field of changedFields(base, ours)) {
    if (!differing.has(field)) continue;
    if (others.has(field)) overlap.push(field);
    else if (mine.has(field)) kept.set(field, mine.get(field));
    else kept.delete(field);
  }
  return { card: Object.fromEntries(kept) as unknown as SceneCard, overlap }; // every field is that of a card
}

/** The fields in which two cards differ, their versions aside. */
export function changedFields(a: SceneCard, b: SceneCard): readonly string[] {
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  const textOf = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (field) => field !== 'version' && textOf(left.get(field)) !== textOf(right.get(field)),
  );
}
