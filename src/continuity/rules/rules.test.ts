import { expect, test } from 'vitest';
import { makePerson, makePlace } from '../../bibles/fixtures/story.ts';
import { parseFountain } from '../../screenplay/index.ts';
import { checkContinuity } from '../check-continuity.ts';
import { ledgerOf } from '../ledger.ts';
import { CONTINUITY_RULES } from './rules.ts';

const bible = {
  entries: [
    makePerson('Tom', { document: { age: '34', look: 'Blue eyes, a red scarf.' } }),
    makePerson('Maya', { document: { age: '60s', look: 'tall' } }),
    makePerson('Katharina', { aliases: ['Kat'] }),
    makePlace('KITCHEN'),
    makePlace('GARDEN'),
  ],
};

/** The rules by which something is found in a script, without `continuity/`, and the words that do not fit. */
function found(text: string): readonly string[] {
  const { screenplay } = parseFountain(text);
  return checkContinuity(ledgerOf({ bible, screenplay })).map(
    ({ rule, quote }) => `${rule.replace('continuity/', '')}: ${quote}`,
  );
}

const scene = (body: string, heading = 'INT. KITCHEN - DAY'): string => `${heading}\n\n${body}\n\n`;

test('who has left speaks from off, or comes back first', () => {
  const left = scene('Tom exits.\n\nTOM\nWait.');
  expect(found(left)).toEqual(['absent-speaker: Wait.']);
  for (const fine of [
    'Tom exits.\n\nTOM (O.S.)\nWait.',
    'Tom exits. Tom comes back.\n\nTOM\nWait.',
    'Tom leaves the letter on the table.\n\nTOM\nWait.',
    'Tom walks out into the street. She follows.\n\nShe follows him outside.\n\nTOM\nWait.',
  ])
    expect(found(scene(fine)), fine).toEqual([]);
});

test('a place that the bible does not know is told once; a part of a known one is known', () => {
  const text =
    scene('Rain.', 'INT. CELLAR - DAY') +
    scene('Rain.', 'INT. CELLAR - NIGHT') +
    scene('Rain.', 'INT. KITCHEN - LARDER - DAY');
  expect(found(text)).toEqual(['unknown-setting: INT. CELLAR - DAY']);
});

test('a name with a slip in it is told where the right one is usual', () => {
  const usual = scene('Here is Katharina. Then Katharina. There sits Katharina.');
  expect(found(usual + scene('There goes Katarina.'))).toEqual(['name-spelling: Katarina']);
  expect(found(usual + scene('There goes Kat, and with Berenike.'))).toEqual([]);
});

test.each([
  ['an age against the bible', 'Tom (52) waits.', ['changed-fact: Tom (52) waits.']],
  ['an age in a decade', 'Maya (63) waits.', []],
  ['an age in words', 'Tom is thirty-four years old.', []],
  ['eyes against the bible', "Tom's brown eyes are shut.", ["changed-fact: Tom's brown eyes are shut."]],
  ['eyes as in the bible', "Tom's blue eyes are shut.", []],
  ['eyes that are not so', "Tom's eyes are not brown.", []],
  [
    'kinship that changes',
    'TOM\nMy sister Maya waits.\n\nKATHARINA\nHm.\n\nTOM\nMy cousin Maya waits.',
    ['changed-fact: My cousin Maya waits.'],
  ],
  ['kinship asked for', 'TOM\nMy sister Maya waits.\n\nKATHARINA\nHm.\n\nTOM\nMy cousin Maya?', []],
  ['two trades in action', 'Tom, a plumber, waits.\n\nTom is a dentist.', ['changed-fact: Tom is a dentist.']],
])('%s', (_, body, expected) => {
  expect(found(scene(body))).toEqual(expected);
});

test.each([
  'Tom does not die. Tom is not dead.',
  'It is as if Tom dies.',
  'Tom seems to be dead. On the screen, Tom is killed.',
  'Maya would kill Tom dead.',
  'If Tom dies, the light goes out.',
])('what action says is not so is no death: %s', (action) => {
  expect(found(`${scene(action)}${scene('TOM\nWait.')}`)).toEqual([]);
});

test.each([
  ['Maya burns the ledger.', 'Tom opens the ledger.', 1],
  ['Maya burns the ledger.', 'Tom opens another ledger. Tom opens the ledger.', 0],
  ['Maya burns the ledger.', 'Tom opens the new ledger. Tom studies the ledger.', 0],
  ['Maya never burns the ledger.', 'Tom opens the ledger.', 0],
  ['Maya burns the toast.', 'Tom picks up the toast.', 0],
  ['Maya tears the ledger in two and gives Tom the smaller part.', 'Tom opens the ledger.', 0],
  ['Maya pockets the ledger.', 'Tom pulls the ledger out of a bag.', 1],
  ['Maya pockets the ledger. Maya loses the ledger.', 'Tom pulls the ledger out of a bag.', 0],
  ['Maya pockets the brass key. Tom has an iron key.', 'Tom pulls the iron key out of a bag.', 0],
])('%s %s', (before, after, count) => {
  expect(found(scene(before) + scene(after))).toHaveLength(count);
});

test('a flashback is told by its heading, or by a line in capitals that begins and ends it', () => {
  const death = scene('Tom dies.');
  const speaks = 'TOM\nWait.';
  expect(found(death + scene(speaks, 'INT. KITCHEN - DAY (FLASHBACK)'))).toEqual([]);
  expect(found(`${death}FLASHBACK:\n\n${scene(speaks, 'INT. GARDEN - DAY')}`)).toEqual([]);
  expect(
    found(`${death}FLASHBACK:\n\n${scene('Rain.', 'INT. GARDEN - DAY')}END OF FLASHBACK\n\n${scene(speaks)}`),
  ).toEqual(['dead-speaker: Wait.']);
});

test('straight on from day into night is told, and a day that counts back', () => {
  expect(found(scene('Rain.') + scene('Rain.', 'EXT. GARDEN - NIGHT - CONTINUOUS'))).toEqual([
    'time-order: EXT. GARDEN - NIGHT - CONTINUOUS',
  ]);
  expect(found(scene('Rain.', 'INT. KITCHEN - DAY 3') + scene('Rain.', 'EXT. GARDEN - DAY 2'))).toHaveLength(1);
  expect(found(scene('Rain.', 'INT. KITCHEN - DAY 3') + scene('Rain.', 'EXT. GARDEN - DAY 2 (FLASHBACK)'))).toEqual([]);
});

test('every rule says what it leaves alone', () => {
  for (const { id, why, title } of CONTINUITY_RULES) {
    expect(id).toMatch(/^continuity\/[a-z-]+$/);
    expect(title.length).toBeLessThan(70);
    expect(why.length).toBeGreaterThan(60);
  }
});
