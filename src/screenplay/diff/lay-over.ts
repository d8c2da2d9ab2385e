import { sameBlock } from '../same.ts';
import type { Block } from '../tree.ts';
import { withoutId } from './carry-ids.ts';
import { matchBlocks } from './match.ts';
import type { Matching } from './matching.ts';
import { mergeOrder } from './merge-order.ts';
import { mergeTokens, numberedKeys, type Span, type ThreeWay } from './three-way.ts';

/** Blocks that both sides made something else of. Ours stand. */
export interface LaidConflict extends ThreeWay<readonly Block[]> {
  /** The index in the result where ours stand, or would stand. */
  readonly at: number;
  /** The index in the result's base where what both were made from stands. */
  readonly baseAt: number;
}

/** Ours over theirs. */
export interface LaidOver {
  readonly blocks: readonly Block[];
  readonly conflicts: readonly LaidConflict[];
  /** Theirs, but where a conflict is undecided or something is held, what it was made from: laid over theirs by this base, the result gives itself. */
  readonly base: readonly Block[];
}

/**
 * Lay our changes of a text over another version of it. Unlike a merge of two equals, it only takes whole blocks: each
 * in the result is one of ours or one of theirs. What ours changed or put in always stands; what both put in at one place
 * both stand there, ours first, unless it replaces the same blocks.
 *
 * @param held Stretches of ours, in order, that stand as they are: together, in their order, whatever theirs does.
 */
export function layOver({ base, ours, theirs }: ThreeWay<readonly Block[]>, held: readonly Span[] = []): LaidOver {
  const inOurs = matchBlocks(base, ours, { ids: false });
  const inTheirs = matchBlocks(base, theirs, { ids: false });
  const isHeld = (at: number): boolean => held.some(({ from, to }) => from <= at && at < to);
  const blocks: Block[] = [];
  const found: Omit<LaidConflict, 'baseAt'>[] = [];
  const firsts: number[] = [];
  const undecided = new Set<number>();
  const passed = new Set<number>();
  const stretches = held.values();
  const begun = new Set<Span>();
  const putOurs = (at: number): void => {
    const stretch = held.find(({ from, to }) => from <= at && at < to);
    const own = { from: at, to: at + 1 };
    // At the place of any that is held comes the next of them, whole.
    const next = stretch === undefined ? own : begun.has(stretch) ? undefined : stretches.next().value;
    if (stretch !== undefined) begun.add(stretch);
    if (next !== undefined) blocks.push(...ours.slice(next.from, next.to));
  };
  const contradict = (from: number, sides: ThreeWay<readonly Block[]>): void => {
    found.push({ ...sides, at: blocks.length });
    firsts.push(from);
  };
  const putInserted = (behind: number): void => {
    const our = openBehind(inOurs, behind);
    const their = openBehind(inTheirs, behind);
    const gone = goneBehind(inTheirs, behind);
    const isReplaced = gone.from < gone.to && indices(gone).every((at) => inOurs.isOpenBefore(at));
    for (const region of regionsOf(ours.slice(our.from, our.to), theirs.slice(their.from, their.to))) {
      const mine = shifted(region.ours, our.from);
      const other = shifted(region.theirs, their.from);
      const isConflict = region.take === 'conflict' && isReplaced;
      if (isConflict) {
        for (const at of indices(gone)) undecided.add(at);
        for (const at of indices(other)) passed.add(at);
        if (!indices(mine).some(isHeld))
          contradict(gone.from, {
            base: base.slice(gone.from, gone.to),
            ours: ours.slice(mine.from, mine.to),
            theirs: theirs.slice(other.from, other.to),
          });
      }
      if (region.take !== 'theirs') for (const at of indices(mine)) putOurs(at);
      if (region.take === 'theirs' || (region.take === 'conflict' && !isConflict))
        blocks.push(...theirs.slice(other.from, other.to));
    }
  };
  putInserted(-1);
  for (const at of mergeOrder(base, inOurs, inTheirs).order) {
    const ourAt = inOurs.afterOf(at);
    const [old, our, their] = [base[at], ours[ourAt], theirs[inTheirs.afterOf(at)]];
    const took = takenOf(old, our, their);
    if (took === 'conflict' || (ourAt >= 0 && isHeld(ourAt))) {
      undecided.add(at);
      if (ourAt < 0 || !isHeld(ourAt)) contradict(at, { base: listed(old), ours: listed(our), theirs: listed(their) });
    }
    if (ourAt >= 0 && (took !== 'theirs' || isHeld(ourAt))) putOurs(ourAt);
    else if (took === 'theirs') blocks.push(...listed(their));
    putInserted(at);
  }
  const rebased = baseOf({ base, theirs, inTheirs, undecided, passed });
  return {
    blocks,
    base: rebased.blocks,
    conflicts: found.map((conflict, index) => ({
      ...conflict,
      baseAt: rebased.places.get(firsts[index] ?? -1) ?? 0,
    })),
  };
}

/** Whose block stands where a block of the base stood, or whether both made something else of it. */
function takenOf(
  base: Block | undefined,
  ours: Block | undefined,
  theirs: Block | undefined,
): 'ours' | 'theirs' | 'conflict' {
  if (isSame(base, theirs) || isSame(ours, theirs)) return 'ours';
  return isSame(base, ours) ? 'theirs' : 'conflict';
}

function isSame(one: Block | undefined, other: Block | undefined): boolean {
  return one === undefined || other === undefined ? one === other : sameBlock(one, other);
}

/** The new base: theirs, and what they were made from where nothing is decided. */
function baseOf({
  base,
  theirs,
  inTheirs,
  undecided,
  passed,
}: {
  readonly base: readonly Block[];
  readonly theirs: readonly Block[];
  readonly inTheirs: Matching;
  readonly undecided: ReadonlySet<number>;
  readonly passed: ReadonlySet<number>;
}): { readonly blocks: readonly Block[]; readonly places: ReadonlyMap<number, number> } {
  const blocks: Block[] = [];
  const places = new Map<number, number>();
  const keep = (at: number): void => {
    places.set(at, blocks.length);
    blocks.push(...listed(base[at]));
  };
  const keepGone = (behind: number): void => {
    for (const at of indices(goneBehind(inTheirs, behind))) if (undecided.has(at)) keep(at);
  };
  keepGone(-1);
  for (const [at, block] of theirs.entries()) {
    const from = inTheirs.beforeOf(at);
    if (from >= 0 && undecided.has(from)) keep(from);
    else if (!passed.has(at)) blocks.push(block);
    if (from >= 0) keepGone(from);
  }
  return { blocks, places };
}

/** What both put in at one place, in stretches. */
function regionsOf(ours: readonly Block[], theirs: readonly Block[]): ReturnType<typeof mergeTokens> {
  return mergeTokens(numberedKeys({ base: [], ours: ours.map(keyOf), theirs: theirs.map(keyOf) }));
}

function keyOf(block: Block): string {
  const { position: _, ...rest } = withoutId(block);
  return JSON.stringify(rest);
}

/** The blocks of a side behind one of the base (-1: at the start) that come from none. */
function openBehind(matching: Matching, behind: number): Span {
  const last = behind < 0 ? -1 : matching.afterOf(behind);
  if (behind >= 0 && last < 0) return { from: 0, to: 0 };
  let to = last + 1;
  while (matching.isOpenAfter(to)) to += 1;
  return { from: last + 1, to };
}

/** The blocks of the base behind one of them (-1: at the start) that a side took out. */
function goneBehind(matching: Matching, behind: number): Span {
  let to = behind + 1;
  while (matching.isOpenBefore(to)) to += 1;
  return { from: behind + 1, to };
}

function indices({ from, to }: Span): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function shifted({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by };
}

function listed(block: Block | undefined): readonly Block[] {
  return block === undefined ? [] : [block];
}
