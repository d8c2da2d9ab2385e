import type { Generated } from 'kysely';
import type { Author, EntryState, Format, RecordVersion } from '../bibles/index.ts';
import type { BatchRecord, Call, RunRecord, SavingKind } from '../steps/index.ts';
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
  /** The plan of its outline; none for an outline that was made by hand, or before there were plans. */
  readonly plan: string | null;
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

/** Which version of a record counts; one that was taken away stays, with no document in that version. Cards are in `cards`. */
interface RecordsTable {
  readonly script: string;
  readonly kind: RecordVersion['kind'];
  readonly id: string;
  readonly head: number;
}

/** Every version of records and of cards. It is written once and never changed. */
interface RecordVersionsTable {
  readonly script: string;
  readonly kind: RecordVersion['kind'];
  readonly id: string;
  readonly version: number;
  readonly document: string | null;
  readonly change_set: string;
  /** Order within the change set; there may be gaps. */
  readonly place: number;
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
  /** The call that paid for it; null for a recording that was read in. */
  readonly call: string | null;
}

/** An answer that is none, or what had come of one. Its id is that of the call that paid for it, where that is known. */
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

/** A line of the bill. It is written once and never changed. */
interface CallsTable {
  readonly id: string;
  readonly key: string;
  readonly time: string;
  /** Empty for what was paid before version 3, as are script, slot, role and agent. */
  readonly run: string;
  readonly script: string;
  readonly scene: string | null;
  readonly slot: string;
  readonly task: string;
  readonly role: string;
  readonly agent: string;
  readonly outcome: Call['outcome'];
  readonly model: string;
  readonly served_by: string;
  readonly lane: Call['lane'];
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cached_tokens: number;
  readonly cache_write_tokens: number | null;
  readonly cache_write_hour_tokens: number | null;
  readonly reasoning_tokens: number | null;
  /** US dollars; null when the price is not known. */
  readonly cost: number | null;
  readonly price: string | null;
  readonly attempts: number;
  readonly ms: number;
  readonly first_token_ms: number | null;
  readonly waited_ms: number | null;
  readonly message: string | null;
  /** US dollars against the full price, by the price of that time; 0 when that is not known. */
  readonly saved_by_cache: number;
  readonly saved_by_batch: number;
}

/** What calls came to, so that a cap is checked without summing them: it follows from `calls`. */
interface SpendingTable {
  /** `project`, `run:…`, or the quarter of an hour in which they ended: `time:2026-11-26T12:15`. */
  readonly period: string;
  readonly calls: number;
  readonly unpriced: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  /** US dollars of the priced ones. */
  readonly cost: number;
}

/** Money set aside for a call under way: a lease, and worth nothing once its process is dead. */
interface ReservationsTable {
  readonly id: string;
  readonly run: string;
  readonly cost: number;
  readonly lease_owner: string;
  readonly lease_until: string;
}

interface SavingsTable {
  readonly run: string;
  readonly script: string;
  /** Empty for what concerns the whole script. */
  readonly scene: string;
  readonly task: string;
  readonly role: string;
  readonly model: string;
  readonly kind: SavingKind;
  readonly calls: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost: number | null;
  /** When the first of them was added. */
  readonly time: string;
}

/** One thing that was learned about a model. */
interface ModelFactsTable {
  readonly model: string;
  readonly fact: string;
  readonly value: string;
}

interface BatchesTable {
  readonly id: string;
  readonly script: string;
  readonly provider: string;
  readonly model: string;
  readonly batch: string | null;
  readonly state: BatchRecord['state'];
  readonly created: string;
}

interface BatchItemsTable {
  /** Our own name for the batch. */
  readonly batch: string;
  readonly id: string;
  readonly place: number;
  readonly key: string;
  readonly request: string;
  /** The place in the work that it was asked for. */
  readonly asked_for: string;
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
  readonly records: RecordsTable;
  readonly record_versions: RecordVersionsTable;
  readonly journal: JournalTable;
  readonly journal_set_aside: SetAsideTable;
  readonly slots: SlotsTable;
  readonly runs: RunsTable;
  readonly artifacts: ArtifactsTable;
  readonly exports: ExportsTable;
  readonly texts: TextsTable;
  readonly calls: CallsTable;
  readonly spending: SpendingTable;
  readonly reservations: ReservationsTable;
  readonly savings: SavingsTable;
  readonly model_facts: ModelFactsTable;
  readonly batches: BatchesTable;
  readonly batch_items: BatchItemsTable;
}
