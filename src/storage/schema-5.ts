import type { Transaction } from 'kysely';
import { sha256 } from '../core/index.ts';
import { chunks } from './chunks.ts';
import { pagesOf } from './pages.ts';
import { plannedVersion } from './records.ts';
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
  await keepPlanned(trx);
}

/** Cards of older formats were never changed: each is as it was planned when its script was made. */
async function keepPlanned(trx: Transaction<Tables>): Promise<void> {
  const sets = await firstChangeSets(trx);
  for await (const cards of pagesOf(trx, 'cards')) {
    const rows = cards.map((card) => plannedVersion({ script: card.script, id: sets.get(card.script) ?? '' }, card));
    for (const part of chunks(rows)) await trx.insertInto('record_versions').values(part).execute();
  }
}

/** The change set in which each script with cards was made; a script whose bible was empty gets one. */
async function firstChangeSets(trx: Transaction<Tables>): Promise<ReadonlyMap<string, string>> {
  const rows = await trx.selectFrom('change_sets').select(['id', 'script']).orderBy('seq', 'desc').execute();
  const sets = new Map(rows.map(({ id, script }) => [script, id]));
  const scripts = await trx
    .selectFrom('scripts')
    .select(['id', 'created'])
    .where('id', 'in', (from) => from.selectFrom('cards').select('cards.script'))
    .execute();
  for (const { id: script, created: time } of scripts) {
    if (sets.has(script)) continue;
    const id = `cs_${sha256(script).slice(0, 16)}`;
    const author = { author_type: 'person', author_name: 'writer' } as const;
    await trx
      .insertInto('change_sets')
      .values({ id, script, seq: 1, ...author, reason: 'created', time, undoes: null })
      .execute();
    sets.set(script, id);
  }
  return sets;
}
