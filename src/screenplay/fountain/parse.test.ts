import { expect, test } from 'vitest';
import type { Block } from '../tree.ts';
import { parseFountain } from './parse.ts';

/** The blocks of a text without their ids and positions. */
function blocks(text: string): readonly Block[] {
  return parseFountain(text).screenplay.children.map(({ id: _, position: __, ...block }) => block);
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
  expect(screenplay.titlePage?.entries).toEqual([
    { key: 'Title', lines: ['The _Keepers_'] },
    { key: 'Author', lines: ['A. Writer'] },
  ]);
  expect(blocks(text)).toEqual([
    { type: 'section', depth: 1, text: 'Act' },
    { type: 'synopsis', text: 'They meet.' },
    { type: 'sceneHeading', text: 'int. house - day', number: '1' },
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
    { type: 'sceneHeading', text: 'tower' },
    { type: 'dialogue', name: 'McX', extensions: [], parts: [{ type: 'speech', text: 'Hm.' }] },
  ]);
});

test('capitals over a blank line are action, over a line they are a cue', () => {
  expect(blocks('BANG\n\nA door.').map(({ type }) => type)).toEqual(['action', 'action']);
  expect(blocks('BANG\nA door.').map(({ type }) => type)).toEqual(['dialogue']);
});

test('a boneyard keeps its words: in a line as part of its text, alone as a block, and never splits what it stands in', () => {
  expect(blocks('One /* two\n\nthree */four.')).toEqual([{ type: 'action', text: 'One /* two\n\nthree */four.' }]);
  expect(blocks('One.\n/*\ntwo\n*/\nThree.')).toEqual([{ type: 'action', text: 'One.\n/*\ntwo\n*/\nThree.' }]);
  expect(blocks('/*\nINT. OLD\n\nGone.\n*/\nINT. NEW')).toEqual([
    { type: 'boneyard', text: 'INT. OLD\n\nGone.' },
    { type: 'sceneHeading', text: 'INT. NEW' },
  ]);
});

test('a boneyard that is never closed stays, with a note that says where', () => {
  expect(blocks('One.\n\nOne /* two')[1]).toEqual({ type: 'action', text: 'One /\\* two' });
  expect(parseFountain('One.\n\nOne /* two').notes).toMatchObject([
    { rule: 'fountain/boneyard-unclosed', line: 3, column: 5 },
  ]);
});

test('notes and boneyards beside a cue go with the cue, and the cue is still one', () => {
  expect(blocks('MARA [[age?]] (V.O.) /* x */\nNo.')).toEqual([
    {
      type: 'dialogue',
      name: 'MARA',
      extensions: ['V.O.'],
      remark: '[[age?]] /* x */',
      parts: [{ type: 'speech', text: 'No.' }],
    },
  ]);
});

test('every block says where it stands, in lines and in units, whatever ends the lines', () => {
  const text = '\ufeffINT. HOUSE\r\n\r\n\r\nMARA\rNo.\n\nA [[b\nc]] d.';
  const { children } = parseFountain(text).screenplay;
  expect(children.map(({ position }) => [position?.line, position?.endLine])).toEqual([
    [1, 1],
    [4, 5],
    [7, 8],
  ]);
  expect(children.map(({ position }) => text.slice(position?.offset, position?.endOffset))).toEqual([
    'INT. HOUSE',
    'MARA\rNo.',
    'A [[b\nc]] d.',
  ]);
});

test('a block keeps its id when others change', () => {
  const [, before] = parseFountain('One.\n\nTwo.').screenplay.children;
  const [, , after] = parseFountain('One!\n\nOne and a half.\n\nTwo.').screenplay.children;
  expect(after?.id).toBe(before?.id);
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

test('a first line that is a transition, a heading or a sentence begins no title page', () => {
  expect(parseFountain('FADE IN:\n\nDark.').screenplay.titlePage).toBeNull();
  expect(parseFountain('EXT HOUSE: NIGHT\n\nDark.').screenplay.titlePage).toBeNull();
  expect(parseFountain('Steel enters the code: nothing.\n\nDark.').screenplay.titlePage).toBeNull();
  expect(parseFountain('Draft: 2\n\nDark.').screenplay.titlePage?.entries).toEqual([{ key: 'Draft', lines: ['2'] }]);
  expect(parseFountain('Title：夜\n\nDark.').screenplay.titlePage?.entries).toEqual([{ key: 'Title', lines: ['夜'] }]);
});

test('notes that are opened again and again and never closed are text', () => {
  const text = '[[a\n  \n'.repeat(20_000);
  expect(blocks(text)).toHaveLength(20_000);
});

test('characters that no page shows are left out of the tree, with a note that says where the first stands', () => {
  const { screenplay, notes } = parseFountain('\ufeffDark.\r\n\r\nRa\u0007in \ud800🎬.\tNow.');
  expect(screenplay.children.map((block) => 'text' in block && block.text)).toEqual(['Dark.', 'Rain 🎬.    Now.']);
  expect(notes).toMatchObject([{ rule: 'fountain/unprintable', line: 3, column: 3 }]);
  expect(notes[0]?.message).toContain('U+0007, and 1 more');
});
