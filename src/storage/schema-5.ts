import type { Transaction } from 'kysely';
import { table } from './schema.ts';
import type { Tables } from './tables.ts';

/** Version 5: what people decide about a script, in versions, and the versions of cards. */
export async function addRecords(trx: Transaction<Tables>): Promise<void> {
  const id = { script: 'text', kind: 'text', id: 'text' } as const;
  await table(trx, 'records', { ...id, head: 'integer' })
    .addPrimaryKeyConstraint('records_pk', ['script', 'kind', 'id'])
    .addForeignKeyConstraint('records_script', ['script'], 'scripts', ['id'])
    .execute();
  const version = { version: 'integer', document: 'text?', change_set: 'text', place: 'integer' } as const;
  await table(trx, 'record_versions', { ...id, ...version })
    .addPrimaryKeyConstraint('record_versions_pk', ['script', 'kind', 'id', 'version'])
    .addForeignKeyConstraint('record_versions_script', ['script'], 'scripts', ['id'])
    .execute();
  const byChangeSet = trx.schema.createIndex('record_versions_by_change_set').on('record_versions');
  await byChangeSet.columns(['change_set', 'place']).execute();
}
