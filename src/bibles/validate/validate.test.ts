import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isScriptGenError, type Json, nearest, type ScriptGenError } from '../../core/index.ts';
import { aStory } from '../fixtures/random-story.ts';
import { edited, makeCard, makeCards, makePerson, makePlace, withFacts } from '../fixtures/story.ts';
import {
  BUILT_IN,
  type Content,
  checkContent,
  type Entry,
  type Outline,
  validateBible,
  validateContent,
  withUserKinds,
} from '../index.ts';

const [maya, tom, chapel] = [makePerson('Maya'), makePerson('Tom'), makePlace('chapel')];

/** What is said of a bible of these entries beside Maya, Tom and the chapel. */
function notesOn(entries: readonly Entry[], outline?: Outline): readonly (readonly [string, string, string])[] {
  const others = [maya, tom, chapel].filter(({ id }) => !entries.some((entry) => entry.id === id));
  return validateBible({ entries: [...others, ...entries] }, outline).map((note) => {
    expect(note.fix, note.message).toBeTruthy();
    return [note.rule.replace('bible/', ''), note.severity, note.message];
  });
}

test('a sound bible has no notes', () => {
  expect(notesOn([], { cards: makeCards(3) })).toEqual([]);
});

test.each<[what: string, entry: Entry, expected: readonly [string, string, string]]>([
  [
    'a value of another type',
    edited(maya, 'voice', { vocabulary: '', sentences: 3, avoids: '', address: '' }),
    ['invalid', 'blocker', 'MAYA.voice.sentences: expected text, got a number'],
  ],
  [
    'a value that is none of those allowed',
    edited(maya, 'role', 'protagonst'),
    ['invalid', 'blocker', 'MAYA.role: expected one of protagonist, antagonist, ally, other, got "protagonst"'],
  ],
  [
    'a field that is missing',
    edited(maya, 'want', undefined),
    ['invalid', 'blocker', 'MAYA.want: expected text, got nothing'],
  ],
  [
    'an unknown field',
    edited(maya, 'fears', 'x'),
    ['invalid', 'blocker', 'MAYA.fears: expected no field of this name, got one'],
  ],
  [
    'an unknown field inside of another',
    edited(maya, 'relations', [{ to: 'Tom', is: 'boss', since: 'x' }]),
    ['invalid', 'blocker', 'MAYA.relations.0.since: expected no field of this name, got one'],
  ],
  [
    'a kind that is not registered',
    { ...makePerson('Zoe'), kind: 'charakter' },
    ['kind', 'blocker', 'ZOE is of the kind "charakter", which there is not.'],
  ],
  [
    'a place inside of nothing',
    makePlace('Vestry', { document: { inside: 'st_gone' } }),
    ['inside', 'major', 'VESTRY.inside is "st_gone", which is the id of nothing.'],
  ],
  [
    'a place inside of a person',
    makePlace('Vestry', { document: { inside: 'ch_tom' } }),
    ['inside', 'major', 'VESTRY.inside is ch_tom, TOM: a character, no place.'],
  ],
  [
    'a place inside of itself',
    makePlace('Vestry', { document: { inside: 'st_vestry' } }),
    ['inside-loop', 'major', 'VESTRY in VESTRY: a place is inside itself.'],
  ],
  [
    'an alias that is the name of another',
    { ...tom, aliases: ['MAYA'] },
    [
      'name-twice',
      'minor',
      'MAYA and TOM (ch_tom) both go by "MAYA"; it is taken for MAYA (ch_maya), as a name goes before an alias.',
    ],
  ],
  [
    'a name that another has',
    { ...makePerson('Maya'), id: 'ch_other' },
    [
      'name-twice',
      'major',
      'MAYA and MAYA (ch_other) both go by "Maya"; it is taken for MAYA (ch_maya), as it was there first.',
    ],
  ],
  [
    'a fact of a field that there is not',
    withFacts(maya, { id: 'fa_1', field: 'lok', value: 'x' }),
    [
      'fact-field',
      'major',
      'MAYA.facts.fa_1 is about the field "lok", which a character does not have: nobody reads it.',
    ],
  ],
  [
    'a fact that a field cannot have as its value',
    withFacts(maya, { id: 'fa_1', field: 'age', value: 34 }),
    ['fact-value', 'major', 'MAYA.facts.fa_1, as age: expected text, got a number'],
  ],
  [
    'a fact that ends before it begins',
    withFacts(maya, { id: 'fa_1', value: 'x', from: 'sc_2', to: 'sc_3' }),
    ['fact-bounds', 'major', 'MAYA.facts.fa_1 ends (sc_3) before it begins (sc_2) in story time: it never holds.'],
  ],
  [
    'a fact from a scene that is gone',
    withFacts(maya, { id: 'fa_1', value: 'x', from: 'sc_9' }),
    ['fact-scene', 'major', 'MAYA.facts.fa_1 begins in sc_9, which there is not: it never holds.'],
  ],
  [
    'a secret until a scene that is gone',
    withFacts(maya, { id: 'fa_1', value: 'x', secretUntil: 'sc_9' }),
    ['fact-scene', 'major', 'MAYA.facts.fa_1 is secret until sc_9, which there is not: it never comes out.'],
  ],
  [
    'a holder who is gone',
    withFacts(maya, { id: 'fa_1', value: 'x', holders: [{ character: 'ch_gone' }] }),
    ['holder', 'major', 'MAYA.facts.fa_1 is held by ch_gone, whom there is not.'],
  ],
  [
    'a relation to nobody',
    edited(maya, 'relations', [
      { to: 'tom', is: 'boss' },
      { to: 'Thom', is: 'boss' },
    ]),
    ['nobody', 'minor', 'MAYA.relations.1.to is "Thom", and nobody has this name or id.'],
  ],
  [
    'a form of address to nobody',
    edited(maya, 'voice', {
      vocabulary: '',
      sentences: '',
      avoids: '',
      address: '',
      partners: [{ to: 'Zoe', form: 'Z' }],
    }),
    ['nobody', 'minor', 'MAYA.voice.partners.0.to is "Zoe", and nobody has this name or id.'],
  ],
  [
    'a lock of a field that there is not',
    { ...maya, locked: ['wants', 'voice', 'voice.avoids', 'name', 'facts'] },
    ['locked-field', 'major', 'MAYA locks "wants", which a character does not have: nothing is protected by it.'],
  ],
  [
    'a field that is very long',
    edited(maya, 'backstory', 'é'.repeat(40_000)),
    ['long', 'major', 'MAYA.backstory has 80 KB; a model that reads it has little room for anything else.'],
  ],
  [
    'a field that is too long',
    edited(maya, 'backstory', 'x'.repeat(1_200_000)),
    ['too-long', 'blocker', 'MAYA.backstory: expected at most 1 MB of text, got 1.2 MB'],
  ],
])('a bible is told of %s', (_, entry, expected) => {
  const cards = makeCards(3).map((card) => (card.id === 'sc_3' ? { ...card, mode: 'flashback' as const } : card));
  expect(notesOn([entry], { cards })).toEqual([expected]);
});

test('the nearest name is suggested', () => {
  const fixes = [
    ...validateBible({ entries: [edited(maya, 'contradicton', 'x')] }),
    ...validateBible({ entries: [{ ...maya, kind: 'setings' }] }),
    ...validateBible({ entries: [edited(maya, 'role', 'anatgonist')] }),
    ...validateBible({ entries: [makePlace('Vestry', { document: { inside: 'chapel' } }), chapel] }),
  ].map(({ fix }) => fix);
  expect(fixes).toEqual([
    'Did you mean "contradiction"?',
    'Did you mean "setting"?',
    'Did you mean "antagonist"?',
    'Write the id of CHAPEL: st_chapel.',
  ]);
});

test('one id for two facts, in one entry or in two, is told', () => {
  const fact = { id: 'fa_1', value: 'x' };
  expect(notesOn([withFacts(maya, fact), withFacts(tom, fact)]).map(([rule]) => rule)).toEqual(['fact-id-twice']);
  expect(notesOn([{ ...maya, facts: [fact, fact] }]).map(([rule]) => rule)).toEqual(['invalid', 'fact-id-twice']);
});

test('an alias that is the own name in other letters is no claim', () => {
  expect(notesOn([{ ...maya, aliases: ['MAYA', 'maya'] }])).toEqual([]);
});

test('a loop of places is told once, and a place beside it is not in it', () => {
  const inside = (name: string, outer: string): Entry => makePlace(name, { document: { inside: outer } });
  const notes = notesOn([inside('a', 'st_b'), inside('b', 'st_c'), inside('c', 'st_a'), inside('d', 'st_a')]);
  expect(notes).toEqual([['inside-loop', 'major', 'A in B in C in A: a place is inside itself.']]);
});

test('a card that names what there is not is told, with its scene', () => {
  const card = makeCard({
    id: 'sc_1',
    cast: ['ch_maya', 'ch_gone'],
    speakers: ['ch_maya', 'Tom'],
    setting: 'ch_tom',
    threads: ['pl_gone'],
    learns: [
      { character: 'ch_tom', fact: 'fa_gone' },
      { character: 'ch_tom', fact: 'in words' },
    ],
  });
  const notes = validateBible({ entries: [maya, tom, chapel] }, { cards: [card] });
  expect(notes.map(({ scene, severity, message }) => [scene, severity, message])).toEqual([
    ['sc_1', 'blocker', 'Scene 1, cast: names "ch_gone", which there is not.'],
    ['sc_1', 'blocker', 'Scene 1, speakers: names "Tom", which there is not.'],
    ['sc_1', 'major', 'Scene 1, setting: names "ch_tom", TOM, a character.'],
    ['sc_1', 'minor', 'Scene 1, threads: names "pl_gone", which there is not.'],
    [
      'sc_1',
      'major',
      'Scene 1, learns: ch_tom learns the fact fa_gone, which there is not: they would know "fa_gone" as words.',
    ],
  ]);
  expect(notes.map(({ fix }) => fix)).toContain('Write ch_tom.');
});

test('what is only proposed is looked at too, and who needs it is told to accept it', () => {
  const draft: Entry = { ...tom, state: 'draft', document: { ...tom.document, age: 3 } };
  const notes = validateBible({ entries: [maya, chapel] }, { cards: [makeCard({})] }, { drafts: [draft] });
  expect(notes.map(({ message }) => message)).toEqual([
    'TOM.age: expected text, got a number',
    'Scene 1, cast: names "ch_tom", TOM, which is only proposed.',
  ]);
});

test('an entry that changes one of the series has no more than what differs', () => {
  const own: Entry = { ...maya, id: 'ch_own', name: '', overrides: 'ch_maya', document: { want: 'peace' } };
  expect(validateBible({ entries: [own] })).toEqual([]);
  expect(validateBible({ entries: [{ ...own, document: { want: 3 } }] })).toHaveLength(1);
});

test('a kind of a user is held to its own schema', () => {
  const kinds = withUserKinds({
    prop: {
      prefix: 'pr',
      schema: {
        type: 'object',
        required: ['weight'],
        properties: { weight: { type: 'integer', minimum: 1 }, more: { type: 'object', properties: { a: {} } } },
      },
    },
  });
  const prop = (document: Content['document']): Content => ({ ...maya, name: 'Violin', facts: [], document });
  expect(validateContent(kinds, 'prop', prop({ weight: 2, more: { a: 1, b: 2 } }))).toEqual([]);
  const faults = validateContent(kinds, 'prop', prop({ weight: 0, wait: 3 })).map(({ message }) => message);
  expect(faults).toEqual([
    'VIOLIN.weight: expected number to be >=1, got a number',
    'VIOLIN.wait: expected no field of this name, got one',
  ]);
});

test('a writer refuses what a kind does not allow, and says all of it', () => {
  const wrong = { ...maya, document: { ...maya.document, age: 3, wnat: 'x' } };
  const error = errorOf(() => checkContent(BUILT_IN, 'character', wrong));
  expect([error.code, error.message, error.hint]).toEqual([
    'bible/invalid',
    'MAYA.age: expected text, got a number; MAYA.wnat: expected no field of this name, got one',
    'Make it text.',
  ]);
  expect(error.details).toEqual([
    { path: 'age', expected: 'text' },
    { path: 'wnat', expected: 'no field of this name' },
  ]);
  expect(errorOf(() => checkContent(BUILT_IN, 'plott', maya)).hint).toBe('Did you mean "plot"?');
});

test.each<[string, Partial<Record<keyof Content, unknown>>, string]>([
  ['a name that is missing', { name: ' ' }, 'name: expected a name, got empty text'],
  ['an alias that is no text', { aliases: [3] }, 'aliases.0: expected text, got a number'],
  ['a fact without a value', { facts: [{ id: 'fa_1' }] }, 'facts.0.value'],
  ['a fact with a field too many', { facts: [{ id: 'fa_1', value: 1, until: 'sc_1' }] }, 'facts.0.until: expected no'],
  [
    'two facts with one id',
    {
      facts: [
        { id: 'a', value: 1 },
        { id: 'a', value: 2 },
      ],
    },
    'an id of its own for each fact',
  ],
  ['a state that there is not', { state: 'gone' }, 'state: expected one of accepted, draft, removed, got "gone"'],
])('a writer refuses %s', (_, own, message) => {
  const content = { ...maya, ...own } as unknown as Content;
  expect(errorOf(() => checkContent(BUILT_IN, 'character', content)).message).toContain(message);
});

test('whatever a bible says, looking through it throws nothing, and what is checked has no blocker', () => {
  fc.assert(
    fc.property(aStory, fc.jsonValue(), ({ bible, cards }, any) => {
      const odd = bible.entries.map((entry, place) => (place === 0 ? edited(entry, 'want', any as Json) : entry));
      const notes = validateBible({ ...bible, entries: odd }, { cards });
      expect(notes.some(({ rule }) => rule === 'bible/invalid')).toBe(typeof any !== 'string' && any !== undefined);
    }),
    { numRuns: 200 },
  );
});

test('a name is near when two letters or a third of it differ', () => {
  const fields = ['want', 'need', 'backstory', 'contradiction'];
  expect(
    ['wnat', 'awtn', 'Want', 'backstry', 'contradictory', 'wants', 'xyz', 'a', ''].map((name) => nearest(name, fields)),
  ).toEqual([...['want', 'want', 'want', 'backstory', 'contradiction', 'want', undefined, undefined, undefined]]);
});

function errorOf(work: () => void): ScriptGenError {
  try {
    work();
  } catch (error) {
    if (isScriptGenError(error)) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
