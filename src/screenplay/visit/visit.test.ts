import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { action, dialogue, dualDialogue, heading, note, screenplay, transition } from '../build.ts';
import { someScript } from '../diff/scripts.fixture.ts';
import { insertAfter, mapBlocks, removeBlock, replaceBlock } from './edit.ts';
import { findBlocks } from './find.ts';
import { sceneOf, scenesOf } from './scenes.ts';
import { visitBlocks } from './visit.ts';

const script = screenplay(
  null,
  transition('FADE IN:', { id: 'fade' }),
  heading('int. tower - night', { id: 's1', number: '1' }),
  action('Rain on the *old* window.', { id: 'rain' }),
  dialogue('MARA', 'Who is there?', { id: 'who', extensions: ['V.O.'] }),
  heading('ext. beach - day', { id: 's2', number: '2A' }),
  dualDialogue(dialogue('TOM', 'Here!'), dialogue('MARA', 'Where?'), { id: 'both' }),
  note('Check *this*.', { id: 'note' }),
);

const ids = (found: ReturnType<typeof findBlocks>): readonly (string | undefined)[] =>
  found.map(({ block }) => block.id);

describe('visiting blocks', () => {
  test('each is given to what is there for its type, with its index and scene', () => {
    const seen: string[] = [];
    visitBlocks(script, {
      transition: (block, { index, scene }) => seen.push(`${block.text} ${index} ${scene?.id}`),
      sceneHeading: (block, { scene }) => seen.push(`${block.number} ${scene?.id}`),
      dualDialogue: (block, { index, scene }) => seen.push(`${block.left.name} ${index} ${scene?.number}`),
    });
    expect(seen).toEqual(['FADE IN: 0 undefined', '1 s1', '2A s2', 'TOM 5 2A']);
  });

  test('every block is visited once, in order', () => {
    fc.assert(
      fc.property(someScript, (some) => {
        const seen: unknown[] = [];
        visitBlocks(some, { block: (block) => seen.push(block) });
        expect(seen).toEqual(some.children);
        expect(findBlocks(some, () => true).map(({ block }) => block)).toEqual(some.children);
      }),
    );
  });
});

describe('finding blocks', () => {
  test.each([
    [{ type: 'sceneHeading' as const }, ['s1', 's2']],
    [{ type: ['note', 'action'] as const }, ['rain', 'note']],
    [{ id: 'who' }, ['who']],
    [{ text: 'THE OLD' }, ['rain']],
    [{ text: '*this*' }, ['note']],
    [{ text: /\bwho|where\b/gi }, ['who', 'both']],
    [{ character: 'Mara (O.S.)' }, ['who', 'both']],
    [{ character: 'Tom', text: 'where' }, ['both']],
    [{ scene: 's1' }, ['s1', 'rain', 'who']],
    [{ scene: '2A', type: 'note' as const }, ['note']],
    [{ id: 'nothing' }, []],
  ])('%j', (query, expected) => {
    expect(ids(findBlocks(script, query))).toEqual(expected);
  });

  test('a test of your own gets the place', () => {
    expect(ids(findBlocks(script, (_, { index, scene }) => index > 3 && scene?.id === 's2'))).toEqual([
      's2',
      'both',
      'note',
    ]);
  });
});

describe('scenes', () => {
  test('every block stands in one scene, and only the first may lack a heading', () => {
    fc.assert(
      fc.property(someScript, (some) => {
        const scenes = scenesOf(some);
        expect(scenes.flatMap(({ blocks }) => blocks)).toEqual(some.children);
        for (const [at, { heading: first, blocks, from, to }] of scenes.entries()) {
          expect(some.children.slice(from, to)).toEqual(blocks);
          expect(first === undefined).toBe(blocks[0]?.type !== 'sceneHeading');
          expect(at === 0 || first !== undefined).toBe(true);
          expect(blocks.slice(1).some(({ type }) => type === 'sceneHeading')).toBe(false);
        }
      }),
    );
    expect(scenesOf(screenplay(null))).toEqual([]);
  });

  test('the scene of a block is found by its id', () => {
    expect(sceneOf(script, 'rain')).toMatchObject({ heading: { id: 's1' }, from: 1, to: 4 });
    expect(sceneOf(script, 's2')).toMatchObject({ heading: { id: 's2' }, from: 4, to: 7 });
    expect(sceneOf(script, 'fade')).toEqual({ blocks: [script.children[0]], from: 0, to: 1 });
    expect(sceneOf(script, 'nothing')).toBeUndefined();
  });
});

describe('changing blocks', () => {
  const more = [action('One.'), action('Two.')];
  const names = (changed: typeof script): readonly unknown[] =>
    changed.children.map((block) => block.id ?? ('text' in block ? block.text : block.type));

  test('a block is replaced, taken out, or followed by others, and the rest is shared', () => {
    expect(names(replaceBlock(script, 'rain', more)).slice(1, 5)).toEqual(['s1', 'One.', 'Two.', 'who']);
    expect(names(replaceBlock(script, 'rain', action('One.'))).slice(1, 4)).toEqual(['s1', 'One.', 'who']);
    expect(names(insertAfter(script, 'rain', more)).slice(1, 6)).toEqual(['s1', 'rain', 'One.', 'Two.', 'who']);
    expect(names(removeBlock(script, 'rain')).slice(1, 3)).toEqual(['s1', 'who']);
    const changed = removeBlock(script, 'rain');
    for (const block of changed.children) expect(script.children).toContain(block);
    expect(script.children.length).toBe(7);
  });

  test('an id that no block has, and a change that changes nothing, give the same script back', () => {
    expect(replaceBlock(script, 'nothing', more)).toBe(script);
    expect(insertAfter(script, 'nothing', more)).toBe(script);
    expect(removeBlock(script, 'nothing')).toBe(script);
    expect(mapBlocks(script, (block) => block)).toBe(script);
  });

  test('every block can become several, or none', () => {
    const doubled = mapBlocks(script, (block, index) => (index % 2 === 0 ? [block, block] : []));
    expect(names(doubled)).toEqual(['fade', 'fade', 'rain', 'rain', 's2', 's2', 'note', 'note']);
  });
});
