import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Finding } from './finding.ts';

/** More of one kind say nothing new. */
const MOST = 1000;

/** Every version belongs to a change set of its script, and every change set has a version. */
export async function checkChangeSets(db: Kysely<Tables>): Promise<readonly Finding[]> {
  const lost = await db
    .selectFrom('entry_versions')
    .innerJoin('entries', 'entries.id', 'entry_versions.entry')
    .leftJoin('change_sets', (join) =>
      join.onRef('change_sets.id', '=', 'entry_versions.change_set').onRef('change_sets.script', '=', 'entries.script'),
    )
    .select(['entry', 'version', 'change_set'])
    .where('change_sets.id', 'is', null)
    .limit(MOST)
    .execute();
  const empty = await db
    .selectFrom('change_sets')
    .leftJoin('entry_versions', 'entry_versions.change_set', 'change_sets.id')
    .select('change_sets.id')
    .where('entry_versions.entry', 'is', null)
    .limit(MOST)
    .execute();
  return [
    ...lost.map(({ entry, version, change_set }) => ({
      table: 'entry_versions',
      row: `${entry} ${version}`,
      message: `belongs to the change set ${change_set}, which its script does not have`,
    })),
    ...empty.map(({ id }) => ({ table: 'change_sets', row: id, message: 'has no version' })),
  ];
}
