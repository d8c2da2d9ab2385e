import { withIds } from '../block-id.ts';
import { sameBlock } from '../same.ts';
import type { Block, Screenplay } from '../tree.ts';
import { withoutId } from './carry-ids.ts';
import { matchBlocks } from './match.ts';
import type { Matching } from './matching.ts';
import { mergeBlock } from './merge-block.ts';
import { type FieldConflict, mergeProduction, mergeTitlePages } from './merge-front.ts';
import { mergeOrder } from './merge-order.ts';
import { mergeTokens, numberedKeys, type ThreeWay } from './three-way.ts';

/** Blocks that both sides changed, put in or moved, each in its own way; a side without blocks took them out. */
export interface BlockConflict extends ThreeWay<readonly Block[]> {
  readonly type: 'changed' | 'inserted' | 'moved';
  /** The index in the merged script where ours stands, or would stand when it took the block out. */
  readonly at: number;
}

/** What two sides made of one script, merged. Where they contradict each other it has what ours has. */
export interface MergedScreenplay {
  readonly screenplay: Screenplay;
  readonly conflicts: readonly (BlockConflict | FieldConflict)[];
}

/**
 * Merge two changes of one script, block by block.
 *
 * A block that only one side changed, put in, took out or moved is as that side has it, also inside a scene that the
 * other side moved; what both did alike is done once. A block that both changed is merged inside when that can be
 * done. Blocks keep the ids and places of ours, and the result its source; those of theirs bring their id where it is
 * free.
 */
export function mergeScreenplays({ base, ours, theirs }: ThreeWay<Screenplay>): MergedScreenplay {
  const titlePage = mergeTitlePages({ base: base.titlePage, ours: ours.titlePage, theirs: theirs.titlePage });
  const production = mergeProduction({ base: base.production, ours: ours.production, theirs: theirs.production });
  const blocks = mergeBlocks({ base: base.children, ours: ours.children, theirs: theirs.children });
  const { production: _, ...rest } = ours;
  return {
    screenplay: {
      ...rest,
      titlePage: titlePage.value,
      children: blocks.children,
      ...(production.value === undefined ? {} : { production: production.value }),
    },
    conflicts: [...titlePage.conflicts, ...production.conflicts, ...blocks.conflicts],
  };
}

interface MergedBlocks {
  readonly children: readonly Block[];
  readonly conflicts: readonly BlockConflict[];
}

function mergeBlocks({ base, ours, theirs }: ThreeWay<readonly Block[]>): MergedBlocks {
  const inOurs = matchBlocks(base, ours, { ids: true });
  const inTheirs = matchBlocks(base, theirs, { ids: true });
  const { order, apart } = mergeOrder(base, inOurs, inTheirs);
  const movedApart = new Set(apart);
  const children: Block[] = [];
  const added = new Set<Block>();
  const conflicts: BlockConflict[] = [];
  const addInserted = (behind: number): void => {
    const sides = {
      ours: insertedBehind(inOurs, ours, behind),
      theirs: insertedBehind(inTheirs, theirs, behind).map(withoutPlace),
    };
    for (const block of sides.theirs) added.add(block);
    mergeInserted(sides, { children, conflicts });
  };
  addInserted(-1);
  for (const at of order) {
    const [old, our, their] = [base[at], ours[inOurs.afterOf(at)], theirs[inTheirs.afterOf(at)]];
    if (old === undefined) continue;
    const merged = mergeOne({ base: old, ours: our, theirs: their });
    const sides = { base: [old], ours: listed(our), theirs: listed(their) };
    if (merged === undefined) conflicts.push({ type: 'changed', at: children.length, ...sides });
    else if (movedApart.has(at)) conflicts.push({ type: 'moved', at: children.length, ...sides });
    for (const block of merged ?? sides.ours) children.push(block);
    addInserted(at);
  }
  return { children: withFreeIds(children, added), conflicts };
}

/** What becomes of a block that a side may have taken out: blocks, or `undefined` for a conflict. */
function mergeOne({
  base,
  ours,
  theirs,
}: {
  readonly base: Block;
  readonly ours: Block | undefined;
  readonly theirs: Block | undefined;
}): readonly Block[] | undefined {
  if (ours !== undefined && theirs !== undefined) {
    const merged = mergeBlock({ base, ours, theirs });
    return merged === undefined ? undefined : [merged];
  }
  const left = ours ?? theirs;
  return left === undefined || sameBlock(base, left) ? [] : undefined;
}

/** Put in what both sides put in at one place. */
function mergeInserted(
  { ours, theirs }: { readonly ours: readonly Block[]; readonly theirs: readonly Block[] },
  { children, conflicts }: { readonly children: Block[]; readonly conflicts: BlockConflict[] },
): void {
  const sides = { base: [], ours: ours.map(blockKey), theirs: theirs.map(blockKey) };
  for (const region of mergeTokens(numberedKeys(sides))) {
    const our = ours.slice(region.ours.from, region.ours.to);
    const their = theirs.slice(region.theirs.from, region.theirs.to);
    if (region.take === 'conflict') {
      conflicts.push({ type: 'inserted', at: children.length, base: [], ours: our, theirs: their });
    }
    for (const block of region.take === 'theirs' ? their : our) children.push(block);
  }
}

function blockKey(block: Block): string {
  return JSON.stringify(withoutId(withoutPlace(block)));
}

/** The blocks of a side behind one of the base (-1: at the start) that come from none. */
function insertedBehind(matching: Matching, blocks: readonly Block[], behind: number): readonly Block[] {
  const last = behind < 0 ? -1 : matching.afterOf(behind);
  if (behind >= 0 && last < 0) return [];
  let to = last + 1;
  while (matching.isOpenAfter(to)) to += 1;
  return blocks.slice(last + 1, to);
}

function listed(block: Block | undefined): readonly Block[] {
  return block === undefined ? [] : [block];
}

function withoutPlace(block: Block): Block {
  const { position: _, ...rest } = block;
  return rest;
}

/** Give blocks that were added another id where theirs is taken. */
function withFreeIds(children: readonly Block[], added: ReadonlySet<Block>): readonly Block[] {
  const taken = new Set(children.flatMap((block) => (added.has(block) || block.id === undefined ? [] : [block.id])));
  let clash = false;
  const free = children.map((block) => {
    if (!added.has(block) || block.id === undefined) return block;
    if (!taken.has(block.id)) {
      taken.add(block.id);
      return block;
    }
    clash = true;
    return withoutId(block);
  });
  return clash ? withIds(free) : free;
}
