import type { Generated } from 'kysely';
import type { Author, EntryState, Format } from '../bibles/index.ts';
import type { RunRecord } from '../steps/index.ts';
import type { TextPlace } from './search/search-index.ts';

/*
 * The tables, as the code of this version reads them; `migrations.ts` makes them.
 *
 * Times are ISO 8601 in UTC with milliseconds: of equal length, so that text order is time order.
 * Values are JSON in text columns on every database: jsonb would reorder keys.
 */

interface ScriptsTable {
  readonly id: string;
  /** Order of creation. */
  readonly seq: number;
  readonly slug: string;
  readonly title: string;
  readonly logline: string;
  readonly premise: string;
  readonly format: Format;
  readonly scenes: number;
  readonly created: string;
  /** The script of the series or season above. */
  readonly parent: string | null;
}

interface EntriesTable {
  readonly id: string;
  readonly script: string;
  readonly kind: string;
  /** Order of creation within the script. */
  readonly seq: number;
  /** The version that counts now. Everything else of it stands in `entry_versions`. */
  readonly head: number;
  /** That of the head, to be chosen by. */
  readonly state: EntryState;
  /** The entry above that it changes. */
  readonly overrides: string | null;
}

interface EntryVersionsTable {
  readonly entry: string;
  readonly version: number;
  readonly name: string;
  readonly document: string;
  readonly author_type: Author['type'];
  readonly author_name: string;
  readonly reason: string;
  readonly time: string;
  readonly content_hash: string;
  readonly field_versions: string;
  readonly aliases: string;
  readonly facts: string;
  readonly locked: string;
  readonly state: EntryState;
  readonly change_set: string;
  /** Order within the change set; there may be gaps. */
  readonly place: number;
}

interface ChangeSetsTable {
  readonly id: string;
  readonly script: string;
  /** Order of writing within the script. */
  readonly seq: number;
  readonly author_type: Author['type'];
  readonly author_name: string;
  readonly reason: string;
  readonly time: string;
  /** The change set that it took back. */
  readonly undoes: string | null;
}

interface CardsTable {
  readonly script: string;
  readonly id: string;
  /** A fractional index: text order is script order. */
  readonly position: string;
  readonly version: number;
  readonly document: string;
}

/** An answer as both journal tables hold it. */
interface AnswerColumns {
  readonly key: string;
  readonly task: string;
  readonly model: string;
  readonly request: string;
  readonly answer: string;
  /** Repeated from the answer, to be summed. */
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cached_tokens: number;
  /** US dollars; null when the price is not known. */
  readonly cost: number | null;
  readonly time: string;
}

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

/** A pending row is a lease and nothing else; an answered one has no lease. */
interface JournalTable extends Nullable<Omit<AnswerColumns, 'key'>> {
  readonly key: string;
  readonly status: 'pending' | 'answered';
  readonly lease_owner: string | null;
  readonly lease_until: string | null;
}

interface SetAsideTable extends AnswerColumns {
  readonly id: string;
  readonly reason: string;
  readonly set_aside: string;
}

interface SlotsTable {
  readonly script: string;
  readonly slot: string;
  readonly key: string;
  readonly refs: string;
}

interface RunsTable {
  readonly id: string;
  readonly script: string;
  /** Order of beginning within the script. */
  readonly seq: number;
  readonly status: RunRecord['status'];
  readonly started: string;
  readonly ended: string | null;
  readonly lease_owner: string;
  readonly lease_until: string;
}

interface ArtifactsTable {
  readonly script: string;
  readonly name: string;
  readonly value: string;
  /** The words by which it is found. */
  readonly text: string | null;
}

interface ExportsTable {
  readonly path: string;
  readonly file_hash: string;
  readonly source_hash: string;
  readonly time: string;
}

/** What can be searched, one row a field. It follows from the other tables; each database adds its own index of words. */
interface TextsTable {
  readonly id: Generated<number>;
  readonly script: string;
  readonly place: TextPlace;
  /** The id of the entry, or of the scene's card. */
  readonly source: string;
  /** That in which the field got this text. */
  readonly version: number;
  readonly field: string;
  readonly text: string;
}

/** Every table by name, for typed queries. */
export interface Tables {
  readonly schema_version: { readonly version: number };
  readonly scripts: ScriptsTable;
  readonly entries: EntriesTable;
  readonly entry_versions: EntryVersionsTable;
  readonly change_sets: ChangeSetsTable;
  readonly cards: CardsTable;
  readonly journal: JournalTable;
  readonly journal_set_aside: SetAsideTable;
  readonly slots: SlotsTable;
  readonly runs: RunsTable;
  readonly artifacts: ArtifactsTable;
  readonly exports: ExportsTable;
  readonly texts: TextsTable;
}
