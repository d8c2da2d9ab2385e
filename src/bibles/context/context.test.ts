import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bible, contextFor, type Entry, firstVersion, knownFacts, type SceneCard } from './index.ts';

const maya = person('ch_maya', 'Maya');
const tom = person('ch_tom', 'Tom');
const absent = person('ch_zoe', 'Zoe');
const chapel = firstVersion({
  id: 'st_chapel',
  kind: 'setting',
  name: 'CHAPEL',
  document: { interior: true, look: 'cold', sound: 'wind', rules: '', notes: '' },
});
const bible: Bible = { entries: [maya, tom, absent, chapel] };

test('a character sees its own dossier and only the outside of the others', () => {
  const { entries } = contextFor(bible, { role: 'character', character: 'ch_maya' }, card({}));
  expect(Object.keys(fieldsOf(entries, 'Maya'))).toContain('voice');
  expect(Object.keys(fieldsOf(entries, 'Tom'))).toEqual(['role', 'age', 'look']);
});

test('nobody sees who is not on stage', () => {
  for (const viewer of [
    { role: 'character', character: 'ch_maya' },
    { role: 'director' },
    { role: 'dramaturge' },
  ] as const) {
    expect(JSON.stringify(contextFor(bible, viewer, card({})))).not.toContain('Zoe');
  }
});

test('the director hears the voices of those who speak, and of nobody else', () => {
  const { entries } = contextFor(bible, { role: 'director' }, card({ speakers: ['ch_tom'] }));
  expect(fieldsOf(entries, 'Tom')['voice']).toBeDefined();
  expect(fieldsOf(entries, 'Maya')['voice']).toBeUndefined();
});

test('no viewer reads notes or, when planning, voices: what is not read cannot make anything stale', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom<'notes' | 'voice'>('notes', 'voice'), (text, field) => {
      const value = field === 'notes' ? text : { vocabulary: text, sentences: '', avoids: '', address: '' };
      const edited: Bible = {
        entries: bible.entries.map((entry) => (entry.id === 'ch_maya' ? edit(entry, field, value) : entry)),
      };
      expect(contextFor(edited, { role: 'planner' })).toEqual(contextFor(bible, { role: 'planner' }));
      if (field === 'voice') return;
      for (const viewer of [
        { role: 'character', character: 'ch_maya' },
        { role: 'director' },
        { role: 'dramaturge' },
      ] as const) {
        expect(contextFor(edited, viewer, card({}))).toEqual(contextFor(bible, viewer, card({})));
      }
    }),
  );
});

test('references name each field that was read, in the version in which it last changed', () => {
  const { references } = contextFor(
    { entries: [edit(maya, 'want', 'peace'), tom, chapel] },
    { role: 'character', character: 'ch_maya' },
    card({}),
  );
  expect(references.find(({ label }) => label === 'MAYA.want')?.version).toBe('v2');
  expect(references.find(({ label }) => label === 'MAYA.fear')?.version).toBe('v1');
  expect(references.some(({ label }) => label === 'TOM.fear')).toBe(false);
});

test('a character knows what it learnt in the scenes before, in order, and nothing from this one on', () => {
  const learns = (fact: string, character = 'ch_maya') => [{ character, fact }];
  const cards = [
    card({ id: 'sc_1', learns: learns('one') }),
    card({ id: 'sc_2', learns: learns('not hers', 'ch_tom') }),
    card({ id: 'sc_3', learns: learns('two') }),
    card({ id: 'sc_4', learns: learns('three') }),
  ];
  expect(knownFacts(cards, 'ch_maya', 'sc_4')).toEqual(['one', 'two']);
  expect(knownFacts(cards, 'ch_maya', 'sc_1')).toEqual([]);
});

function person(id: string, name: string): Entry {
  const voice = { vocabulary: 'v', sentences: 's', avoids: 'a', address: 'd' };
  return firstVersion({
    id,
    kind: 'character',
    name,
    document: {
      role: 'other',
      age: '40s',
      look: 'tall',
      want: 'out',
      need: 'rest',
      fear: 'water',
      contradiction: 'kind thief',
      voice,
      backstory: '',
      notes: '',
    },
  });
}

function edit(entry: Entry, field: string, value: unknown): Entry {
  return {
    ...entry,
    version: 2,
    document: { ...entry.document, [field]: value },
    fieldVersions: { ...entry.fieldVersions, [field]: 2 },
  } as Entry;
}

function fieldsOf(entries: ReturnType<typeof contextFor>['entries'], name: string): Readonly<Record<string, unknown>> {
  return entries.find((entry) => entry.name === name)?.fields ?? {};
}

function card(own: Partial<SceneCard>): SceneCard {
  return {
    id: 'sc_1',
    version: 1,
    interior: true,
    setting: 'st_chapel',
    time: 'DAY',
    cast: ['ch_maya', 'ch_tom'],
    speakers: ['ch_maya', 'ch_tom'],
    lead: 'ch_maya',
    goal: 'leave',
    opposition: 'Tom',
    turn: { from: 'trust', to: 'doubt' },
    tension: 3,
    beats: ['They meet.'],
    pattern: 'bargain',
    length: 'short',
    learns: [],
    becauseOf: [],
    threads: [],
    synopsis: 'They meet.',
    ...own,
  };
}
