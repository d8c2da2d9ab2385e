import type { Kysely } from 'kysely';
import type { SceneCard } from '../../bibles/index.ts';
import { readJson } from '../json-column.ts';
import { KEYS, type KeptTable, pagesOf } from '../pages.ts';
import type { Tables } from '../tables.ts';
import type { Finding } from './finding.ts';

/** Plans, cards, drafts, slots, answers, prices and what was learned about models are readable. */
export async function checkValues(db: Kysely<Tables>): Promise<readonly Finding[]> {
  const answered = ({ request, answer }: { readonly request: string | null; readonly answer: string | null }): void => {
    for (const text of [request, answer]) if (text !== null) readJson(text);
  };
  return [
    ...(await checkTable(db, 'scripts', ({ plan }) => {
      if (plan !== null) readJson(plan);
    })),
    ...(await checkTable(db, 'cards', ({ id, version, document }) => {
      const card = readJson<SceneCard>(document);
      if (card.id !== id || card.version !== version) throw new Error('another card');
    })),
    ...(await checkTable(db, 'artifacts', ({ value }) => readJson(value))),
    ...(await checkTable(db, 'slots', ({ refs }) => readJson(refs))),
    ...(await checkTable(db, 'journal', answered)),
    ...(await checkTable(db, 'journal_set_aside', answered)),
    ...(await checkTable(db, 'calls', ({ price }) => {
      if (price !== null) readJson(price);
    })),
    ...(await checkTable(db, 'model_facts', ({ value }) => readJson(value))),
  ];
}

/** The rows of a table that cannot be read. */
async function checkTable<T extends KeptTable>(
  db: Kysely<Tables>,
  table: T,
  read: (row: Tables[T]) => unknown,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for await (const rows of pagesOf(db, table))
    for (const row of rows) {
      try {
        read(row);
      } catch {
        const values = new Map<string, unknown>(Object.entries(row));
        const key = KEYS[table].map((column) => String(values.get(column))).join(' ');
        findings.push({ table, row: key, message: 'is not readable' });
      }
    }
  return findings;
}
