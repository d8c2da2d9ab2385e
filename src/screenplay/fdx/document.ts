import { withIds } from '../block-id.ts';
import type { Block, Position } from '../tree.ts';
import { type BlockGroup, blockGroups } from './groups.ts';
import { lastAtMost } from './last-at-most.ts';
import { lineFinder } from './lines.ts';
import { type ReadBlock, readBlocks } from './read-blocks.ts';
import { type PlaceRange, type ReadNote, readScriptNotes } from './script-notes.ts';
import { childOf, childrenOf, readXml, type XmlElement, type XmlFault } from './xml.ts';

/** A Final Draft file, read. */
export interface FdxDocument {
  readonly source: string;
  /** `undefined` when the text is no Final Draft file. */
  readonly root: XmlElement | undefined;
  readonly fault?: XmlFault;
  readonly content: XmlElement | undefined;
  /** The script's blocks with ids and positions, its notes among them. */
  readonly blocks: readonly Block[];
  /** What each of `blocks` was read from. */
  readonly read: readonly (ReadBlock | ReadNote)[];
  /** The ids of page breaks and synopses that have a paragraph of their own. */
  readonly alone: ReadonlySet<string>;
  readonly groups: readonly DocumentGroup[];
}

/** A group of blocks, its elements, and the places it takes. */
export interface DocumentGroup extends BlockGroup {
  readonly sources: readonly (readonly XmlElement[])[];
  readonly places: PlaceRange;
  /** The places of its last paragraph. */
  readonly last: PlaceRange;
}

/** Read a Final Draft file as far as it goes. */
export function readDocument(source: string): FdxDocument {
  const { root: any, fault } = readXml(source);
  const root = any?.name === 'FinalDraft' ? any : undefined;
  const content = childOf(root, 'Content');
  const paragraphs = childrenOf(content, 'Paragraph');
  const places = paragraphPlaces(paragraphs);
  const read = withNotes(readBlocks(paragraphs), readScriptNotes(root), paragraphs, places);
  const line = lineFinder(source);
  const blocks = withIds(read.map((one) => ({ ...one.block, position: positionOf(one, line) })));
  const alone = new Set<string>();
  blocks.forEach(({ id, type }, index) => {
    const one = read[index];
    const own = one !== undefined && 'sources' in one && one.sources.length > 0;
    if (id !== undefined && own && (type === 'pageBreak' || type === 'synopsis')) alone.add(id);
  });
  const placeOf = placeFinder(paragraphs, places);
  const groups = blockGroups(blocks, alone).map((group) => {
    const one = read[blocks[group.from] === group.block ? group.from : group.from + 1];
    const sources = one !== undefined && 'sources' in one ? one.sources : [];
    const first = placeOf(sources[0]?.[0]);
    const last = placeOf(sources.at(-1)?.at(-1));
    return { ...group, sources, places: { from: first.from, to: last.to }, last };
  });
  return { source, root, ...(fault === undefined ? {} : { fault }), content, blocks, read, alone, groups };
}

/** Where each paragraph begins and ends among the places Final Draft counts. */
function paragraphPlaces(paragraphs: readonly XmlElement[]): readonly PlaceRange[] {
  let from = 0;
  return paragraphs.map((paragraph) => {
    const length = paragraph.children.reduce((sum, { name, text }) => {
      if (name === 'Text') return sum + text.length;
      return name === 'DualDialogue' || name === 'OmittedScene' ? sum + 2 : sum;
    }, 0);
    const range = { from, to: from + length };
    from += length + 1;
    return range;
  });
}

/** Put each note behind the block that its range begins in; one without a range, or at the very start, before all. */
function withNotes(
  blocks: readonly ReadBlock[],
  notes: readonly ReadNote[],
  paragraphs: readonly XmlElement[],
  places: readonly PlaceRange[],
): readonly (ReadBlock | ReadNote)[] {
  if (notes.length === 0) return blocks;
  const behind: ReadNote[][] = Array.from({ length: blocks.length + 1 }, () => []);
  for (const note of notes) {
    const start = note.range === undefined || note.range.to === 0;
    const paragraph = start ? -1 : lastAtMost(places.length, (at) => places[at]?.from ?? 0, note.range?.from ?? 0);
    const end = paragraphs[paragraph]?.to ?? 0;
    const block = start ? -1 : lastAtMost(blocks.length, (at) => blocks[at]?.element.from ?? 0, end - 1);
    behind[block + 1]?.push(note);
  }
  return behind.flatMap((list, index) => {
    const block = blocks[index - 1];
    return block === undefined ? list : [block, ...list];
  });
}

/** The places of the paragraph that an element is or stands in. */
function placeFinder(paragraphs: readonly XmlElement[], places: readonly PlaceRange[]) {
  return (element: XmlElement | undefined): PlaceRange => {
    const at = lastAtMost(paragraphs.length, (index) => paragraphs[index]?.from ?? 0, element?.from ?? 0);
    return places[at] ?? { from: 0, to: 0 };
  };
}

function positionOf(one: ReadBlock | ReadNote, line: (at: number) => number): Position {
  const last = 'sources' in one ? (one.sources.at(-1)?.at(-1) ?? one.element) : one.element;
  return {
    line: line(one.element.from),
    endLine: line(Math.max(last.to - 1, one.element.from)),
    offset: one.element.from,
    endOffset: last.to,
  };
}
