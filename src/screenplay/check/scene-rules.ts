import type { Block } from '../tree.ts';
import { isPrinted } from './facts.ts';
import type { Fault, Rule } from './rule.ts';

/** A heading with nothing under it. */
export const sceneEmpty: Rule = {
  id: 'scene/empty',
  severity: 'minor',
  title: 'A scene with nothing in it',
  why: 'A heading alone shows nothing. Left alone: omitted scenes, establishing shots (EST.), intercuts and series of places, and a scene that has a synopsis or a note, so is still to be written.',
  source: 'Every heading is followed by action: signumnova.com, Master Scene Screenwriting Guide.',
  find: ({ scenes }) =>
    scenes.flatMap(({ heading, blocks, from }): readonly Fault[] => {
      if (
        heading === undefined ||
        heading.omitted ||
        /OMIT|INTERCUT|MONTAGE|SERIES|ESTABLISHING|^EST\b/i.test(heading.text)
      )
        return [];
      const planned = blocks.some(({ type }) => type === 'synopsis' || type === 'note' || type === 'boneyard');
      if (planned || blocks.slice(1).some((block) => isPrinted(block) && block.type !== 'transition')) return [];
      return [
        {
          block: from,
          message: 'Nothing stands under this heading.',
          quote: heading.text,
          fix: 'Say what is seen, or take the heading out.',
        },
      ];
    }),
};

/** A transition that leads nowhere. */
export const transitionInside: Rule = {
  id: 'transition/inside',
  severity: 'info',
  title: 'A transition in the middle of a scene',
  why: 'A cut leads to another scene, so a heading should follow. Told of cuts, dissolves and wipes. Left alone: cuts to black or to a title, and what a shot, a centred title or a line in capitals follows.',
  source: 'Fountain 1.1, Transition; storysense.com.',
  find: ({ scenes }) =>
    scenes.flatMap(({ heading, blocks, from }) =>
      blocks.flatMap((block, at): readonly Fault[] => {
        if (heading === undefined || block.type !== 'transition') return [];
        if (!/(?:CUT|DISSOLVE|WIPE)S? TO:$/i.test(block.text) || /BLACK|WHITE|TITLE|INTERCUT|FLASH/i.test(block.text))
          return [];
        const next = nextPrinted(blocks, at + 1);
        const leadsOn =
          next !== undefined && (next.type === 'dialogue' || next.type === 'dualDialogue' || isPlainAction(next));
        if (!leadsOn) return [];
        return [
          {
            block: from + at,
            message: 'The scene goes on after this transition.',
            quote: block.text,
            fix: 'Put a heading below it, or take it out.',
          },
        ];
      }),
    ),
};

/** How a script begins. */
export const scriptStart: Rule = {
  id: 'script/start',
  severity: 'info',
  title: 'A script that begins with speech',
  why: 'Before the first heading nobody knows where we are. A voice over a dark screen (V.O., O.S.) is left alone, and so is action: many begin OVER BLACK.',
  source: 'Own rule, after the custom to begin with FADE IN: or a heading.',
  find: ({ script }) => {
    const at = script.children.findIndex(isPrinted);
    const block = script.children[at];
    if (block?.type !== 'dialogue' || block.extensions.length > 0) return [];
    return [
      {
        block: at,
        message: 'The script begins with a speech, before any heading.',
        quote: block.name,
        fix: 'Begin with a heading.',
      },
    ];
  },
};

/** Blocks of a scene in a row that are not printed are looked over once: each transition looks to the next printed block. */
function nextPrinted(blocks: readonly Block[], from: number): Block | undefined {
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block !== undefined && isPrinted(block)) return block;
  }
  return undefined;
}

function isPlainAction(block: Block): boolean {
  if (block.type !== 'action') return false;
  const [first = ''] = block.text.split('\n');
  return first !== first.toUpperCase();
}
