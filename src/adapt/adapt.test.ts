import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cutText,
  holdDigest,
  mergeDigests,
  parseSource,
  placeFacts,
  readScenes,
  SOURCE_LIMIT,
  slugOf,
} from './index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const kindOf = async (text: string, name = 'x.txt'): Promise<string> => (await parseSource(bytes(text), name)).kind;

const SCRIPT = 'INT. LAMP ROOM - NIGHT\n\nMARA\nEleven.\n\nBENNET\nThey are dry.\n';
const PROSE = 'Mara keeps the light.\n\nOne night a boat comes in without a lamp, and she knows whose it is.\n';
const LIST = '1. Mara lights the lamp.\n2. The boat comes in.\n3. She puts the lamp out.\n';

test('a source is told for what it is: by its scenes and cues, by its list, else as prose', async () => {
  expect(await kindOf(SCRIPT)).toBe('screenplay');
  expect(await kindOf('INT. LAMP ROOM - NIGHT\n\nNobody speaks.\n', 'x.fountain')).toBe('screenplay');
  expect(await kindOf('<?xml version="1.0"?><FinalDraft DocumentType="Script"><Content/></FinalDraft>', 'x.fdx')).toBe(
    'screenplay',
  );
  expect(await kindOf(LIST)).toBe('outline');
  expect(await kindOf(PROSE)).toBe('prose');
  expect(await kindOf('CHAPTER ONE\nIt was night.\n\nCHAPTER TWO\nIt was day.\n')).toBe('prose');
});

test.each([
  ['numbers', LIST],
  ['numbers with a title and acts', `Title: The Lamp\nLogline: She waits.\n\nACT ONE\n${LIST}`],
  ['scenes', 'Scene 1: Mara lights the lamp.\nScene 2 - The boat comes in.\n**Scene 3.** She puts the lamp out.'],
  ['bullets', '# The Lamp\n\n- Mara lights the lamp.\n- The boat comes in.\n- She puts the lamp out.'],
  ['headings', '# The Lamp\n\n## Mara lights\nthe lamp.\n\n## The boat\ncomes in.\n\n## She puts\nthe lamp out.'],
  ['numbers with more below', '1. Mara lights\n   the lamp.\n2. The boat\n   - comes in.\n3. She puts the lamp out.'],
])('an outline with %s keeps its scenes, their order and their number', (_, text) => {
  expect(readScenes(text)).toEqual(['Mara lights the lamp.', 'The boat comes in.', 'She puts the lamp out.']);
});

test.each([
  ['two points', '1. She goes.\n2. She stays.'],
  [
    'chapters of prose',
    `## One\n${'She waits. '.repeat(200)}\n## Two\n${'He comes. '.repeat(200)}\n## Three\n${'Rain. '.repeat(200)}`,
  ],
  [
    'a list in the middle of prose',
    `${'It rained on the harbour for a week. '.repeat(30)}\n\n- bread\n- salt\n- lamp oil\n`,
  ],
])('%s are no outline', (_, text) => {
  expect(readScenes(text)).toBeUndefined();
});

test('the heading of an outlined scene is told from what happens in it', () => {
  expect(slugOf('INT. KITCHEN - NIGHT. Ines burns it.')).toEqual({
    place: 'KITCHEN',
    interior: true,
    time: 'NIGHT',
    rest: 'Ines burns it.',
  });
  expect(slugOf('EXT. DRY FIELD - DAY – Tomas digs.')).toMatchObject({ place: 'DRY FIELD', interior: false });
  expect(slugOf('INT. KITCHEN')).toMatchObject({ place: 'KITCHEN', rest: '' });
  expect(slugOf('Ines burns it.')).toBeUndefined();
});

test('the parts of a text are the text, and none is too long', () => {
  const words = fc.constantFrom(
    'Mara ',
    'waits. ',
    '\n\n',
    '\n',
    '# One\n',
    'Chapter 2\n',
    '💡',
    '夜。',
    'x'.repeat(30),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 120 }), fc.integer({ min: 2, max: 80 }), (pieces, most) => {
      const text = pieces.join('');
      const parts = cutText(text, most);
      expect(parts.join('')).toBe(text);
      for (const part of parts) {
        expect(part.length).toBeGreaterThan(0);
        expect(part.length).toBeLessThanOrEqual(most);
        expect(part).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/);
      }
    }),
  );
});

test('a long text is cut before chapters, and between paragraphs where a chapter is too long', () => {
  const chapter = (name: string): string => `# ${name}\n\n${'She waits. '.repeat(20).trim()}\n\n`;
  const text = chapter('One') + chapter('Two');
  expect(cutText(text, 300).map((part) => part.slice(0, 5))).toEqual(['# One', '# Two']);
  for (const part of cutText('A b c.\n\nD e f.\n\nG h i.', 10)) expect(part).toMatch(/^\w \w \w\.\n*$/);
});

const TOLD = {
  events: ['Mara lights the lamp. '],
  people: [
    { name: 'Mara', is: 'the keeper' },
    { name: 'Captain Nemo', is: 'nobody here' },
  ],
  places: [{ name: 'the harbour', is: 'wet' }],
  facts: [
    { about: 'Mara', fact: 'Mara is forty.', quote: 'a keeper of forty' },
    { about: 'Mara', fact: 'Mara is rich.', quote: 'owns the harbour' },
  ],
};

test('of what a reader says only names and quotes count that stand in the text, word for word', () => {
  const held = holdDigest(TOLD, 'Mara, a keeper of\nforty, lights the lamp. Captain Nemon does not.');
  expect(held.people.map(({ name }) => name)).toEqual(['Mara']);
  expect(held.facts.map(({ fact }) => fact)).toEqual(['Mara is forty.']);
});

test('whoever is named most comes first, and a part of exactly one other name is the same person', () => {
  const one = (name: string) => ({ name, is: name });
  const people = [one('Ben Vance'), one('Mara'), one('Ada Vance'), one('Mara Lund'), one('Vance')];
  const merged = mergeDigests([{ ...TOLD, people }], 'Ben Vance. Ben Vance. Mara Lund. Mara. Mara. Ada Vance.');
  expect(merged.people.map(({ name }) => name)).toEqual(['Mara', 'Vance', 'Ben Vance', 'Ada Vance']);
});

test('a fact goes to whom it is about, with the words that say so in the notes', () => {
  const entry = (id: string, name: string) => ({ id, kind: 'character', name, document: { notes: '' } });
  const [mara, ben] = placeFacts([entry('ch_1', 'Mara'), entry('ch_2', 'Ben')], TOLD.facts.slice(0, 1));
  expect(mara?.facts?.map(({ value }) => value)).toEqual(['Mara is forty.']);
  expect(mara?.document['notes']).toBe('Mara is forty. “a keeper of forty”');
  expect(ben?.facts).toBeUndefined();
});

test('UTF-16 with a mark is read; a text in an unknown encoding, an empty and an endless one are clear errors', async () => {
  const utf16 = new Uint8Array(Buffer.from(`\uFEFF${PROSE}`, 'utf16le'));
  expect((await parseSource(utf16, 'x.txt')).text).toBe(PROSE);
  expect((await parseSource(bytes(`\uFEFF${PROSE}`), 'x.txt')).text).toBe(PROSE);
  const refused = (given: Uint8Array, says: RegExp) =>
    expect(parseSource(given, 'x.txt')).rejects.toMatchObject({
      code: 'input/invalid',
      message: expect.stringMatching(says),
    });
  await refused(new Uint8Array(Buffer.from('caf\xe9 in the harbour', 'latin1')), /x\.txt is not valid UTF-8/);
  await refused(bytes(''), /x\.txt is empty/);
  await refused(bytes(' \n\t\n'), /x\.txt is empty/);
  await refused(new Uint8Array([0x4d, 0, 1, 2, 0, 0xff]), /x\.txt is a binary file/);
  await refused(bytes('x'.repeat(SOURCE_LIMIT + 1)), /4,000,001 characters/);
});
