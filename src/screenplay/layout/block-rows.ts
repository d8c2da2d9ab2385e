import { inlineLines } from '../inline/inline.ts';
import { normalizeBlock } from '../normalize.ts';
import type { Block, SceneHeading, Screenplay } from '../tree.ts';
import { textCells } from './cells.ts';
import { dialogueGroup, dualGroup, sing } from './dialogue-rows.ts';
import { CELL, type Profile, points } from './profile.ts';
import { columnRows, type Row, type RowGroup, type RowPart } from './row.ts';

/** How blocks are laid out: the profile and how many blank lines stand above a heading. */
export interface BlockLayout {
  readonly profile: Profile;
  readonly headingSpacing: 1 | 2;
}

/** The rows of a script, in the stretches between its page breaks. Sections, synopses and notes have no rows. */
export function scriptRows(script: Screenplay, layout: BlockLayout): readonly (readonly RowGroup[])[] {
  const stretches: RowGroup[][] = [[]];
  for (const [index, block] of script.children.entries()) {
    if (block.type === 'pageBreak') stretches.push([]);
    const groups = normalizeBlock(block).map((part) => blockGroup(part, index, layout));
    stretches.at(-1)?.push(...groups.filter((group) => group !== undefined).filter(({ rows }) => rows.length > 0));
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

function blockGroup(block: Block, index: number, { profile, headingSpacing }: BlockLayout): RowGroup | undefined {
  switch (block.type) {
    case 'sceneHeading':
      return { block: index, kind: block.type, spaceBefore: headingSpacing, rows: headingRows(block, profile) };
    case 'action':
    case 'shot':
    case 'general':
      return simpleGroup(
        'action',
        index,
        columnRows(inlineLines(block.text), { column: profile.body, element: 'action' }),
      );
    case 'transition':
      return simpleGroup(
        block.type,
        index,
        columnRows(inlineLines(block.text), { column: profile.body, element: block.type, align: 'right' }),
      );
    case 'centered':
    case 'actBreak':
      return simpleGroup(
        'centered',
        index,
        columnRows(inlineLines(block.text), { column: profile.body, element: 'centered', align: 'center' }),
      );
    case 'lyrics':
      return simpleGroup(
        block.type,
        index,
        columnRows(inlineLines(block.text).map(sing), { column: profile.speech, element: block.type }),
      );
    case 'dialogue':
      return dialogueGroup(block, index, profile);
    case 'dualDialogue':
      return dualGroup(block, index, profile);
    case 'section':
    case 'synopsis':
    case 'note':
    case 'boneyard':
    case 'pageBreak':
      return undefined;
  }
}

function simpleGroup(kind: RowGroup['kind'], block: number, rows: readonly Row[]): RowGroup {
  return { block, kind, spaceBefore: 1, rows };
}

/** A heading with a number is narrower, so that the number on the right stays clear of it. */
function headingRows(heading: SceneHeading, profile: Profile): readonly Row[] {
  const lines = inlineLines(heading.text);
  const { body } = profile;
  if (heading.number === undefined) return columnRows(lines, { column: body, element: 'sceneHeading' });
  const [left, right] = sceneNumberParts(heading.number, profile);
  const cells = Math.min(body.cells, Math.max(10, Math.floor((right.x - body.left) / CELL) - 1));
  const [first, ...rest] = columnRows(lines, { column: { left: body.left, cells }, element: 'sceneHeading' });
  return first === undefined ? [] : [{ ...first, parts: [left, ...first.parts, right] }, ...rest];
}

/** The number in both margins; a long one is moved to stay between the paper's edge and the heading, as far as it can. */
function sceneNumberParts(number: string, { sceneNumbers, body, width }: Profile): readonly [RowPart, RowPart] {
  const wide = (textCells(number) + 1) * CELL;
  const runs = [{ text: number, bold: false, italic: false, underline: false }];
  return [
    { x: points(Math.max(0, Math.min(sceneNumbers.left, body.left - wide))), runs, element: 'sceneNumber' },
    { x: points(Math.max(body.left, Math.min(sceneNumbers.right, width - wide))), runs, element: 'sceneNumber' },
  ];
}
