import { expect, test } from 'vitest';
import { Character } from '../../bibles/index.ts';
import { parseFountain } from '../../screenplay/index.ts';
import { applyReading, type CharacterReading, evidenceOf, extractBible } from '../index.ts';

const TEXT = `INT. LIGHTHOUSE - NIGHT

MARA VANCE, 34, salt in her hair, trims the *lamp*.

MARA
(low)
Twenty years I’ve kept it,
and “nobody” ever asked.

TOM
You could leave, sis.

MARA
I could swim.
`;
const { screenplay } = parseFountain(TEXT);
const extracted = extractBible(screenplay, { id: 'sp_1' });
const mara = extracted.characters[0];
const id = mara?.id ?? '';
const none = { says: '', quote: '' };
const EMPTY: CharacterReading = {
  voice: { vocabulary: none, sentences: none, avoids: none, address: none },
  want: none,
  need: none,
  contradiction: none,
  relations: [],
  facts: [],
};
const apply = (reading: Partial<CharacterReading>) =>
  applyReading(extracted, { id, reading: { ...EMPTY, ...reading }, script: screenplay });

test('what stands in the script is taken, with its line, whatever its white space and quotation marks', () => {
  const says = 'Has kept the lamp for twenty years.';
  const quote = 'Twenty years I\'ve kept it, and "nobody" ever asked.';
  const applied = apply({ want: { says, quote }, facts: [{ fact: says, quote: 'trims the lamp' }] });
  expect(applied?.dropped).toEqual([]);
  expect(applied?.entry.document).toMatchObject({ want: says, age: '34', role: 'other' });
  expect(applied?.entry.facts).toEqual([{ id: expect.stringMatching(/^fa_/), value: says }]);
  expect(applied?.entry.document['notes']).toContain('facts (line 3): “trims the lamp”');
});

test.each([
  'Twenty years I kept it',
  'twenty years',
  'Twenty yea',
  'I could swim You could leave',
  '',
  '—',
  'MARA VANCE is 34',
])('what does not stand there word for word is dropped and told: %j', (quote) => {
  const applied = apply({
    voice: { ...EMPTY.voice, address: { says: 'Says sis.', quote } },
    facts: [{ fact: 'X.', quote }],
  });
  expect(applied?.entry.facts).toEqual([]);
  expect(applied?.entry.document).toMatchObject({ voice: { address: '' } });
  expect(applied?.dropped).toEqual([
    { field: 'voice.address', says: 'Says sis.', quote, reason: 'not in the script' },
    { field: 'facts', says: 'X.', quote, reason: 'not in the script' },
  ]);
});

test('a relation is to somebody in the script, under their name', () => {
  const quote = 'You could leave, sis.';
  const applied = apply({
    relations: [
      { to: 'TOM', is: 'her brother', quote },
      { to: 'Ann', is: 'her aunt', quote },
    ],
  });
  expect(applied?.entry.document['relations']).toEqual([{ to: 'TOM', is: 'her brother' }]);
  expect(applied?.dropped).toMatchObject([{ field: 'relations', reason: 'nobody of that name' }]);
});

test('the entry stays a draft that its kind takes, and the same reading twice adds nothing', () => {
  const reading = { ...EMPTY, facts: [{ fact: 'Keeps the lamp.', quote: 'trims the lamp' }] };
  const once = apply(reading);
  expect(once?.entry).toMatchObject({ state: 'draft', id });
  expect(Character.safeParse(once?.entry.document).success).toBe(true);
  const again = once && applyReading({ ...extracted, entries: [once.entry] }, { id, reading, script: screenplay });
  expect(again?.entry.facts).toEqual(once?.entry.facts);
});

test('there is no draft of an id that is nobody’s', () => {
  expect(applyReading(extracted, { id: 'ch_x', reading: EMPTY, script: screenplay })).toBeUndefined();
});

test('evidence is a person’s own speeches and the action about them, with lines', () => {
  expect(mara && evidenceOf(screenplay, mara)).toEqual({
    speeches: [
      { text: 'Twenty years I’ve kept it, and “nobody” ever asked.', line: 7 },
      { text: 'I could swim.', line: 14 },
    ],
    actions: [{ text: 'MARA VANCE, 34, salt in her hair, trims the lamp.', line: 3 }],
    spoken: 2,
  });
});

test('evidence of a long part keeps to its budget, and comes from all over the script', () => {
  const speech = (at: number): string => `MARA\nThis is the speech of the number ${at}.\n\nTOM\nSo?\n`;
  const long = parseFountain(`INT. X\n\n${Array.from({ length: 400 }, (_, at) => speech(at)).join('\n')}`).screenplay;
  const [other] = extractBible(long, { id: 'sp_1' }).characters;
  const found = other && evidenceOf(long, other, { budget: 600 });
  const numbers = found?.speeches.map(({ text }) => Number(/\d+/.exec(text)?.[0])) ?? [];
  expect(found?.speeches.reduce((sum, { text }) => sum + text.length / 4, 0)).toBeLessThan(400);
  expect(numbers.length).toBeGreaterThan(20);
  expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers);
  expect([0, 1, 2, 3].every((quarter) => numbers.some((at) => Math.floor(at / 100) === quarter))).toBe(true);
});
