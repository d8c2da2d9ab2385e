import type { Json } from '../../core/index.ts';
import type { SceneCard } from '../card.ts';
import type { FieldChange } from '../diff.ts';
import { changedFields, mergeCard } from '../merge-card.ts';
import { mergeOrder, movedIn } from './merge-order.ts';
import { conflictOf, type Decide, type MergeConflict, type Sides } from './merge-value.ts';

/** What differs between two outlines. */
export interface OutlineDiff {
  readonly added: readonly SceneCard[];
  readonly removed: readonly SceneCard[];
  readonly changed: readonly { readonly card: SceneCard; readonly changes: readonly FieldChange[] }[];
  /** Cards that stand elsewhere among the others, by id. */
  readonly moved: readonly string[];
}

/** What differs between two outlines, card by card, in the order of the second. */
export function diffOutlines(before: readonly SceneCard[], after: readonly SceneCard[]): OutlineDiff {
  const [old, now] = [byId(before), byId(after)];
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !now.has(id)),
    changed: after.flatMap((card) => {
      const was = old.get(card.id);
      const changes = was === undefined ? [] : diffCards(was, card);
      return changes.length === 0 ? [] : [{ card, changes }];
    }),
    moved: movedIn(
      before.map(({ id }) => id),
      after.map(({ id }) => id),
    ),
  };
}

/** What differs between two versions of a card, field by field. */
export function diffCards(before: SceneCard, after: SceneCard): readonly FieldChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return changedFields(before, after).map((field): FieldChange => {
    const [from, to] = [old[field], now[field]];
    return { field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  });
}

/** Two outlines that came from one, put together. */
export interface MergedOutline {
  /** In order. Versions are those of ours; of a card that only theirs has, theirs. */
  readonly cards: readonly SceneCard[];
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Put together what two sides made of an outline: card by card and field by field, and the order. A card that one side
 * took out and the other changed is a conflict, `sc14.card`; one that both moved, `sc14.place`.
 */
export function mergeOutlines(
  { base, ours, theirs }: Sides<readonly SceneCard[]>,
  decide: Decide = () => undefined,
): MergedOutline {
  const [was, mine, others] = [byId(base), byId(ours), byId(theirs)];
  const named = (id: string): string => sceneLabel(mine.has(id) ? ours : theirs, id);
  const merged = [...new Set([...mine.keys(), ...others.keys()])].map((id) =>
    mergeOne(named(id), { base: was.get(id), ours: mine.get(id), theirs: others.get(id) }, decide),
  );
  const cards = new Map(merged.flatMap(({ card }) => (card === undefined ? [] : [[card.id, card]])));
  const ids = (list: readonly SceneCard[]): readonly string[] => list.map(({ id }) => id);
  const place = (id: string): string => `${named(id)}.place`;
  const { order, conflicts } = mergeOrder(
    { base: ids(base), ours: ids(ours), theirs: ids(theirs) },
    new Set(cards.keys()),
    (id) => decide(place(id)),
  );
  const behind = (list: readonly SceneCard[], id: string): Json | undefined => {
    const before = list[list.findIndex((card) => card.id === id) - 1];
    return before === undefined ? 'at the beginning' : `behind ${before.id}`;
  };
  return {
    cards: order.flatMap((id) => cards.get(id) ?? []),
    conflicts: [
      ...merged.flatMap((one) => one.conflicts),
      ...conflicts.map((id) =>
        conflictOf(place(id), { base: behind(base, id), ours: behind(ours, id), theirs: behind(theirs, id) }),
      ),
    ],
  };
}

/** A scene as conflicts name it: `sc14` for the fourteenth. */
export function sceneLabel(cards: readonly SceneCard[], id: string): string {
  return `sc${cards.findIndex((card) => card.id === id) + 1}`;
}

interface MergedOne {
  readonly card: SceneCard | undefined;
  readonly conflicts: readonly MergeConflict[];
}

function mergeOne(name: string, sides: Sides<SceneCard | undefined>, decide: Decide): MergedOne {
  const { base, ours, theirs } = sides;
  if (ours === undefined || theirs === undefined) return mergeRemoved(name, sides, decide);
  const { card, overlap } = mergeCard(base ?? shared(ours, theirs), theirs, ours);
  const taken = overlap.filter((field) => decide(`${name}.${field}`) === 'theirs');
  const open = overlap.filter((field) => decide(`${name}.${field}`) === undefined);
  const [was, mine, others] = [base === undefined ? {} : fieldsOf(base), fieldsOf(ours), fieldsOf(theirs)];
  const kept = Object.entries(card).filter(([field]) => !taken.includes(field));
  const decided = taken.flatMap((field) => (others[field] === undefined ? [] : [[field, others[field]]]));
  return {
    // Fields of cards, put together as they were taken apart.
    card: { ...Object.fromEntries([...kept, ...decided]), version: ours.version } as unknown as SceneCard,
    conflicts: open.map((field) =>
      conflictOf(`${name}.${field}`, { base: was[field], ours: mine[field], theirs: others[field] }),
    ),
  };
}

/** What two cards say alike, to be a base for what differs. */
function shared(ours: SceneCard, theirs: SceneCard): SceneCard {
  const different = new Set(changedFields(ours, theirs));
  return Object.fromEntries(Object.entries(ours).filter(([field]) => !different.has(field))) as unknown as SceneCard;
}

/** A card that only one side has: new there, or taken out on the other. */
function mergeRemoved(name: string, { base, ours, theirs }: Sides<SceneCard | undefined>, decide: Decide): MergedOne {
  const card = ours ?? theirs;
  if (base === undefined || card === undefined) return { card, conflicts: [] };
  if (diffCards(base, card).length === 0) return { card: undefined, conflicts: [] };
  const side = decide(`${name}.card`);
  if (side !== undefined) return { card: side === 'ours' ? ours : theirs, conflicts: [] };
  const whole = (one: SceneCard | undefined): Json | undefined => one && (fieldsOf(one) as Json);
  const conflict = conflictOf(`${name}.card`, { base: whole(base), ours: whole(ours), theirs: whole(theirs) });
  return { card: ours, conflicts: [conflict] };
}

function fieldsOf({ id: _, version: _version, ...fields }: SceneCard): Readonly<Record<string, Json | undefined>> {
  return fields as unknown as Readonly<Record<string, Json | undefined>>;
}

function byId(cards: readonly SceneCard[]): ReadonlyMap<string, SceneCard> {
  return new Map(cards.map((card) => [card.id, card]));
}
