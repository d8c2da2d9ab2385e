import type { Entry, EntryVersion } from '../../project.ts';

/** One person of its bible. */
export const MAYA: Entry = {
  id: 'ch_maya',
  kind: 'character',
  name: 'Maya',
  aliases: [],
  facts: [],
  locked: [],
  state: 'accepted',
  version: 3,
  fieldVersions: { name: 1, role: 1, want: 2, voice: 3 },
  document: {
    role: 'protagonist',
    age: '60s',
    look: 'Oilskin, bad knee.',
    want: 'To keep the lamp lit.',
    need: 'To be relieved.',
    fear: 'Dark water.',
    contradiction: 'Guards a light she cannot look at.',
    voice: { vocabulary: 'Sea and weather.', sentences: 'Clipped.', avoids: 'Her son.', address: 'Surnames.' },
    backstory: '',
    notes: '',
  },
};

/** Her newest version. */
export const MAYA_3: EntryVersion = {
  entry: 'ch_maya',
  version: 3,
  name: 'Maya',
  aliases: [],
  document: MAYA.document,
  facts: [],
  locked: [],
  state: 'accepted',
  author: { type: 'person', name: 'Ann' },
  reason: 'too chatty',
  time: '2026-11-22T18:00:00Z',
  contentHash: 'aa',
  fieldVersions: MAYA.fieldVersions,
  changeSet: 'cs_1',
};
