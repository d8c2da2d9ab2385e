import { type Kysely, sql, type Transaction } from 'kysely';
import { chunks } from '../chunks.ts';
import type { Term } from '../search/query.ts';
import { indexedWords, type Question, type SearchIndex, scopesOf, type TextRow } from '../search/search-index.ts';
import type { Tables } from '../tables.ts';

type WithIndex = Record<'text_index', { readonly rowid: number; readonly words: string }>;

/**
 * FTS5 over words that are folded already: its `ascii` tokenizer parts them at the spaces and leaves them alone. It keeps
 * no text of its own, and all beginnings of three letters, so that a word that is begun costs no more than a whole one
 * (https://sqlite.org/fts5.html#contentless_delete_tables).
 */
export const sqliteIndex: SearchIndex = {
  create: async (trx) => {
    await trx.schema
      .createTable('texts')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('script', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('field', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .execute();
    await sql`create virtual table text_index
      using fts5(words, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = 3)`.execute(trx);
  },

  drop: async (trx) => {
    for (const table of ['text_index', 'texts']) await trx.schema.dropTable(table).ifExists().execute();
  },

  insert: async (trx, rows) => {
    // Nobody else writes during this transaction, so numbers can be given here.
    const last = await trx
      .selectFrom('texts')
      .select((is) => is.fn.max('id').as('id'))
      .executeTakeFirst();
    const first = (last?.id ?? 0) + 1;
    const numbered = rows.map((row, index) => ({ id: first + index, ...row }));
    for (const part of chunks(numbered)) {
      await trx.insertInto('texts').values(part).execute();
      await insertWords(trx, part);
    }
  },

  move: async (trx, rows, place) => {
    for (const part of chunks(rows)) {
      const ids = part.map(({ id }) => id);
      await trx.updateTable('texts').set({ place }).where('id', 'in', ids).execute();
      await words(trx).deleteFrom('text_index').where('rowid', 'in', ids).execute();
      const moved = part.map((row) => ({ ...row, place }));
      await insertWords(trx, moved);
    }
  },

  remove: async (trx, ids) => {
    for (const part of chunks(ids)) {
      await words(trx).deleteFrom('text_index').where('rowid', 'in', part).execute();
      await trx.deleteFrom('texts').where('id', 'in', part).execute();
    }
  },

  clear: async (trx) => {
    await sql`insert into text_index(text_index) values ('delete-all')`.execute(trx);
    await trx.deleteFrom('texts').execute();
  },

  find: (db, question, limit) =>
    words(db)
      .selectFrom('text_index')
      .innerJoin('texts', 'texts.id', 'text_index.rowid')
      .selectAll('texts')
      .where(sql<boolean>`text_index match ${matchExpression(question)}`)
      .orderBy('text_index.rowid', 'desc')
      .limit(limit)
      .execute(),
};

function words(db: Kysely<Tables>): Kysely<Tables & WithIndex> {
  return db.withTables<WithIndex>();
}

async function insertWords(
  trx: Transaction<Tables>,
  rows: readonly (TextRow & { readonly id: number })[],
): Promise<void> {
  const values = rows.map((row) => ({ rowid: row.id, words: [...scopesOf(row), ...indexedWords(row)].join(' ') }));
  await words(trx).insertInto('text_index').values(values).execute();
}

/** Words hold letters and digits only, so that between quotes nothing can go wrong. */
function matchExpression({ scopes, terms }: Question): string {
  const anyScope = scopes.map((scope) => `"${scope}"`).join(' OR ');
  return [`(${anyScope})`, ...terms.map(matchTerm)].join(' AND ');
}

function matchTerm({ words: wanted, prefix }: Term): string {
  return `"${wanted.join(' ')}"${prefix ? ' *' : ''}`;
}
