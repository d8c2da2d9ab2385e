import {
  type BibleStore,
  branchName,
  type ChangeSet,
  type Entry,
  type EntryVersion,
  plainId,
  type Script,
  storedId,
} from '../../bibles/index.ts';
import { type Json, ScriptGenError } from '../../core/index.ts';

/**
 * The store as one script sees it: a branch's entries and change sets under the ids that they have in every branch, and
 * which a database has only once.
 */
export function storeFor(script: Script, store: BibleStore): BibleStore {
  const isBranch = branchName(script) !== undefined;
  const own = (id: string): string => (isBranch ? storedId(id, script.id) : id);
  return {
    ...store,
    listEntries: async (of, states) => (await store.listEntries(of, states)).map(plainEntry),
    getEntry: async (id) => {
      const found = (await store.getEntry(own(id))) ?? (isBranch ? await store.getEntry(id) : undefined);
      return found && plainEntry(found);
    },
    write: async (changes) => {
      const mine = isBranch && changes.script === script.id;
      const undoes = changes.undoes === undefined ? {} : { undoes: mine ? own(changes.undoes) : changes.undoes };
      try {
        const { entries, ...written } = await store.write({ ...changes, ...undoes });
        return { ...written, entries: entries.map(plainEntry) };
      } catch (error) {
        throw isBranch && error instanceof ScriptGenError ? plainError(error, script.id) : error;
      }
    },
    listVersions: async (id, page) => {
      const versions = await store.listVersions(own(id), page);
      const above = versions.length > 0 || !isBranch ? [] : await store.listVersions(id, page);
      return [...versions, ...above].map(plainVersion);
    },
    getVersion: async (id, version) => {
      const found =
        (await store.getVersion(own(id), version)) ?? (isBranch ? await store.getVersion(id, version) : undefined);
      return found && plainVersion(found);
    },
    listChangeSets: async (of, page) => (await store.listChangeSets(of, page)).map(plainSet),
    getChangeSet: async (id) => {
      const found = (await store.getChangeSet(own(id))) ?? (await store.getChangeSet(id));
      return found && plainSet(found);
    },
    listRecordVersions: async (of, record) =>
      (await store.listRecordVersions(of, record)).map((one) => ({ ...one, changeSet: plainId(one.changeSet) })),
    search: async (of, query, options) =>
      (await store.search(of, query, options)).map((hit) => ({ ...hit, id: plainId(hit.id) })),
  };
}

function plainEntry(entry: Entry): Entry {
  return { ...entry, id: plainId(entry.id) };
}

function plainVersion(version: EntryVersion): EntryVersion {
  return { ...version, entry: plainId(version.entry), changeSet: plainId(version.changeSet) };
}

function plainSet({ undoes, ...set }: ChangeSet): ChangeSet {
  return {
    ...set,
    id: plainId(set.id),
    ...(undoes === undefined ? {} : { undoes: plainId(undoes) }),
    versions: set.versions.map((one) => ({ ...one, entry: plainId(one.entry) })),
  };
}

function plainError({ code, message, hint, details, cause }: ScriptGenError, branch: string): ScriptGenError {
  const plain = (text: string): string => text.replaceAll(`@${branch}`, '');
  const told = details === undefined ? undefined : (JSON.parse(plain(JSON.stringify(details))) as Json);
  return new ScriptGenError({ code, message: plain(message), hint, details: told, cause });
}
