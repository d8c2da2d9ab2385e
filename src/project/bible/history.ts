import { type ChangeSet, diffContents, type Entry, type EntryVersion } from '../../bibles/index.ts';
import { ScriptGenError } from '../../core/index.ts';
import { undo } from '../history/undo.ts';
import { type Desk, placeOf } from './desk.ts';
import type { Blame, ScriptBible } from './script-bible.ts';

type History = Pick<ScriptBible, 'listVersions' | 'diff' | 'blame' | 'listChangeSets' | 'undo'>;

/** Look into the history of one script's bible, and take changes back. */
export function history(desk: Desk): History {
  const { store, script } = desk;
  const versionsOf = async (asked: string): Promise<readonly EntryVersion[]> => {
    const { own, entry } = await placeOf(desk, asked);
    return store.listVersions(own?.id ?? entry.id);
  };
  return {
    listVersions: versionsOf,
    diff: async (asked, from, to) => {
      const { own, entry } = await placeOf(desk, asked);
      const { id, version: head } = own ?? entry;
      const [before, after] = await Promise.all([
        versionOf(desk, id, from, entry),
        versionOf(desk, id, to ?? head, entry),
      ]);
      return diffContents(before, after);
    },
    blame: async (asked) => {
      const { own, entry } = await placeOf(desk, asked);
      const versions = new Map((await versionsOf(asked)).map((version) => [version.version, version]));
      return Object.entries((own ?? entry).fieldVersions).flatMap(([field, version]): Blame[] => {
        const wrote = versions.get(version);
        if (wrote === undefined) return [];
        const { author, reason, time } = wrote;
        return [{ field, version, author, reason, time }];
      });
    },
    listChangeSets: async (limit) => (await store.listChangeSets(script.id)).filter(isOfEntries).slice(0, limit),
    undo: (asked, how = {}) => undo(desk, asked, how, isOfEntries),
  };
}

function isOfEntries({ versions }: ChangeSet): boolean {
  return versions.length > 0;
}

async function versionOf(desk: Desk, id: string, version: number, { name }: Entry): Promise<EntryVersion> {
  const found = await desk.store.getVersion(id, version);
  if (found !== undefined) return found;
  const head = (await desk.store.getEntry(id))?.version ?? 0;
  throw new ScriptGenError({
    code: 'bible/not-found',
    message: `${name} has no version ${version}.`,
    hint: `Its versions are 1 to ${head}.`,
  });
}
