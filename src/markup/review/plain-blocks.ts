import { canonicalJson, toJson } from '../../core/index.ts';
import { type Block, diffScreenplays, type ScriptDiff } from '../../screenplay/index.ts';

/** Blocks as they are compared and kept here: ids of generated blocks only count them, and no place in a source counts. */
export function plainBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.map(({ id: _, position: __, ...block }) => block as Block);
}

/** What a block says, as one text that is the same for the same blocks. */
export function blockKey(block: Block): string {
  return canonicalJson(toJson(plainBlocks([block])));
}

/** What became of blocks. */
export function diffBlocks(before: readonly Block[], after: readonly Block[]): ScriptDiff {
  const script = (blocks: readonly Block[]) => ({
    type: 'screenplay' as const,
    titlePage: null,
    children: plainBlocks(blocks),
  });
  return diffScreenplays(script(before), script(after));
}
