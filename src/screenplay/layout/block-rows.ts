import { normalizeBlock } from '../normalize.ts';
import type { Block, SceneHeading, Screenplay } from '../tree.ts';
import { dialogueGroup } from './dialogue-rows.ts';
import { dualGroup } from './dual-rows.ts';
import { type PlacedGroup, passageGroup, type RowGroup } from './group.ts';
import type { Profile } from './profile.ts';
import { passagesOf, type Row, rowAt, START } from './row.ts';
import { headingCells, type SceneNumbers, sceneNumberParts } from './scene-numbers.ts';
import { plainLine, styledLines } from './styled-line.ts';
import { textLayout } from './text-layout.ts';

/** How blocks are laid out. */
export interface BlockLayout {
  readonly profile: Profile;
  readonly sceneNumbers: SceneNumbers;
}

/** What a page shows in place of a scene that was taken out. */
const OMITTED = 'OMITTED';

/** The rows of a script. Sections, synopses, notes and what stands in an omitted scene have none. */
export function scriptGroups(script: Screenplay, layout: BlockLayout): readonly PlacedGroup[] {
  const groups: PlacedGroup[] = [];
  let startsPage = false;
  let scene = -1;
  let omitted = false;
  for (const [index, block] of script.children.entries()) {
    if (block.type === 'sceneHeading') {
      scene = index;
      omitted = block.omitted === true;
    } else if (block.type === 'actBreak') {
      scene = block.edge === 'start' ? -1 : scene;
      omitted = false;
    } else if (omitted) continue;
    startsPage ||= block.type === 'pageBreak' || (block.type === 'actBreak' && block.edge === 'start');
    for (const part of tidyBlock(block)) {
      const group = blockGroup(part, index, layout);
      if (group === undefined) continue;
      groups.push({ ...group, startsPage, scene });
      startsPage = false;
    }
  }
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

function blockGroup(block: Block, index: number, layout: BlockLayout): RowGroup | undefined {
  switch (block.type) {
    case 'sceneHeading':
      return headingGroup(block, index, layout);
    case 'dialogue':
      return dialogueGroup(block, index, layout.profile);
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
      const { kind, spaceBefore, style, ...column } = textLayout(block, layout.profile);
      const lines = styledLines(block.text, block.spans, { ...style, revision: block.revision });
      const passages = passagesOf(lines, column);
      return passageGroup(passages, { block: index, kind, spaceBefore, ...(kind === 'action' ? { passages } : {}) });
    }
  }
}

/** A heading with its number in the margins. */
function headingGroup(
  heading: SceneHeading,
  block: number,
  { profile, sceneNumbers }: BlockLayout,
): RowGroup | undefined {
  const { number, revision, omitted } = heading;
  const numbers = number === undefined ? [] : sceneNumberParts(number, sceneNumbers, profile);
  const column = { left: profile.body.left, cells: headingCells(numbers, profile) };
  const passages = omitted
    ? passagesOf([plainLine(OMITTED, { revision })], { column, element: 'omitted' })
    : passagesOf(styledLines(heading.text, heading.spans, { capitals: true, revision }), {
        column,
        element: 'sceneHeading',
      });
  const numbered = (row: Row | undefined): Row | undefined =>
    row === undefined ? undefined : { ...row, parts: [...row.parts, ...numbers].toSorted((a, b) => a.x - b.x) };
  return passageGroup(passages, {
    block,
    kind: omitted ? 'omitted' : 'sceneHeading',
    spaceBefore: profile.spacing.sceneHeading,
    rowAt: (place) => (place === START ? numbered(rowAt(passages, place)) : rowAt(passages, place)),
  });
}
