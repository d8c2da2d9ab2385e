import type { BibleStore } from '../bibles/index.ts';
import type { Parts } from './backend.ts';
import { getChangeSet, listChangeSets } from './change-sets.ts';
import { createBranch } from './create-branch.ts';
import { createScript } from './create-script.ts';
import { findHead, getVersion, listEntries, listVersions } from './read-entries.ts';
import { listRecordVersions, loadRecords } from './records.ts';
import { getScript, listScripts, loadOutline } from './scripts.ts';
import { search } from './search/search.ts';
import { writeChanges } from './write-changes.ts';

/** Make the bible store of a database. */
export function createBibleStore({ db, index, write, lessee, lockScript }: Parts): BibleStore {
  return {
    listScripts: () => listScripts(db),
    getScript: (idOrSlug) => getScript(db, idOrSlug),
    createScript: (script, entries, outline, author) =>
      write((trx) => createScript(trx, index, { script, entries, outline, author, time: lessee.now() })),
    createBranch: (of, branch, made) =>
      write(async (trx) => {
        await lockScript?.(trx, of);
        await createBranch(trx, index, { ...made, of, branch, time: lessee.now() });
      }),
    loadOutline: (scriptId) => loadOutline(db, scriptId),
    listEntries: (scriptId, states = ['accepted']) => listEntries(db, scriptId, states),
    getEntry: async (id) => (await findHead(db, id))?.entry,
    write: (changes) =>
      write(async (trx) => {
        await lockScript?.(trx, changes.script);
        return writeChanges(trx, index, { ...changes, time: lessee.now() });
      }),
    listVersions: (entryId, page = {}) => listVersions(db, entryId, page),
    getVersion: (entryId, version) => getVersion(db, entryId, version),
    listChangeSets: (scriptId, page = {}) => listChangeSets(db, scriptId, page.limit),
    getChangeSet: (id) => getChangeSet(db, id),
    loadRecords: (scriptId, kinds) => loadRecords(db, scriptId, kinds),
    listRecordVersions: (scriptId, record) => listRecordVersions(db, scriptId, record),
    search: (scriptId, query, options = {}) => search({ db, index }, scriptId, { ...options, query }),
  };
}
