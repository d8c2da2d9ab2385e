import { type Kysely, sql } from 'kysely';
import { chunks } from '../chunks.ts';
import type { Term } from '../search/query.ts';
import { indexedWords, type Question, type SearchIndex, scopesOf, type TextRow } from '../search/search-index.ts';
import type { Tables } from '../tables.ts';

type WithWords = Record<'texts', Tables['texts'] & { readonly words: string }>;

/** How many places Postgres keeps of one word (https://www.postgresql.org/docs/current/textsearch-limitations.html). */
const MOST_PLACES = 255;

/** A `tsvector` beside each text under a GIN index, made of words that are folded already, by no dictionary. */
export const postgresIndex: SearchIndex = {
  create: async (trx) => {
    await trx.schema
      .createTable('texts')
      .addColumn('id', 'integer', (column) => column.generatedByDefaultAsIdentity().primaryKey())
      .addColumn('script', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('field', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('words', sql`tsvector`, (column) => column.notNull())
      .execute();
    await trx.schema.createIndex('texts_by_words').on('texts').using('gin').column('words').execute();
  },

  drop: async (trx) => {
    await trx.schema.dropTable('texts').ifExists().execute();
  },

  insert: async (trx, rows) => {
    for (const part of chunks(rows)) {
      const values = part.map((row) => ({ ...row, words: vectorOf(row) }));
      await withWords(trx).insertInto('texts').values(values).execute();
    }
  },

  move: async (trx, rows, place) => {
    for (const row of rows) {
      const words = vectorOf({ ...row, place });
      await withWords(trx).updateTable('texts').set({ place, words }).where('id', '=', row.id).execute();
    }
  },

  remove: async (trx, ids) => {
    for (const part of chunks(ids)) await trx.deleteFrom('texts').where('id', 'in', part).execute();
  },

  clear: async (trx) => {
    await trx.deleteFrom('texts').execute();
  },

  find: (db, question, limit) =>
    db
      .selectFrom('texts')
      .select(['id', 'script', 'place', 'source', 'version', 'field', 'text'])
      .where(sql<boolean>`words @@ ${queryOf(question)}::tsquery`)
      .limit(limit)
      .execute(),
};

function withWords(db: Kysely<Tables>): Kysely<Omit<Tables, 'texts'> & WithWords> {
  return db.withTables<WithWords>();
}

/** Words hold letters and digits only, so that between quotes nothing can go wrong. */
function vectorOf(row: TextRow): string {
  const places = new Map<string, number[]>();
  for (const [index, word] of indexedWords(row).entries()) {
    const known = places.get(word);
    if (known === undefined) places.set(word, [index + 1]);
    else if (known.length < MOST_PLACES) known.push(index + 1);
  }
  const lexemes = Array.from(places, ([word, at]) => `'${word}':${at.join(',')}`);
  return [...scopesOf(row).map((scope) => `'${scope}'`), ...lexemes].join(' ');
}

function queryOf({ scopes, terms }: Question): string {
  const anyScope = scopes.map((scope) => `'${scope}'`).join(' | ');
  return [`(${anyScope})`, ...terms.map(queryOfTerm)].join(' & ');
}

function queryOfTerm({ words, prefix }: Term): string {
  const phrase = words.map((word, index) => `'${word}'${prefix && index === words.length - 1 ? ':*' : ''}`);
  return `(${phrase.join(' <-> ')})`;
}
