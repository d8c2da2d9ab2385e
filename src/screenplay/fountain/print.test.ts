import { expect, test } from 'vitest';
import {
  action,
  centered,
  dialogue,
  dualDialogue,
  heading,
  lyrics,
  note,
  pageBreak,
  parenthetical,
  screenplay,
  section,
  speech,
  sung,
  synopsis,
  titlePage,
  transition,
} from '../build.ts';
import type { Block, Dialogue } from '../tree.ts';
import { printFountain } from './print.ts';

/** The one place here that calls the printer for single blocks. The opening action keeps them from being the first line. */
function printed(...blocks: readonly Block[]): readonly string[] {
  return printFountain(screenplay(null, action('Dark.'), ...blocks))
    .split('\n')
    .slice(2, -1);
}

test('a scene is its heading, its action and its speeches, a blank line apart', () => {
  const scene = [
    heading('int. lighthouse - night', { number: '12A' }),
    action('The lamp is out.'),
    dialogue('Mara', 'Who did this?'),
  ];
  expect(printFountain(screenplay(null, ...scene))).toBe(
    'INT. LIGHTHOUSE - NIGHT #12A#\n\nThe lamp is out.\n\nMARA\nWho did this?\n',
  );
});

test('a title page has one line for a value, indented lines for several, and a blank line after it', () => {
  const page = titlePage({ title: 'The Keepers', contact: ['A. Writer', 'Key: looks like a key'] });
  expect(printFountain(screenplay(page, action('Dark.')))).toBe(
    'Title: The Keepers\nContact:\n    A. Writer\n    Key: looks like a key\n\nDark.\n',
  );
});

test('the elements that have marks of their own', () => {
  expect(
    printed(
      centered('THE\nEND'),
      lyrics('La\nla'),
      section('Act one', 2),
      synopsis('They meet.'),
      note('a\n\nb'),
      pageBreak(),
    ),
  ).toEqual([
    '> THE <',
    '> END <',
    '',
    '~La',
    '~la',
    '',
    '## Act one',
    '',
    '= They meet.',
    '',
    '[[a',
    '  ',
    'b]]',
    '',
    '===',
  ]);
});

test('two who speak at once are two dialogues, the second marked', () => {
  const both = dualDialogue(dialogue('Mara', 'No!'), dialogue('Ivo', 'Yes!', { extensions: ['O.S.'] }));
  expect(printed(both)).toEqual(['MARA', 'No!', '', 'IVO (O.S.) ^', 'Yes!']);
});

test('under a cue stand parentheticals, songs, and two spaces for a blank line', () => {
  const said = dialogue('Mara', [speech('One.\n\nTwo.'), parenthetical('beat'), sung('La')]);
  expect(printed(said)).toEqual(['MARA', 'One.', '  ', 'Two.', '(beat)', '~La']);
});

test('a heading is forced only when its words do not begin like one', () => {
  expect(printed(heading('int. house - day'))).toEqual(['INT. HOUSE - DAY']);
  expect(printed(heading('the house'))).toEqual(['.THE HOUSE']);
  expect(printed(heading('...later'))).toEqual(['.LATER']);
});

test.each([
  ['.45 in his hand.', true],
  ['...and then.', false],
  ['@home', true],
  ['!', true],
  ['> he goes', true],
  ['>', false],
  ['~ripples~', true],
  ['# one', true],
  ['= equals', true],
  ['===', true],
  ['> middle <', true],
  ['[[kept]]', true],
  ['INT. is a heading', true],
  ['est. 1950', true],
  ['INT. A\nand more', true],
  ['He goes back TO:', false],
  ['CUT TO:', true],
  ['BANG', false],
  ['BANG\nA door.', true],
  ['BANG (off)\nA door.', true],
  ['   INDENTED\nA door.', true],
  ['Bang\nA door.', false],
])('the action %j is forced: %s', (text, forced) => {
  expect(printed(action(text)).join('\n')).toBe(forced ? `!${text}` : text);
});

test('a line inside an action is forced alone', () => {
  expect(printed(action('A list:\n# one\nCUT TO:'))).toEqual(['A list:', '!# one', 'CUT TO:']);
});

test('a transition is forced unless it is in capitals and ends in TO:', () => {
  expect(printed(transition('CUT TO:'))).toEqual(['CUT TO:']);
  expect(printed(transition('FADE OUT.'))).toEqual(['> FADE OUT.']);
  expect(printed(transition('Cut to:'))).toEqual(['> Cut to:']);
  expect(printed(transition('INT. TO:'))).toEqual(['> INT. TO:']);
});

test('a cue is forced when its name is not in capitals, reads as something else, or nothing is said', () => {
  const cue = (name: string, text = 'Yes.'): string | undefined => {
    const block: Dialogue = { type: 'dialogue', name, extensions: [], parts: [speech(text)] };
    return printed(block)[0];
  };
  expect(cue('MARA')).toBe('MARA');
  expect(cue('ÉMILIE #2')).toBe('ÉMILIE #2');
  expect(cue('McCLANE')).toBe('@McCLANE');
  expect(cue('漢')).toBe('@漢');
  expect(cue('#1 FAN')).toBe('@#1 FAN');
  expect(cue('INT. VOICE')).toBe('@INT. VOICE');
  expect(cue('CUT TO:')).toBe('@CUT TO:');
  expect(cue('MARA', ' ')).toBe('@MARA');
});

test('the first line of a text is forced when it would begin a title page', () => {
  const first = (block: Block): string | undefined => printFountain(screenplay(null, block)).split('\n')[0];
  expect(first(action('Steel enters: a door.'))).toBe('!Steel enters: a door.');
  expect(first(action('FADE IN:'))).toBe('FADE IN:');
  expect(first(action('Steel enters:\na door.'))).toBe('Steel enters:');
  expect(first(dialogue('note: mara', 'Yes.'))).toBe('@NOTE: MARA');
  expect(first(heading('ext house: night'))).toBe('EXT HOUSE: NIGHT');
});

test('what cannot be said in Fountain is brought to what can', () => {
  expect(printed(action('One.\r\n\r\nTwo.\u0000  '))).toEqual(['One.', '', 'Two.']);
  expect(printed(action('a /* b'))).toEqual(['a /\\* b']);
  expect(printed(dialogue('Mara (v.o.) ^', '(softly)\nYes.'))).toEqual(['MARA (V.O.)', '(softly)', 'Yes.']);
  expect(printed(dialogue('', [parenthetical('(beat)')]))).toEqual(['UNNAMED', '(beat)']);
  expect(printed(heading('int. house #4#'))).toEqual(['INT. HOUSE #4#']);
  expect(printed(action(' \n '), transition('<'))).toEqual([]);
});
