import type { Block } from '../tree.ts';
import { blockParagraphs, blockRuns } from './block-paragraphs.ts';
import type { FdxParagraph } from './paragraph.ts';

/** A block with paragraphs of its own, and the blocks that Final Draft keeps inside them. */
export interface BlockGroup {
  readonly block: Block;
  readonly paragraphs: readonly FdxParagraph[];
  /** Where it begins among the blocks of the script, and where the next one may begin. */
  readonly from: number;
  readonly to: number;
}

/**
 * Gather a script's blocks into groups: a page break goes with the block behind it, a synopsis with the heading before
 * it, unless its id is among `alone`; then, and where there is no such block, it has a paragraph of its own. Notes and
 * boneyards are in no group.
 */
export function blockGroups(blocks: readonly Block[], alone: ReadonlySet<string>): readonly BlockGroup[] {
  const groups: BlockGroup[] = [];
  for (let at = 0; at < blocks.length; ) {
    const from = at;
    const first = blocks[at];
    if (first === undefined) break;
    at += 1;
    if (first.type === 'note' || first.type === 'boneyard') continue;
    const next = blocks[at];
    const breaks = first.type === 'pageBreak' && !isAlone(first, alone) && hasParagraph(next);
    const block = breaks && next !== undefined ? next : first;
    if (breaks) at += 1;
    let paragraphs: readonly FdxParagraph[] =
      block.type === 'pageBreak'
        ? [{ type: 'Action', runs: [], startsNewPage: true, remarks: [] }]
        : blockParagraphs(block);
    const synopsis = blocks[at];
    if (block.type === 'sceneHeading' && synopsis?.type === 'synopsis' && !isAlone(synopsis, alone)) {
      at += 1;
      const { runs, remarks } = blockRuns(synopsis);
      paragraphs = paragraphs.map((paragraph) => ({
        ...paragraph,
        scene: { ...paragraph.scene, summary: runs },
        remarks: [...paragraph.remarks, ...remarks.map((remark) => ({ ...remark, at: 0 }))],
      }));
    }
    if (breaks) paragraphs = paragraphs.map((one, index) => (index === 0 ? { ...one, startsNewPage: true } : one));
    groups.push({ block, paragraphs, from, to: at });
  }
  return groups;
}

function isAlone({ id }: Block, alone: ReadonlySet<string>): boolean {
  return id !== undefined && alone.has(id);
}

function hasParagraph(block: Block | undefined): boolean {
  return block !== undefined && block.type !== 'note' && block.type !== 'boneyard' && block.type !== 'pageBreak';
}
