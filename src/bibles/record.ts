import type { Json } from '../core/index.ts';
import type { Author } from './entry.ts';

/** What people decide about a script beside its entries and cards. What a document of each kind says, `markup` knows. */
export const RECORD_KINDS = [
  'edit',
  'lock',
  'pin',
  'fine',
  'choice',
  'note',
  'proposal',
  'mark',
  'branch',
  'draft',
] as const;
/** One of {@link RECORD_KINDS}. */
export type RecordKind = (typeof RECORD_KINDS)[number];

/** One version of a record. Records are sources, as entries are: nothing of them is ever overwritten. */
export interface RecordVersion {
  readonly kind: RecordKind | 'card';
  /** Unique among those of its kind in a script: a scene's id for its edit, `lk_…` for a lock. */
  readonly id: string;
  /** Counting from 1. */
  readonly version: number;
  /** `null` when it was taken away in this version. Of a card: {@link PlacedCard}. */
  readonly document: Json | null;
  readonly author: Author;
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** What was written together with it. */
  readonly changeSet: string;
}

/** A record as it stands: its last version, which was not taken away. */
export interface ScriptRecord extends RecordVersion {
  readonly kind: RecordKind;
  readonly document: Json;
}

/** A card and its place among the others, as its versions are kept. */
export interface PlacedCard {
  /** A fractional index: text order is script order. */
  readonly position: string;
  readonly card: Json;
}
