import { expect, test } from 'vitest';
import type { Block } from '../tree.ts';
import { parseFountain } from './parse.ts';

function blocks(text: string): readonly Block[] {
  return parseFountain(text).screenplay.children;
}

test('every element is read as what it is', () => {
  const text = [
    ...['Title:', '   The _Keepers_', 'author: A. Writer', ''],
    ...['# Act', '', '= They meet.', '', 'int. house - day #1#', '', 'She waits.', '   Indented.', ''],
    ...['MARA (V.O.) (CONT’D)', '(beat)', 'One.', '  ', 'Two.', '~La', '', 'IVO^', 'No.', ''],
    ...[
      'CUT TO:',
      '',
      '> Fade out.',
      '',
      '> THE <',
      '> END <',
      '',
      '~Oh',
      '',
      '===',
      '',
      '[[a',
      'note]]',
      '',
      '.tower',
      '',
      '@McX',
      'Hm.',
    ],
  ].join('\r\n');
  const { screenplay, notes } = parseFountain(`\ufeff${text}`);
  expect(notes).toEqual([]);
  expect(screenplay.titlePage).toEqual({
    entries: [
      { key: 'Title', lines: ['The _Keepers_'] },
      { key: 'Author', lines: ['A. Writer'] },
    ],
  });
  expect(screenplay.children).toEqual([
    { type: 'section', depth: 1, text: 'Act' },
    { type: 'synopsis', text: 'They meet.' },
    { type: 'sceneHeading', text: 'INT. HOUSE - DAY', number: '1' },
    { type: 'action', text: 'She waits.\n   Indented.' },
    {
      type: 'dualDialogue',
      left: {
        type: 'dialogue',
        name: 'MARA',
        extensions: ['V.O.', 'CONT’D'],
        parts: [
          { type: 'parenthetical', text: 'beat' },
          { type: 'speech', text: 'One.\n\nTwo.' },
          { type: 'lyrics', text: 'La' },
        ],
      },
      right: { type: 'dialogue', name: 'IVO', extensions: [], parts: [{ type: 'speech', text: 'No.' }] },
    },
    { type: 'transition', text: 'CUT TO:' },
    { type: 'transition', text: 'Fade out.' },
    { type: 'centered', text: 'THE\nEND' },
    { type: 'lyrics', text: 'Oh' },
    { type: 'pageBreak' },
    { type: 'note', text: 'a\nnote' },
    { type: 'sceneHeading', text: 'TOWER' },
    { type: 'dialogue', name: 'McX', extensions: [], parts: [{ type: 'speech', text: 'Hm.' }] },
  ]);
});

test('capitals over a blank line are action, over a line they are a cue', () => {
  expect(blocks('BANG\n\nA door.').map(({ type }) => type)).toEqual(['action', 'action']);
  expect(blocks('BANG\nA door.').map(({ type }) => type)).toEqual(['dialogue']);
});

test('a boneyard goes with a note, also in the middle of a line', () => {
  const { screenplay, notes } = parseFountain('One /* two\n\nthree */four.');
  expect(screenplay.children).toEqual([{ type: 'action', text: 'One four.' }]);
  expect(notes.map(({ rule }) => rule)).toEqual(['fountain/boneyard-dropped']);
});

test('a boneyard that is never closed stays, with a note', () => {
  const { screenplay, notes } = parseFountain('One /* two');
  expect(screenplay.children).toEqual([{ type: 'action', text: 'One /\\* two' }]);
  expect(notes.map(({ rule }) => rule)).toEqual(['fountain/boneyard-unclosed']);
});

test('a heading and a transition without a blank line after them are named in notes', () => {
  const { notes } = parseFountain('INT. HOUSE\nShe waits.\n\nCUT TO:\nA door.');
  expect(notes.map(({ rule, quote }) => [rule, quote])).toEqual([
    ['fountain/heading-needs-blank-line', 'INT. HOUSE'],
    ['fountain/transition-needs-blank-line', 'CUT TO:'],
  ]);
});

test('a mark for two voices without a first voice is named in a note', () => {
  const { screenplay, notes } = parseFountain('Dark.\n\nMARA ^\nNo.');
  expect(screenplay.children[1]).toMatchObject({ type: 'dialogue', name: 'MARA' });
  expect(notes.map(({ rule }) => rule)).toEqual(['fountain/dual-without-partner']);
});

test('a first line that is a transition or a heading begins no title page', () => {
  expect(parseFountain('FADE IN:\n\nDark.').screenplay.titlePage).toBeNull();
  expect(parseFountain('EXT HOUSE: NIGHT\n\nDark.').screenplay.titlePage).toBeNull();
  expect(parseFountain('Draft: 2\n\nDark.').screenplay.titlePage).toEqual({
    entries: [{ key: 'Draft', lines: ['2'] }],
  });
});

test('notes that are opened again and again and never closed are text', () => {
  const text = '[[a\n  \n'.repeat(20_000);
  expect(blocks(text)).toHaveLength(20_000);
});
