import {
  type CardWrite,
  changedFields,
  mergeCard,
  type PlacedCard,
  type RecordVersion,
  type SceneCard,
  type SourceWrite,
} from '../../bibles/index.ts';
import { canonicalJson, type Json, ScriptGenError } from '../../core/index.ts';
import type { Desk } from '../bible/desk.ts';
import type { TouchedRecord } from './touched.ts';
import type { Names } from './words.ts';
import { recordWords } from './words.ts';

/** A card in a place, as the store wrote it. */
interface Placed {
  readonly position: string;
  readonly card: SceneCard;
}

/** What stood before a change, what it made, and what stands now; `null` for what is not there. */
interface Sides<T> {
  readonly before: T | null;
  readonly wrote: T | null;
  readonly now: T | null;
  readonly head: RecordVersion;
}

/**
 * The write that takes versions of a card or of a record back; nothing when it is as it was before already. Of a card,
 * what was changed since in other fields stays, and so does its place if it was moved since.
 *
 * @throws ScriptGenError `markup/conflict` when it was changed since in what would be taken back.
 */
export async function recordBack(
  { store, script }: Desk,
  { kind, id, first, last }: TouchedRecord,
  names: Names,
): Promise<SourceWrite | undefined> {
  const versions = await store.listRecordVersions(script.id, { kind, id });
  const at = (version: number): Json | null => versions.find((one) => one.version === version)?.document ?? null;
  const [head] = versions;
  if (head === undefined)
    throw new ScriptGenError({
      code: 'storage/damaged',
      message: `Version ${last} of the ${kind} ${id} is not there any more.`,
      hint: 'Check the database: scriptgen db check',
    });
  const sides = { before: at(first - 1), wrote: at(last), now: head.document, head };
  const fail = (fields?: readonly string[]): ScriptGenError => changedSince(head, recordWords(head, names), fields);
  if (kind === 'card') return cardBack(placedSides(sides), fail);
  if (isSame(sides.now, sides.before)) return undefined;
  if (!isSame(sides.now, sides.wrote)) throw fail();
  return { type: 'record', kind, id, expected: head.version, document: sides.before };
}

function placedSides({ before, wrote, now, head }: Sides<Json>): Sides<Placed> {
  const placed = (document: Json | null): Placed | null => document as unknown as (PlacedCard & Placed) | null;
  return { before: placed(before), wrote: placed(wrote), now: placed(now), head };
}

function cardBack(
  { before, wrote, now, head }: Sides<Placed>,
  fail: (fields?: readonly string[]) => ScriptGenError,
): CardWrite | undefined {
  const write = { type: 'card', id: head.id, expected: head.version } as const;
  if (before === null) {
    if (now === null) return undefined;
    const since = changedFields((wrote ?? now).card, now.card);
    if (since.length > 0) throw fail(since);
    return { ...write, card: null };
  }
  if (now === null) {
    if (wrote !== null) throw fail();
    return { ...write, card: before.card, position: before.position };
  }
  if (wrote === null) {
    const since = changedFields(before.card, now.card);
    if (since.length > 0) throw fail(since);
    return undefined;
  }
  const { card, overlap } = mergeCard(wrote.card, before.card, now.card);
  if (overlap.length > 0) throw fail(overlap);
  const isMovedBack = before.position !== wrote.position && now.position === wrote.position;
  return { ...write, card, ...(isMovedBack ? { position: before.position } : {}) };
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return canonicalJson([a ?? null]) === canonicalJson([b ?? null]);
}

function changedSince(
  { kind, id, version, author, reason, changeSet }: RecordVersion,
  what: string,
  fields: readonly string[] = [],
): ScriptGenError {
  const where = fields.length === 0 ? '' : ` in ${fields.join(', ')}`;
  return new ScriptGenError({
    code: 'markup/conflict',
    message: `After that, ${author.name} wrote ${what} (${reason})${where}: taking the older change back would lose that.`,
    hint: `Take the later one back first: scriptgen undo ${changeSet}`,
    details: { kind, id, head: version, changeSet, ...(fields.length === 0 ? {} : { overlap: fields }) },
  });
}
