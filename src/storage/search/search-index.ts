import type { Kysely, Selectable, Transaction } from 'kysely';
import { sha256 } from '../../core/index.ts';
import type { Tables } from '../tables.ts';
import type { Term } from './query.ts';
import { wordsOf } from './words.ts';

/** A text that can be found: a field of a head, of an older version or of a card, or a scene. */
export type TextRow = Omit<KeptText, 'id'>;

/** A text with its number. */
export type KeptText = Selectable<Tables['texts']>;

/** Where a text comes from. The texts of a removed entry's head are found as those of old versions are. */
export type TextPlace = 'entry' | 'draft' | 'removed' | 'version' | 'card' | 'scene';

/** What is looked for. */
export interface Question {
  /** Any of these must be among the words of a row; see {@link scopesOf}. */
  readonly scopes: readonly string[];
  /** All of these must. */
  readonly terms: readonly Term[];
}

/** The index of words over the table `texts`: the part of it that each database has in its own way. */
export interface SearchIndex {
  /** Make the table and its index. */
  readonly create: (trx: Transaction<Tables>) => Promise<void>;
  readonly drop: (trx: Transaction<Tables>) => Promise<void>;
  readonly insert: (trx: Transaction<Tables>, rows: readonly TextRow[]) => Promise<void>;
  /** Put texts to another place. */
  readonly move: (trx: Transaction<Tables>, rows: readonly KeptText[], place: TextPlace) => Promise<void>;
  readonly remove: (trx: Transaction<Tables>, ids: readonly number[]) => Promise<void>;
  readonly clear: (trx: Transaction<Tables>) => Promise<void>;
  /** Texts that answer, at most `limit`, in no promised order. */
  readonly find: (db: Kysely<Tables>, question: Question, limit: number) => Promise<readonly KeptText[]>;
}

/** Postgres counts places up to 16,383 and takes 1 MB of words; nobody looks for what comes later in one text. */
const MOST_WORDS = 16_000;
const MOST_LETTERS = 250_000;

/** The words under which a text is indexed, in order. */
export function indexedWords({ text }: Pick<TextRow, 'text'>): readonly string[] {
  let letters = 0;
  const words = wordsOf(text.slice(0, MOST_LETTERS)).slice(0, MOST_WORDS);
  // Folding makes some letters many.
  return words.flatMap(({ word }) => {
    letters += word.length;
    return letters > MOST_LETTERS ? [] : [word];
  });
}

/**
 * The words that say whose text it is and where it stands. They are in the index among the others, so that a search in
 * one script's cards never goes through the old versions of all scripts.
 */
export function scopesOf({ script, place, field }: Pick<TextRow, 'script' | 'place' | 'field'>): readonly string[] {
  const scope = scopeOf(script, place);
  return isName(field) ? [scope, nameScope(scope)] : [scope];
}

/** The scope of a script's texts in one place. */
export function scopeOf(script: string, place: TextPlace): string {
  return `x${sha256(script).slice(0, 12)}${place}`;
}

/** The scope of the names within a scope. */
export function nameScope(scope: string): string {
  return `${scope}name`;
}

/** Whether a field holds names. */
export function isName(field: string): boolean {
  return field === 'name' || field === 'aliases';
}
