import { type AlterTableColumnAlteringBuilder, sql, type Transaction } from 'kysely';
import { table } from './schema.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { Tables } from './tables.ts';

/** Version 2: change sets, and the search in everything. */
export async function addBibleStore(trx: Transaction<Tables>, index: SearchIndex): Promise<void> {
  await addChangeSets(trx);
  await addColumn(trx, 'artifacts', 'text');
  await index.create(trx);
  await trx.schema.createIndex('texts_by_source').on('texts').columns(['source', 'place']).execute();
}

/**
 * Kinds of a user's own, aliases, facts, locks and states of entries, series, and change sets. Versions that
 * one author wrote for one reason at one moment become one change set.
 */
async function addChangeSets(trx: Transaction<Tables>): Promise<void> {
  await addColumn(trx, 'scripts', 'parent');
  await addColumn(trx, 'entries', 'state', 'accepted');
  await addColumn(trx, 'entries', 'overrides');
  for (const list of ['aliases', 'facts', 'locked'] as const) await addColumn(trx, 'entry_versions', list, '[]');
  await addColumn(trx, 'entry_versions', 'state', 'accepted');
  await addColumn(trx, 'entry_versions', 'change_set', '');
  await addColumn(trx, 'entry_versions', 'place', 0);
  const authorship = { author_type: 'text', author_name: 'text', reason: 'text', time: 'text' } as const;
  await table(trx, 'change_sets', { id: 'text', script: 'text', seq: 'integer', ...authorship, undoes: 'text?' })
    .addPrimaryKeyConstraint('change_sets_pk', ['id'])
    .addUniqueConstraint('change_sets_by_script', ['script', 'seq'])
    .addForeignKeyConstraint('change_sets_script', ['script'], 'scripts', ['id'])
    .execute();
  await groupVersions(trx);
  await listGroups(trx);
  const byChangeSet = trx.schema.createIndex('entry_versions_by_change_set').on('entry_versions');
  await byChangeSet.columns(['change_set', 'place']).execute();
}

/** Text that may be null, or what old rows get. */
async function addColumn(
  trx: Transaction<Tables>,
  name: keyof Tables,
  column: string,
  old?: string | number,
): Promise<void> {
  const alter = trx.schema.alterTable(name);
  const added: AlterTableColumnAlteringBuilder = alter.addColumn(
    column,
    typeof old === 'number' ? 'integer' : 'text',
    (part) => (old === undefined ? part : part.notNull().defaultTo(old)),
  );
  await added.execute();
}

/** Name each old version's change set after the first version in it. */
async function groupVersions(trx: Transaction<Tables>): Promise<void> {
  const together = sql`partition by entries.script, v.time, v.author_type, v.author_name, v.reason
    order by entries.seq, v.version`;
  await trx
    .updateTable('entry_versions')
    .from((from) =>
      from
        .selectFrom('entry_versions as v')
        .innerJoin('entries', 'entries.id', 'v.entry')
        .select([
          'v.entry',
          'v.version',
          sql<string>`'cs_' || first_value(v.entry || '_' || v.version) over (${together})`.as('id'),
          sql<number>`row_number() over (${together}) - 1`.as('place'),
        ])
        .as('grouped'),
    )
    .set((is) => ({ change_set: is.ref('grouped.id'), place: is.ref('grouped.place') }))
    .whereRef('entry_versions.entry', '=', 'grouped.entry')
    .whereRef('entry_versions.version', '=', 'grouped.version')
    .execute();
}

async function listGroups(trx: Transaction<Tables>): Promise<void> {
  await trx
    .insertInto('change_sets')
    .columns(['id', 'script', 'author_type', 'author_name', 'reason', 'time', 'seq'])
    .expression((from) =>
      from
        .selectFrom('entry_versions as v')
        .innerJoin('entries as e', 'e.id', 'v.entry')
        .select(['v.change_set', 'e.script', 'v.author_type', 'v.author_name', 'v.reason', 'v.time'])
        .select(
          sql<number>`row_number() over (partition by e.script order by v.time, min(v.version), v.change_set)`.as(
            'seq',
          ),
        )
        .groupBy(['v.change_set', 'e.script', 'v.author_type', 'v.author_name', 'v.reason', 'v.time']),
    )
    .execute();
}
