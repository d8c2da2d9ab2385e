import { isMadeNormal, isTidyBlock } from '../normal-form.ts';
import { normalizeBlock } from '../normalize.ts';
import type { Block, Screenplay } from '../tree.ts';
import { type DialogueStyles, dialogueGroup, dialogueStyles } from './dialogue-rows.ts';
import { type DualStyles, dualGroup, dualStyles } from './dual-rows.ts';
import type { RowGroup } from './group.ts';
import { headingGroup } from './heading-rows.ts';
import { passagesOf } from './passage.ts';
import type { Profile } from './profile.ts';
import type { SceneNumbers } from './scene-numbers.ts';
import { type TextLayouts, textLayout, textLayouts } from './text-layout.ts';

/** How blocks are laid out. */
export interface BlockLayout {
  readonly profile: Profile;
  readonly sceneNumbers: SceneNumbers;
}

/** The same, with what all blocks of one kind share. */
interface ScriptLayout extends BlockLayout {
  readonly styles: DialogueStyles;
  readonly dualStyles: DualStyles;
  readonly texts: TextLayouts;
}

/** The rows of a script. Sections, synopses, notes and what stands in an omitted scene have none. */
export function scriptGroups({ children }: Screenplay, { profile, sceneNumbers }: BlockLayout): readonly RowGroup[] {
  const groups: RowGroup[] = [];
  const layout: ScriptLayout = {
    profile,
    sceneNumbers,
    styles: dialogueStyles(profile),
    dualStyles: dualStyles(profile),
    texts: textLayouts(profile),
  };
  const isNormal = isMadeNormal(children);
  let startsPage = false;
  let omitted = false;
  const add = (block: Block, index: number): void => {
    const group = blockGroup(block, index, layout);
    if (group === undefined) return;
    groups.push(startsPage ? { ...group, startsPage } : group);
    startsPage = false;
  };
  for (let index = 0; index < children.length; index += 1) {
    const block = children[index];
    if (block === undefined) continue;
    const { type } = block;
    if (type === 'sceneHeading') omitted = block.omitted === true;
    else if (type === 'actBreak') omitted = false;
    else if (omitted) continue;
    startsPage ||= type === 'pageBreak' || (type === 'actBreak' && block.edge === 'start');
    if (type !== 'action' && type !== 'dialogue' && isUnprinted(block)) continue;
    if (isNormal || isLaidOutAsIs(block)) add(block, index);
    else for (const part of normalizeBlock(block)) add(part, index);
  }
  return groups;
}

/**
 * Whether a block does not have to be brought to normal form: it is in it, or has spans, which say where
 * in the text as it is they stand; or it is an omitted heading, which may have no text.
 */
function isLaidOutAsIs(block: Block): boolean {
  return isTidyBlock(block) || hasSpans(block) || (block.type === 'sceneHeading' && block.omitted === true);
}

function isUnprinted({ type }: Block): boolean {
  return type === 'note' || type === 'boneyard' || type === 'section' || type === 'synopsis' || type === 'pageBreak';
}

function hasSpans(block: Block): boolean {
  if (block.type === 'dualDialogue') return hasSpans(block.left) || hasSpans(block.right);
  if (block.type === 'dialogue')
    return block.parts.some(({ spans, revision }) => spans !== undefined || revision !== undefined);
  return 'spans' in block && block.spans !== undefined && block.spans.length > 0;
}

function blockGroup(block: Block, index: number, layout: ScriptLayout): RowGroup | undefined {
  switch (block.type) {
    case 'dialogue':
      return dialogueGroup(block, index, layout);
    case 'action':
    case 'lyrics':
    case 'shot':
    case 'transition':
    case 'centered':
    case 'general':
    case 'actBreak': {
      const { kind, spaceBefore, style } = textLayout(block, layout.texts);
      const lines = passagesOf(block, style);
      if (lines.length === 0) return undefined;
      return { block: index, kind, spaceBefore, lines, beside: undefined, continuation: undefined, startsPage: false };
    }
    case 'sceneHeading':
      return headingGroup(block, index, layout);
    case 'dualDialogue':
      return dualGroup(block, index, layout);
    case 'section':
    case 'synopsis':
    case 'note':
    case 'boneyard':
    case 'pageBreak':
      return undefined;
  }
}
