import type { Block, Screenplay } from '../tree.ts';
import { isShown } from './escape.ts';

/** The names that headings are linked to by, by the index of their block. */
export type Anchors = ReadonlyMap<number, string>;

/**
 * Name every heading, section and beginning of an act: `scene-` and its id, or its place among the blocks when it has
 * none. What shows no words has no name. The prefix keeps names out of the way of a page that the script is put into. Every name is there once.
 */
export function blockAnchors({ children }: Screenplay): Anchors {
  const anchors = new Map<number, string>();
  const taken = new Set<string>();
  for (const [index, block] of children.entries()) {
    const kind = anchorKind(block);
    if (kind === undefined) continue;
    const wanted = `${kind}-${safeName(block.id ?? '') || index + 1}`;
    // No wanted name holds a dot, so a name with one is taken by nobody else.
    const name = taken.has(wanted) ? `${wanted}.${index + 1}` : wanted;
    taken.add(name);
    anchors.set(index, name);
  }
  return anchors;
}

function anchorKind(block: Block): 'scene' | 'part' | undefined {
  switch (block.type) {
    case 'sceneHeading':
      return isShown(block.text + (block.number ?? '')) || block.omitted ? 'scene' : undefined;
    case 'section':
      return isShown(block.text) ? 'part' : undefined;
    case 'actBreak':
      return block.edge === 'start' && isShown(block.text) ? 'part' : undefined;
    case 'action':
    case 'dialogue':
    case 'dualDialogue':
    case 'transition':
    case 'centered':
    case 'lyrics':
    case 'shot':
    case 'general':
    case 'synopsis':
    case 'note':
    case 'boneyard':
    case 'pageBreak':
      return undefined;
  }
}

/** Keep what may stand in a link without being escaped: letters and digits of ASCII, `-` and `_`. */
function safeName(id: string): string {
  return id.replace(/[^\w-]/g, '');
}
