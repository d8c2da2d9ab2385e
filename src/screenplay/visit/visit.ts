import type { Block, SceneHeading, Screenplay } from '../tree.ts';

/** Where a visited block stands: its index in the script, and the heading of its scene (of a heading, itself). */
export interface VisitedPlace {
  readonly index: number;
  readonly scene: SceneHeading | undefined;
}

/** What to do with blocks, by their type. A type that is left out is passed over. */
export type Visitor = {
  readonly [Type in Block['type']]?: (block: Extract<Block, { readonly type: Type }>, place: VisitedPlace) => void;
} & {
  /** Called for every block, before what is there for its type. */
  readonly block?: (block: Block, place: VisitedPlace) => void;
};

/** Go through a script in order and call, for every block, what the visitor has for its type. */
export function visitBlocks(script: Screenplay, visitor: Visitor): void {
  let scene: SceneHeading | undefined;
  for (const [index, block] of script.children.entries()) {
    if (block.type === 'sceneHeading') scene = block;
    const place = { index, scene };
    visitor.block?.(block, place);
    visitBlock(block, visitor, place);
  }
}

function visitBlock(block: Block, visitor: Visitor, place: VisitedPlace): void {
  switch (block.type) {
    case 'sceneHeading':
      visitor.sceneHeading?.(block, place);
      break;
    case 'action':
      visitor.action?.(block, place);
      break;
    case 'dialogue':
      visitor.dialogue?.(block, place);
      break;
    case 'dualDialogue':
      visitor.dualDialogue?.(block, place);
      break;
    case 'transition':
      visitor.transition?.(block, place);
      break;
    case 'centered':
      visitor.centered?.(block, place);
      break;
    case 'lyrics':
      visitor.lyrics?.(block, place);
      break;
    case 'shot':
      visitor.shot?.(block, place);
      break;
    case 'actBreak':
      visitor.actBreak?.(block, place);
      break;
    case 'general':
      visitor.general?.(block, place);
      break;
    case 'section':
      visitor.section?.(block, place);
      break;
    case 'synopsis':
      visitor.synopsis?.(block, place);
      break;
    case 'note':
      visitor.note?.(block, place);
      break;
    case 'boneyard':
      visitor.boneyard?.(block, place);
      break;
    case 'pageBreak':
      visitor.pageBreak?.(block, place);
  }
}
