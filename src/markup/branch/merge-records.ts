import {
  conflictOf,
  type Decide,
  isSame,
  type MergeConflict,
  type RecordKind,
  type Sides,
} from '../../bibles/index.ts';
import { type Json, toJson } from '../../core/index.ts';
import { type EditDocument, FRONT } from '../edit.ts';
import { mergeEdits } from './merge-edits.ts';

/** What a record says, as far as merging goes. */
export interface RecordText {
  readonly kind: RecordKind;
  readonly id: string;
  readonly document: Json;
}

/** What a merge writes into records; `null` takes one away. */
export interface RecordChange {
  readonly kind: RecordKind;
  readonly id: string;
  readonly document: Json | null;
}

/** The records that a merge changes, and what both sides changed and not alike. */
export interface MergedRecords {
  readonly changed: readonly RecordChange[];
  readonly conflicts: readonly MergeConflict[];
}

/** What belongs to one branch alone: what makes it one, and which of its drafts went into production. */
const OWN: ReadonlySet<RecordKind> = new Set(['branch', 'draft']);

/** Kinds of which a scene has one, under its id. */
const BY_SCENE: ReadonlySet<RecordKind> = new Set(['edit', 'pin', 'fine', 'choice']);

/**
 * Put together what people decided on two sides: edits, locks, pins, notes and all else. What one side left alone is taken
 * from the other; two edits of one scene are merged by blocks.
 *
 * @param labelOf Names a scene in conflicts: `sc14`.
 */
export function mergeRecords(
  { base, ours, theirs }: Sides<readonly RecordText[]>,
  labelOf: (scene: string) => string,
  decide: Decide = () => undefined,
): MergedRecords {
  const [was, mine, others] = [byKey(base), byKey(ours), byKey(theirs)];
  const keys = [...new Set([...was.keys(), ...others.keys()])];
  const merged = keys.map((key): MergedRecords => {
    const sides = { base: was.get(key), ours: mine.get(key), theirs: others.get(key) };
    const { kind, id } = sides.theirs ?? sides.base ?? { kind: 'branch', id: '' };
    if (OWN.has(kind)) return NOTHING;
    const text = { base: sides.base?.document, ours: sides.ours?.document, theirs: sides.theirs?.document };
    const label = BY_SCENE.has(kind) && id !== FRONT ? labelOf(id) : id;
    return mergeRecord({ kind, id, label }, text, decide);
  });
  return {
    changed: merged.flatMap(({ changed }) => changed),
    conflicts: merged.flatMap(({ conflicts }) => conflicts),
  };
}

const NOTHING: MergedRecords = { changed: [], conflicts: [] };

function mergeRecord(
  { kind, id, label }: Omit<RecordText, 'document'> & { readonly label: string },
  { base, ours, theirs }: Sides<Json | undefined>,
  decide: Decide,
): MergedRecords {
  const written = (document: Json | undefined): MergedRecords =>
    isSame(document, ours) ? NOTHING : { changed: [{ kind, id, document: document ?? null }], conflicts: [] };
  if (isSame(base, theirs) || isSame(ours, theirs)) return NOTHING;
  if (isSame(base, ours)) return written(theirs);
  // A scene is fine as it is by what it would ask: who asks anew says so anew.
  if (kind === 'fine') return NOTHING;
  if (kind === 'edit' && id !== FRONT && ours !== undefined && theirs !== undefined) {
    const sides = { base: base === undefined ? base : editIn(base), ours: editIn(ours), theirs: editIn(theirs) };
    const { edit, conflicts } = mergeEdits(label, sides, decide);
    return { ...written(toJson(edit)), conflicts };
  }
  const at = `${label}.${kind === 'edit' ? 'text' : kind}`;
  const side = decide(at);
  if (side !== undefined) return written(side === 'ours' ? ours : theirs);
  return { changed: [], conflicts: [conflictOf(at, { base, ours, theirs })] };
}

/** Written by this package, in this shape, and only read back. */
function editIn(document: Json): EditDocument {
  return document as unknown as EditDocument;
}

function byKey(records: readonly RecordText[]): ReadonlyMap<string, RecordText> {
  return new Map(records.map((record) => [`${record.kind}/${record.id}`, record]));
}
