import type { ScriptBible } from '../../project.ts';
import { MAYA, MAYA_3 } from './maya.ts';

/** A bible in which there is Maya. Changes are noted and make her version 4. */
export function fakeBible(note: (...call: readonly unknown[]) => void, own: Partial<ScriptBible> = {}): ScriptBible {
  const changed =
    (name: string) =>
    async (...args: readonly unknown[]) => {
      note(name, ...args);
      return { ...MAYA, version: 4 };
    };
  const set = {
    id: 'cs_1',
    script: 'scr_1',
    author: MAYA_3.author,
    reason: 'too chatty',
    time: MAYA_3.time,
    versions: [{ entry: 'ch_maya', version: 3 }],
    records: [],
  };
  return {
    kinds: new Map(),
    kind: () => {
      throw new Error('no test here asks for one kind');
    },
    load: async () => ({ entries: [MAYA] }),
    scenes: async () => [],
    list: async () => [MAYA],
    get: async () => MAYA,
    getAt: async () => MAYA,
    create: changed('create'),
    update: changed('update'),
    setField: changed('setField'),
    printText: async () => 'name: Maya\n',
    applyText: changed('applyText'),
    exportTo: async () => [],
    importFrom: async () => ({ plan: { items: [] } }),
    setFact: changed('setFact'),
    removeFact: changed('removeFact'),
    remove: changed('remove'),
    restore: changed('restore'),
    accept: async () => [MAYA],
    listVersions: async () => [MAYA_3],
    diff: async () => [{ field: 'want', from: 'To sleep.', to: 'To keep the lamp lit.' }],
    blame: async () => [{ field: 'want', version: 2, author: MAYA_3.author, reason: 'too meek', time: MAYA_3.time }],
    listChangeSets: async () => [set],
    undo: async () => ({ undone: set, what: ['Maya v3'], entries: [MAYA], changeSet: 'cs_2' }),
    validate: async () => [],
    search: async () => [],
    mentions: async () => [],
    whereUsed: async () => [],
    context: async () => ({ entries: [], knows: [], references: [], left: [], parts: [] }),
    knows: async () => [],
    ...own,
  };
}
