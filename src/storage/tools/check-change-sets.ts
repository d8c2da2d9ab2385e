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
  const lostRecords = await db
    .selectFrom('record_versions as v')
    .leftJoin('change_sets as s', (join) => join.onRef('s.id', '=', 'v.change_set').onRef('s.script', '=', 'v.script'))
    .select(['v.script', 'v.kind', 'v.id', 'v.version', 'v.change_set'])
    .where('s.id', 'is', null)
    .limit(MOST)
    .execute();
  const empty = await db
    .selectFrom('change_sets')
    .leftJoin('entry_versions', 'entry_versions.change_set', 'change_sets.id')
    .leftJoin('record_versions', 'record_versions.change_set', 'change_sets.id')
    .select('change_sets.id')
    .where('entry_versions.entry', 'is', null)
    .where('record_versions.id', 'is', null)
    .limit(MOST)
    .execute();
  const message = (set: string): string => `belongs to the change set ${set}, which its script does not have`;
  return [
    ...lost.map(({ entry, version, change_set }) => ({
      ...{ table: 'entry_versions', row: `${entry} ${version}`, message: message(change_set) },
    })),
    ...lostRecords.map(({ script, kind, id, version, change_set }) => ({
      ...{ table: 'record_versions', row: `${script} ${kind} ${id} ${version}`, message: message(change_set) },
    })),
    ...empty.map(({ id }) => ({ table: 'change_sets', row: id, message: 'has no version' })),
  ];
}
