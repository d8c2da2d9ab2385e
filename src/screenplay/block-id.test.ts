import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withIds } from './block-id.ts';
import { action, dialogue, dualDialogue, heading, pageBreak, parenthetical, speech } from './build.ts';
import { sameBlock } from './same.ts';
import type { Block } from './tree.ts';

const someBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.constantFrom('He runs.', 'She runs.', '').map((text) => action(text)),
  fc.constantFrom('He runs.', 'INT. HOUSE').map((text) => heading(text)),
  fc.constantFrom('a', 'b', 'a-2').map((id) => action('He runs.', { id })),
  fc.constantFrom('No.', 'Yes.').map((text) => dialogue('MAX', text)),
  fc.constant(pageBreak()),
);

describe('ids made of what blocks say', () => {
  test('every block has an id of its own, and ids that were there stay', () => {
    fc.assert(
      fc.property(fc.array(someBlock), (blocks) => {
        const named = withIds(blocks);
        const made = named.filter((_, at) => blocks[at]?.id === undefined).map(({ id }) => id);
        const given = blocks.map(({ id }) => id).filter((id) => id !== undefined);
        expect(made.every((id) => id !== undefined && /^[0-9a-z]{1,11}(-\d+)?$/.test(id))).toBe(true);
        expect(new Set(made).size).toBe(made.length);
        expect(made.filter((id) => id !== undefined && given.includes(id))).toEqual([]);
        expect(named.every((block, at) => blocks[at]?.id === undefined || block === blocks[at])).toBe(true);
        expect(withIds(named)).toBe(named);
      }),
    );
  });

  test('a block keeps its id when others come and go around it', () => {
    const [alone] = withIds([action('The door opens.')]);
    const [, among] = withIds([heading('int. house'), action('The door opens.'), action('It closes.')]);
    expect(among?.id).toBe(alone?.id);
  });

  test('place, spans, scene number and revision make no difference to the id', () => {
    const position = { line: 3, endLine: 3, offset: 9, endOffset: 20 };
    const [plain] = withIds([heading('int. house')]);
    const [rich] = withIds([
      { ...heading('int. house', { number: '4' }), position, revision: 2, spans: [{ from: 0, to: 3, strike: true }] },
    ]);
    expect(rich?.id).toBe(plain?.id);
  });

  test('the second and third block that say the same are numbered', () => {
    const ids = withIds([action('Rain.'), action('Rain.'), action('Rain.')]).map(({ id }) => id);
    expect(ids).toEqual([ids[0], `${ids[0]}-2`, `${ids[0]}-3`]);
  });

  test('an id that somebody gave is never given again', () => {
    const [made] = withIds([action('Rain.')]);
    const id = `${made?.id}-2`;
    const ids = withIds([action('Rain.'), action('Rain.'), action('Sun.', { id })]).map((block) => block.id);
    expect(ids).toEqual([made?.id, `${made?.id}-3`, id]);
  });

  test('the kind of block, and where one part ends and the next begins, make a difference', () => {
    const blocks = [
      action('Rain.'),
      heading('RAIN.'),
      { ...heading('x'), text: 'Rain.' },
      dialogue('MAX', 'Rain.'),
      dialogue('MAX', [speech('Rain'), speech('.')]),
      dialogue('MAX', [parenthetical('Rain.')]),
      dualDialogue(dialogue('MAX', 'Rain.'), dialogue('ANN', 'Sun.')),
      dualDialogue(dialogue('ANN', 'Rain.'), dialogue('MAX', 'Sun.')),
    ];
    const ids = withIds(blocks).map(({ id }) => id);
    expect(new Set(ids).size).toBe(blocks.length);
    expect(ids.join(' ')).not.toContain('-');
  });

  test('as many blocks as a long script has, all different, get ids without a number', () => {
    const blocks = Array.from({ length: 5000 }, (_, at) => action(at.toString(36)));
    expect(withIds(blocks).filter(({ id }) => id?.includes('-'))).toEqual([]);
  });
});

describe('whether two blocks are the same', () => {
  test('a copy is the same, with another id and place, unless ids are asked for', () => {
    const one = dialogue('MAX', [parenthetical('low'), speech('No.')], { id: 'a', extensions: ['V.O.'] });
    const other = { ...structuredClone(one), id: 'b', position: { line: 1, endLine: 2, offset: 0, endOffset: 9 } };
    expect(sameBlock(one, other)).toBe(true);
    expect(sameBlock(one, other, { ids: true })).toBe(false);
    expect(sameBlock(one, { ...other, id: 'a' }, { ids: true })).toBe(true);
  });

  test.each<[string, Block, Block]>([
    ['text', action('a'), action('b')],
    ['kind', action('a'), { ...action('a'), type: 'centered' }],
    ['an extension', dialogue('A', 'x'), dialogue('A', 'x', { extensions: ['V.O.'] })],
    ['a field more', heading('a'), heading('a', { number: '1' })],
    ['a field less', { ...action('a'), revision: 1 }, action('a')],
    ['a span', { ...action('a'), spans: [{ from: 0, to: 1, strike: true }] }, { ...action('a'), spans: [] }],
    [
      'the other side of a dual dialogue',
      dualDialogue(dialogue('A', 'x'), dialogue('B', 'y')),
      dualDialogue(dialogue('A', 'x'), dialogue('B', 'z')),
    ],
  ])('%s makes two blocks differ', (_, one, other) => {
    expect(sameBlock(one, other)).toBe(false);
    expect(sameBlock(other, one)).toBe(false);
  });
});
