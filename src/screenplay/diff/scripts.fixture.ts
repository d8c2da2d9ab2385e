import fc from 'fast-check';
import { withIds } from '../block-id.ts';
import {
  action,
  dialogue,
  dualDialogue,
  heading,
  note,
  pageBreak,
  parenthetical,
  screenplay,
  speech,
  transition,
} from '../build.ts';
import type { Block, Screenplay } from '../tree.ts';

const WORDS =
  'rain door lamp opens a the slowly boat keeper stairs light turns her hand sea again no yes run old'.split(' ');
const NAMES = ['MARA', 'TOM', 'THE KEEPER'];

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((words) => `${words.join(' ')}.`);

const someDialogue = fc
  .tuple(fc.constantFrom(...NAMES), sentence, fc.option(fc.constantFrom('low', 'to herself')))
  .map(([name, words, how]) => dialogue(name, how === null ? words : [parenthetical(how), speech(words)]));

/** Any block but a heading: mostly action and dialogue, now and then something that stands in many places. */
export const someBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 2 }).map((lines) => action(lines.join('\n'))) },
  { weight: 5, arbitrary: someDialogue },
  { weight: 1, arbitrary: fc.constant(transition('CUT TO:')) },
  { weight: 1, arbitrary: fc.constantFrom(action('Rain.'), note('Check this.'), pageBreak()) },
  { weight: 1, arbitrary: fc.tuple(someDialogue, someDialogue).map(([left, right]) => dualDialogue(left, right)) },
);

const someScene = fc
  .tuple(fc.constantFrom('int. tower', 'ext. beach', 'int. boat'), fc.constantFrom('day', 'night'), fc.array(someBlock))
  .map(([place, time, blocks]) => [heading(`${place} - ${time}`), ...blocks]);

/** A script of a few scenes, its blocks with ids made of what they say, or without. */
export const someScript: fc.Arbitrary<Screenplay> = fc
  .tuple(fc.array(someScene, { maxLength: 6 }), fc.boolean())
  .map(([scenes, ids]) => screenplay(null, ...(ids ? withIds(scenes.flat()) : scenes.flat())));

/** Something that a person does to a script; `at` and `to` are taken modulo its length. */
export type Edit =
  | { readonly type: 'insert'; readonly at: number; readonly block: Block }
  | { readonly type: 'remove'; readonly at: number }
  | { readonly type: 'reword'; readonly at: number; readonly word: string }
  | { readonly type: 'move'; readonly at: number; readonly to: number };

const place = fc.nat({ max: 60 });

/** Any edit. */
export const someEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ type: fc.constant('insert' as const), at: place, block: someBlock }),
  fc.record({ type: fc.constant('remove' as const), at: place }),
  fc.record({ type: fc.constant('reword' as const), at: place, word: fc.constantFrom('storm', 'glass', 'quietly') }),
  fc.record({ type: fc.constant('move' as const), at: place, to: place }),
);

/** A script and what somebody made of it. */
export const twoDrafts: fc.Arbitrary<readonly [Screenplay, Screenplay]> = fc
  .tuple(someScript, fc.array(someEdit, { maxLength: 6 }))
  .map(([script, edits]) => [script, edited(script, edits)]);

/** A script after edits, one after the other. */
export function edited(script: Screenplay, edits: readonly Edit[]): Screenplay {
  return { ...script, children: edits.reduce(editedBlocks, script.children) };
}

function editedBlocks(blocks: readonly Block[], edit: Edit): readonly Block[] {
  const at = edit.at % (blocks.length + 1);
  switch (edit.type) {
    case 'insert':
      return blocks.toSpliced(at, 0, edit.block);
    case 'remove':
      return blocks.toSpliced(at, 1);
    case 'reword':
      return blocks.map((block, index) => (index === at ? reworded(block, edit.word) : block));
    case 'move':
      return movedScene(blocks, edit);
  }
}

/** A block with its second word replaced, in a dialogue that of the last part. */
export function reworded(block: Block, word: string): Block {
  const change = (text: string): string => text.replace(/^(\S+\s+)?\S+/, (_, first: string = '') => first + word);
  switch (block.type) {
    case 'dialogue':
      return {
        ...block,
        parts: block.parts.map((part, at) =>
          at === block.parts.length - 1 ? { ...part, text: change(part.text) } : part,
        ),
      };
    case 'dualDialogue':
    case 'pageBreak':
      return block;
    default:
      return { ...block, text: change(block.text) };
  }
}

function movedScene(
  blocks: readonly Block[],
  { at, to }: { readonly at: number; readonly to: number },
): readonly Block[] {
  const starts = blocks.flatMap((block, index) => (block.type === 'sceneHeading' ? [index] : []));
  const scenes = starts.map((start, number) => blocks.slice(start, starts[number + 1]));
  const [scene] = scenes.splice(at % (scenes.length + 1), 1);
  if (scene === undefined) return blocks;
  return [...blocks.slice(0, starts[0]), ...scenes.toSpliced(to % (scenes.length + 1), 0, scene).flat()];
}
