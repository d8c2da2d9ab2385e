import type { Story } from '../agents/index.ts';
import type { Kinds, Script } from '../bibles/index.ts';
import { markupFrom } from '../markup/index.ts';
import type { Storage } from '../storage/index.ts';
import { type Desk, loadBible } from './bible/desk.ts';
import { storeFor } from './branches/branch-store.ts';
import { findScript, listLive } from './branches/find-script.ts';
import type { LazyStorage } from './open-storage.ts';
import { noScript } from './refusals.ts';
import { createSameStory } from './same-story.ts';

/** The scripts of a project: how each is found, and what is worked on it with. */
export interface Scripts {
  /** The storage, where there is a project. @throws ScriptGenError `script/not-found` */
  readonly existing: () => Promise<Storage>;
  readonly getScript: (name?: string) => Promise<Script>;
  readonly listScripts: () => Promise<readonly Script[]>;
  readonly deskOf: (script: Script) => Promise<Desk>;
  readonly storyOf: (script: Script) => Promise<Story>;
}

/** Open the scripts of the project in a folder. */
export function openScripts(dir: string, storage: LazyStorage, kinds: Kinds): Scripts {
  const existing = async (): Promise<Storage> => {
    if (storage.exists()) return storage.open();
    throw noScript(dir);
  };
  const deskOf = async (script: Script): Promise<Desk> => {
    const { bibles, journal, runs } = await storage.open();
    return { script, kinds, store: storeFor(script, bibles), journal, runs };
  };
  const sameStory = createSameStory();
  return {
    existing,
    deskOf,
    getScript: async (name) => {
      const stored = await existing();
      const found = await findScript(stored, name);
      if (found) return found;
      throw noScript(dir, name, await listLive(stored.bibles));
    },
    listScripts: async () => (storage.exists() ? listLive((await storage.open()).bibles) : []),
    storyOf: async (script) => {
      const desk = await deskOf(script);
      const [bible, outline, records] = await Promise.all([
        loadBible(desk),
        desk.store.loadOutline(script.id),
        desk.store.loadRecords(script.id),
      ]);
      return sameStory({ script, bible, outline, markup: markupFrom(records) });
    },
  };
}
