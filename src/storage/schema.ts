import {
  type ColumnDataType,
  type ColumnDefinitionBuilder,
  type CreateTableBuilder,
  sql,
  type Transaction,
} from 'kysely';
import type { Tables } from './tables.ts';

/** Columns by name; a `?` after the type allows null. */
export type Columns = Readonly<Record<string, ColumnType | `${ColumnType}?`>>;

type ColumnType = 'text' | 'integer' | 'double precision';

const ANSWER = { task: 'text', model: 'text', request: 'text', answer: 'text', time: 'text' } as const;
const COUNTS = { input_tokens: 'integer', output_tokens: 'integer', cached_tokens: 'integer' } as const;

/** Version 1: every table. */
export async function createTables(trx: Transaction<Tables>): Promise<void> {
  await createBibleTables(trx);
  await createJournalTables(trx);
  await createRunTables(trx);
}

async function createBibleTables(trx: Transaction<Tables>): Promise<void> {
  const scriptText = { slug: 'text', title: 'text', logline: 'text', premise: 'text', format: 'text' } as const;
  await table(trx, 'scripts', { id: 'text', seq: 'integer', ...scriptText, scenes: 'integer', created: 'text' })
    .addPrimaryKeyConstraint('scripts_pk', ['id'])
    .addUniqueConstraint('scripts_slug', ['slug'])
    .execute();
  await table(trx, 'entries', { id: 'text', script: 'text', kind: 'text', seq: 'integer', head: 'integer' })
    .addPrimaryKeyConstraint('entries_pk', ['id'])
    .addForeignKeyConstraint('entries_script', ['script'], 'scripts', ['id'])
    .execute();
  await trx.schema.createIndex('entries_by_script').on('entries').columns(['script', 'seq']).execute();
  const authorship = { author_type: 'text', author_name: 'text', reason: 'text', time: 'text' } as const;
  const content = { name: 'text', document: 'text', content_hash: 'text', field_versions: 'text' } as const;
  await table(trx, 'entry_versions', { entry: 'text', version: 'integer', ...authorship, ...content })
    .addPrimaryKeyConstraint('entry_versions_pk', ['entry', 'version'])
    .addForeignKeyConstraint('entry_versions_entry', ['entry'], 'entries', ['id'])
    .execute();
  await table(trx, 'cards', { script: 'text', id: 'text', position: 'text', version: 'integer', document: 'text' })
    .addPrimaryKeyConstraint('cards_pk', ['script', 'id'])
    .addForeignKeyConstraint('cards_script', ['script'], 'scripts', ['id'])
    .execute();
}

async function createJournalTables(trx: Transaction<Tables>): Promise<void> {
  const lease = { status: 'text', lease_owner: 'text?', lease_until: 'text?' } as const;
  const pending = { task: 'text?', model: 'text?', request: 'text?', answer: 'text?', time: 'text?' } as const;
  const counts = { input_tokens: 'integer?', output_tokens: 'integer?', cached_tokens: 'integer?' } as const;
  await table(trx, 'journal', { key: 'text', ...lease, ...pending, ...counts, cost: 'double precision?' })
    .addPrimaryKeyConstraint('journal_pk', ['key'])
    .execute();
  const leases = trx.schema.createIndex('journal_leases').on('journal').column('lease_owner');
  await leases.where(sql.ref('status'), '=', 'pending').execute();
  const aside = { id: 'text', key: 'text', reason: 'text', set_aside: 'text' } as const;
  await table(trx, 'journal_set_aside', { ...aside, ...ANSWER, ...COUNTS, cost: 'double precision?' })
    .addPrimaryKeyConstraint('journal_set_aside_pk', ['id'])
    .execute();
  await table(trx, 'slots', { script: 'text', slot: 'text', key: 'text', refs: 'text' })
    .addPrimaryKeyConstraint('slots_pk', ['script', 'slot'])
    .execute();
}

async function createRunTables(trx: Transaction<Tables>): Promise<void> {
  const times = { started: 'text', ended: 'text?', lease_owner: 'text', lease_until: 'text' } as const;
  await table(trx, 'runs', { id: 'text', script: 'text', seq: 'integer', status: 'text', ...times })
    .addPrimaryKeyConstraint('runs_pk', ['id'])
    .execute();
  // What makes a script's run the only one, whoever begins another at the same moment.
  const single = trx.schema.createIndex('runs_single').unique().on('runs').column('script');
  await single.where(sql.ref('status'), '=', 'running').execute();
  await trx.schema.createIndex('runs_by_script').on('runs').columns(['script', 'seq']).execute();
  await table(trx, 'artifacts', { script: 'text', name: 'text', value: 'text' })
    .addPrimaryKeyConstraint('artifacts_pk', ['script', 'name'])
    .execute();
  await table(trx, 'exports', { path: 'text', file_hash: 'text', source_hash: 'text', time: 'text' })
    .addPrimaryKeyConstraint('exports_pk', ['path'])
    .execute();
}

/** Begin a table of these columns. */
export function table(
  trx: Transaction<Tables>,
  name: keyof Tables,
  columns: Columns,
): CreateTableBuilder<string, string> {
  const start: CreateTableBuilder<string, string> = trx.schema.createTable(name);
  return Object.entries(columns).reduce((built, [column, type]) => {
    const required = !type.endsWith('?');
    const plain = type.replace('?', '') as ColumnDataType;
    return built.addColumn(column, plain, (part: ColumnDefinitionBuilder) => (required ? part.notNull() : part));
  }, start);
}
