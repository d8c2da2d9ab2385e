import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Block,
  dialogue,
  dualDialogue,
  note,
  pageBreak,
  parenthetical,
  speech,
  sung,
} from '../screenplay/index.ts';
import { readBlocks } from './scene-blocks.ts';

const voices = ['Maya', 'Tom'];
const act = (text: string): Block => ({ type: 'action', text });
const scene: readonly Block[] = [
  act('Rain.'),
  dialogue('MAYA', [speech('One.')]),
  note('ask R. about the ring'),
  dialogue('TOM', [parenthetical('low'), speech('Two.'), speech('Three.')], { extensions: ['V.O.', "CONT'D"] }),
  pageBreak(),
  act('She leaves.'),
].map((block, at) => ({ ...block, id: `b${at}` }));

test('elements name who speaks as the card does, with what is said how', () => {
  const { elements } = readBlocks(scene, voices);
  expect(
    elements.map(({ type, character, extension, parenthetical: how, text }) => [type, character, extension, how, text]),
  ).toEqual([
    ['action', '', '', '', 'Rain.'],
    ['line', 'Maya', '', '', 'One.'],
    ['line', 'Tom', 'V.O.', 'low', 'Two.'],
    ['line', 'Tom', 'V.O.', '', 'Three.'],
    ['action', '', '', '', 'She leaves.'],
  ]);
});

test('a changed line changes its block and no other: the cue keeps what else it carries', () => {
  const { elements, follow, print } = readBlocks(scene, voices);
  const after = elements.map((element, at) => (at === 2 ? { ...element, text: 'Deux.' } : element));
  follow(elements, after);
  const blocks = print(after);
  expect(blocks[3]).toEqual({ ...scene[3], parts: [parenthetical('low'), speech('Deux.'), speech('Three.')] });
  for (const at of [0, 1, 2, 4, 5]) expect(blocks[at]).toBe(scene[at]);
});

test('what is put in stands where it was put in, cut lines leave no cue, and nothing else goes with them', () => {
  const { elements, follow, print } = readBlocks(scene, voices);
  const [rain, one] = elements;
  if (rain === undefined || one === undefined) throw new Error('no elements');
  const first = [rain, { ...one, text: 'Un.' }, { ...rain, text: 'A knock.' }, ...elements.slice(2)];
  follow(elements, first);
  const second = first.toSpliced(0, 1);
  follow(first, second);
  expect(print(second).map((block) => ('text' in block ? block.text : block.type))).toEqual([
    ...['dialogue', 'A knock.', 'ask R. about the ring', 'dialogue', 'pageBreak', 'She leaves.'],
  ]);
});

test('two people at once, songs and what ends in a parenthetical are read, and only a person changes them', () => {
  const fixed: readonly Block[] = [
    dualDialogue(dialogue('MAYA', [speech('Now?')]), dialogue('TOM', [speech('Now.')])),
    dialogue('MAYA', [sung('La.')]),
    dialogue('TOM', [speech('Well.'), parenthetical('he waits')]),
    { type: 'centered', text: 'THE END' },
  ];
  const { elements, isFixed } = readBlocks(fixed, voices);
  expect(elements).toHaveLength(5);
  expect(elements.every(isFixed)).toBe(true);
});

test('whatever is cut and replaced, untouched blocks are the same values in the same order', () => {
  const change = fc.constantFrom('keep', 'cut', 'replace', 'split');
  fc.assert(
    fc.property(fc.array(change, { minLength: 5, maxLength: 5 }), (changes) => {
      const { elements, follow, print, blockOf } = readBlocks(scene, voices);
      let text = elements;
      const touched = new Set<Block | undefined>();
      for (const [at, element] of elements.entries()) {
        if (changes[at] === 'keep') continue;
        touched.add(blockOf(element));
        const now = {
          replace: [{ ...element, text: 'New.' }],
          split: [
            { ...element, text: 'New.' },
            { ...element, text: 'Newer.' },
          ],
        };
        const after = text.flatMap((one) =>
          one === element ? (changes[at] === 'cut' ? [] : now[changes[at] as 'replace']) : [one],
        );
        follow(text, after);
        text = after;
      }
      const blocks = print(text);
      expect(blocks.filter((block) => scene.includes(block))).toEqual(scene.filter((block) => !touched.has(block)));
      expect(readBlocks(blocks, voices).elements.map((element) => element.text)).toEqual(
        text.map((element) => element.text),
      );
      expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
    }),
  );
});
