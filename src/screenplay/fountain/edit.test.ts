import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Screenplay } from '../tree.ts';
import { parseFountain } from './parse.ts';
import { printFountain } from './print.ts';

const RUNS = Number(process.env['RUNS'] ?? 2000);

/** Paragraphs as people write them, with odd spacing; every one of them a block or two. */
const paragraph = fc.constantFrom(
  'INT. HOUSE - DAY',
  '  int. kitchen - night   #12A#',
  '.SNIPER SCOPE POV',
  'She waits.   \n    Indented.',
  'Before [[a note\n  \nover lines]] after.',
  '/* put\n\naside */',
  '[[remember]]',
  'MARA  (V.O.)\n  (softly)  \nYou came.\n  \nBack.',
  '@McCLANE\nYippie.',
  'MARA\nOne.\n\nEDDIE ^\nTwo.',
  'CUT TO:',
  '>FADE OUT.',
  '>  THE END <',
  '~la la\n~la',
  '# Act One',
  '= What happens.',
  '===',
);
const gap = fc.constantFrom('\n\n', '\n\n\n', '\n \n');
const source = fc
  .tuple(
    fc.constantFrom('', '\ufeff', 'Title: Foo\nAuthor:  A. B.\n\n', '\n\n'),
    fc.array(fc.tuple(paragraph, gap), { minLength: 1, maxLength: 9 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('', '\n'),
  )
  .map(([head, all, eol, end]) =>
    (head + all.map(([text, space], at) => text + (at === all.length - 1 ? end : space)).join('')).replaceAll(
      '\n',
      eol,
    ),
  );

/** The same block with other words; `undefined` for a page break, which has none. */
function reworded(block: Block): Block | undefined {
  switch (block.type) {
    case 'dialogue':
      return { ...block, parts: [...block.parts, { type: 'speech', text: 'More.' }] };
    case 'dualDialogue':
      return { ...block, right: { ...block.right, name: 'NOBODY' } };
    case 'pageBreak':
      return undefined;
    case 'sceneHeading':
    case 'action':
    case 'transition':
    case 'centered':
    case 'lyrics':
    case 'shot':
    case 'actBreak':
    case 'general':
    case 'section':
    case 'synopsis':
    case 'note':
    case 'boneyard':
      return { ...block, text: `${block.text} again` };
  }
}

function withBlock(script: Screenplay, at: number, blocks: readonly Block[]): Screenplay {
  return { ...script, children: script.children.toSpliced(at, 1, ...blocks) };
}

test('changing one block changes only its lines', () => {
  fc.assert(
    fc.property(source, fc.nat(), (text, pick) => {
      const { screenplay } = parseFountain(text);
      const at = pick % Math.max(1, screenplay.children.length);
      const block = screenplay.children[at];
      const changed = block === undefined ? undefined : reworded(block);
      if (block?.position === undefined || changed === undefined) return;
      const printed = printFountain(withBlock(screenplay, at, [changed]));
      const before = text.slice(0, block.position.offset);
      const after = text.slice(block.position.endOffset);
      expect(printed.startsWith(before)).toBe(true);
      expect(printed.endsWith(after)).toBe(true);
      expect(printed.length).toBeGreaterThan(before.length + after.length);
      expect(printed).not.toBe(text);
    }),
    { numRuns: RUNS },
  );
});

test('of a changed dialogue, the lines above and below the change stay as they were written', () => {
  const text = '  MARA   (V.O.)\n   You came.   \n(beat)\n  Back.\n\nShe sits.';
  const { screenplay } = parseFountain(text);
  const [block] = screenplay.children;
  if (block?.type !== 'dialogue') throw new Error('no dialogue');
  const parts = block.parts.map((part) => (part.type === 'parenthetical' ? { ...part, text: 'a long beat' } : part));
  expect(printFountain(withBlock(screenplay, 0, [{ ...block, parts }]))).toBe(text.replace('(beat)', '(a long beat)'));
});

test('a block taken out goes with its lines, and one put in stands a blank line apart', () => {
  const text = 'INT. HOUSE - DAY\r\n\r\n\r\nShe   waits.\r\n\r\nHe goes.\r\n';
  const { screenplay } = parseFountain(text);
  expect(printFountain(withBlock(screenplay, 1, []))).toBe('INT. HOUSE - DAY\r\n\r\n\r\nHe goes.\r\n');
  const [first = { type: 'pageBreak' }] = screenplay.children;
  expect(printFountain(withBlock(screenplay, 0, [first, { type: 'action', text: 'BANG' }]))).toBe(
    'INT. HOUSE - DAY\r\n\r\n\r\nBANG\r\n\r\nShe   waits.\r\n\r\nHe goes.\r\n',
  );
});

test('blocks that changed places are printed in their new order, in the words of the source', () => {
  const { screenplay } = parseFountain('One.\n\n\n.TWO\n\nThree.  \n');
  const moved = { ...screenplay, children: screenplay.children.toReversed() };
  expect(printFountain(moved)).toBe('Three.  \n\n.TWO\n\nOne.\n');
});

test('a title page that changed leaves the rest alone', () => {
  const { screenplay } = parseFountain('Title:   Foo\nAuthor: B\n\n\nShe   waits.');
  const titlePage = {
    entries: [
      { key: 'Title', lines: ['Bar'] },
      { key: 'Author', lines: ['B'] },
    ],
  };
  expect(printFountain({ ...screenplay, titlePage })).toBe('Title: Bar\nAuthor: B\n\n\nShe   waits.');
});

test('a change that would turn what stands around it into something else is kept apart from it', () => {
  const { screenplay } = parseFountain('> Middle <\nMara waits.');
  const [block] = screenplay.children;
  // In the place of the centred line, where no blank line follows, it would be a cue.
  const { id = '', position } = block ?? {};
  const changed: Block = { type: 'action', id, text: 'MARA', ...(position ? { position } : {}) };
  const printed = printFountain(withBlock(screenplay, 0, [changed]));
  expect(printed).toBe('MARA\n\nMara waits.');
  expect(parseFountain(printed).screenplay.children.map(({ type }) => type)).toEqual(['action', 'action']);
});
