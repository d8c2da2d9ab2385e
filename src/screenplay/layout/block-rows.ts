import { normalizeBlock } from '../normalize.ts';
import type { Block, Screenplay } from '../tree.ts';
import { type DialogueStyles, dialogueGroup, dialogueStyles } from './dialogue-rows.ts';
import { dualGroup } from './dual-rows.ts';
import { type PlacedGroup, type RowGroup, rowsOf } from './group.ts';
import { headingGroup } from './heading-rows.ts';
import { passagesOf } from './passage.ts';
import type { Profile } from './profile.ts';
import type { SceneNumbers } from './scene-numbers.ts';
import { textLayout } from './text-layout.ts';

/** How blocks are laid out. */
export interface BlockLayout {
  readonly profile: Profile;
  readonly sceneNumbers: SceneNumbers;
}

/** The same, with what all dialogues share. */
interface ScriptLayout extends BlockLayout {
  readonly styles: DialogueStyles;
}

/** The rows of a script. Sections, synopses, notes and what stands in an omitted scene have none. */
export function scriptGroups({ children }: Screenplay, layout: BlockLayout): readonly PlacedGroup[] {
  const groups: PlacedGroup[] = [];
  const shared: ScriptLayout = { ...layout, styles: dialogueStyles(layout.profile) };
  let startsPage = false;
  let scene = -1;
  let omitted = false;
  children.forEach((block, index) => {
    if (block.type === 'sceneHeading') {
      scene = index;
      omitted = block.omitted === true;
    } else if (block.type === 'actBreak') {
      scene = block.edge === 'start' ? -1 : scene;
      omitted = false;
    } else if (omitted) return;
    startsPage ||= block.type === 'pageBreak' || (block.type === 'actBreak' && block.edge === 'start');
    for (const part of tidyBlock(block)) {
      const group = blockGroup(part, index, shared);
      if (group === undefined) continue;
      groups.push({ ...group, startsPage, scene });
      startsPage = false;
    }
  });
  return groups;
}

/**
 * A block in normal form. One that has spans is left as it is, because they say where in its text they stand, and so
 * is an omitted heading, which may have no text.
 */
function tidyBlock(block: Block): readonly Block[] {
  const asItIs = hasSpans(block) || (block.type === 'sceneHeading' && block.omitted === true);
  return asItIs ? [block] : normalizeBlock(block);
}

function hasSpans(block: Block): boolean {
  if (block.type === 'dualDialogue') return hasSpans(block.left) || hasSpans(block.right);
  if (block.type === 'dialogue')
    return block.parts.some(({ spans, revision }) => spans !== undefined || revision !== undefined);
  return 'spans' in block && block.spans !== undefined && block.spans.length > 0;
}

function blockGroup(block: Block, index: number, layout: ScriptLayout): RowGroup | undefined {
  switch (block.type) {
    case 'sceneHeading':
      return headingGroup(block, index, layout);
    case 'dialogue':
      return dialogueGroup(block, index, layout);
    case 'dualDialogue':
      return dualGroup(block, index, layout.profile);
    case 'section':
    case 'synopsis':
    case 'note':
    case 'boneyard':
    case 'pageBreak':
      return undefined;
    case 'action':
    case 'lyrics':
    case 'shot':
    case 'transition':
    case 'centered':
    case 'general':
    case 'actBreak': {
      const { kind, spaceBefore, style } = textLayout(block, layout.profile);
      const passages = passagesOf(block, style);
      if (passages.length === 0) return undefined;
      const group = { block: index, kind, spaceBefore, rows: rowsOf(passages) };
      return kind === 'action' ? { ...group, passages } : group;
    }
  }
}
