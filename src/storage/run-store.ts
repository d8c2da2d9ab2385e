import type { Kysely, Transaction } from 'kysely';
import type { Json } from '../core/index.ts';
import type { Artifact, ExportRecord, RunRecord, RunStore } from '../steps/index.ts';
import type { Parts } from './backend.ts';
import { beginRun } from './begin-run.ts';
import { chunks } from './chunks.ts';
import { createGather } from './gather.ts';
import { readJson } from './json-column.ts';
import type { Renewal } from './renewal.ts';
import { keepScenes } from './search/keep.ts';
import type { SearchIndex } from './search/search-index.ts';
import { storable } from './search/texts.ts';
import type { Tables } from './tables.ts';

/** Make the run store of a database. What it keeps can be made again from the journal, so nothing waits for the disk. */
export function createRunStore({ db, index, writeSoon, lessee }: Parts, { runs: held }: Renewal): RunStore {
  const artifactSaves = createGather<readonly [script: string, artifacts: readonly Artifact[]], undefined>(
    async (saves) => {
      await writeSoon(async (trx) => {
        for (const [script, artifacts] of saves) await saveArtifacts(trx, index, { script, artifacts });
      });
      return saves.map(() => undefined);
    },
  );
  return {
    beginRun: async (script, id) => {
      await writeSoon((trx) => beginRun(trx, { script, id }, lessee));
      held.add(id);
    },
    endRun: async (id, status) => {
      // Only a run that is still this handle's: one that was taken over has ended already.
      const mine = { status, ended: lessee.now() };
      held.delete(id);
      await writeSoon((trx) =>
        trx
          .updateTable('runs')
          .set(mine)
          .where('id', '=', id)
          .where('status', '=', 'running')
          .where('lease_owner', '=', lessee.id)
          .execute(),
      );
    },
    lastRun: (script) => lastRun(db, script),
    loadArtifacts: async (script, names) => {
      const all = db.selectFrom('artifacts').select(['name', 'value']).where('script', '=', script);
      const rows = await (names === undefined ? all : all.where('name', 'in', names)).execute();
      return new Map(rows.map(({ name, value }) => [name, readJson<Json>(value)]));
    },
    saveArtifacts: (script, artifacts) => artifactSaves.add([script, artifacts]),
    lastExport: async (path) => {
      const row = await db.selectFrom('exports').selectAll().where('path', '=', path).executeTakeFirst();
      return row && { fileHash: row.file_hash, sourceHash: row.source_hash };
    },
    saveExport: (path, record) => writeSoon((trx) => saveExport(trx, { path, ...record, time: lessee.now() })),
  };
}

async function lastRun(db: Kysely<Tables>, script: string): Promise<RunRecord | undefined> {
  const row = await db
    .selectFrom('runs')
    .select(['id', 'status', 'started', 'ended'])
    .where('script', '=', script)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, status, started, ended } = row;
  return { id, script, status, started, ...(ended === null ? {} : { ended }) };
}

async function saveArtifacts(
  trx: Transaction<Tables>,
  index: SearchIndex,
  { script, artifacts }: { readonly script: string; readonly artifacts: readonly Artifact[] },
): Promise<void> {
  const last = new Map(
    artifacts.map(({ name, value, text }) => {
      const row = { script, name, value: JSON.stringify(value) };
      return [name, { ...row, text: text === undefined ? null : storable(text) }];
    }),
  );
  for (const rows of chunks([...last.values()])) {
    await trx
      .insertInto('artifacts')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['script', 'name'])
          .doUpdateSet((is) => ({ value: is.ref('excluded.value'), text: is.ref('excluded.text') })),
      )
      .execute();
    await keepScenes(trx, index, { script, scenes: new Map(rows.map(({ name, text }) => [name, text])) });
  }
}

async function saveExport(
  trx: Transaction<Tables>,
  { path, fileHash, sourceHash, time }: ExportRecord & { readonly path: string; readonly time: string },
): Promise<void> {
  const record = { file_hash: fileHash, source_hash: sourceHash, time };
  await trx
    .insertInto('exports')
    .values({ path, ...record })
    .onConflict((conflict) => conflict.column('path').doUpdateSet(record))
    .execute();
}
