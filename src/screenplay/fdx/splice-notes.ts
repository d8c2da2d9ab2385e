import { sameBlock } from '../same.ts';
import type { Block, NoteBlock } from '../tree.ts';
import type { DocumentGroup, FdxDocument } from './document.ts';
import { cut, type Edit, indentAt } from './edit.ts';
import type { BlockGroup } from './groups.ts';
import { lastAtMost } from './last-at-most.ts';
import { type PlaceRange, type ReadNote, writeScriptNote } from './script-notes.ts';
import { putChild } from './splice-root.ts';
import { runsText } from './text-runs.ts';
import { element } from './write-paragraph.ts';
import { childOf, childrenOf, type XmlElement } from './xml.ts';
import { openTag } from './xml-write.ts';

/** The range of a note that stands before all blocks. */
const START: PlaceRange = { from: 0, to: 0 };

const RANGE = /(\sRange\s*=\s*)(?:"[^"]*"|'[^']*')/;

/** A script that is written: its document before, and after its paragraphs were written. */
export interface WrittenScript {
  readonly before: FdxDocument;
  /** Read from the text that the edits are for. */
  readonly after: FdxDocument;
  readonly blocks: readonly Block[];
  /** The groups of `blocks`: one for each of `after`, in the same order. */
  readonly groups: readonly BlockGroup[];
}

/** A script note to write: new words, or an element as it stood. */
interface WantedNote {
  readonly note: Omit<NoteBlock, 'type'>;
  /** `undefined` for a range that stays as it stands. */
  readonly range: PlaceRange | undefined;
  readonly old: ReadNote | undefined;
  /** Which group of the script it is about; -1 for none. */
  readonly group: number;
}

/** The edits that put the notes of a script into a document whose paragraphs are written already. */
export function spliceNotes(script: WrittenScript): readonly Edit[] {
  const { before, after } = script;
  const { root, source } = after;
  const wanted = wantedNotes(script);
  const olds = before.read.filter((one): one is ReadNote => !('sources' in one));
  if (root === undefined || (wanted.length === 0 && olds.length === 0)) return [];
  const holder = childOf(root, 'ScriptNotes');
  const elements = childrenOf(holder, 'ScriptNote');
  const here = new Map(
    childrenOf(childOf(before.root, 'ScriptNotes'), 'ScriptNote').map(({ from }, index) => [from, elements[index]]),
  );
  const placed = wanted.map((one) => ({ ...one, at: here.get(one.old?.element.from ?? -1) }));
  if (holder !== undefined && holder.innerTo < holder.to && inOrder(placed)) {
    const kept = new Set(placed.map(({ at }) => at));
    const gone = olds.flatMap(({ element: { from } }) => {
      const at = here.get(from);
      return at === undefined || kept.has(at) ? [] : [cut(source, at)];
    });
    const following = nextOld(placed);
    return [...gone, ...placed.flatMap((one, index) => noteEdits(source, holder, one, following[index]))];
  }
  const others = holder?.children.filter(({ name }) => name !== 'ScriptNote') ?? [];
  const lines = placed.map(({ note, range, at }) =>
    at === undefined ? writeScriptNote(note, range ?? START, '    ') : movedNote(source, at, range),
  );
  const children = [...others.map(({ from, to }) => source.slice(from, to)), ...lines];
  return putChild(
    source,
    root,
    holder,
    element('ScriptNotes', Object.entries(holder?.attributes ?? {}), children, '  '),
  );
}

interface PlacedNote extends WantedNote {
  /** Where it stands, when it is an old one. */
  readonly at: XmlElement | undefined;
}

/** Whether old notes about one block stand in the order they are wanted in; about different blocks any order will do. */
function inOrder(notes: readonly PlacedNote[]): boolean {
  let last: PlacedNote | undefined;
  return notes.every((one) => {
    if (one.at === undefined) return true;
    const rises = last?.at === undefined || last.group !== one.group || last.at.from < one.at.from;
    last = one;
    return rises;
  });
}

/** For each note the next old one about the same block. */
function nextOld(notes: readonly PlacedNote[]): readonly (XmlElement | undefined)[] {
  const found: (XmlElement | undefined)[] = [];
  for (let index = notes.length - 1; index >= 0; index -= 1) {
    const next = notes[index + 1];
    found.push(next === undefined || next.group !== notes[index]?.group ? undefined : (next.at ?? found.at(-1)));
  }
  return found.toReversed();
}

/** A new note is put before the old one that follows it at the same block, or behind all. */
function noteEdits(source: string, holder: XmlElement, one: PlacedNote, next: XmlElement | undefined): readonly Edit[] {
  if (one.at !== undefined) return rangeEdit(source, one.at, one.range);
  const indent = indentAt(source, holder.children[0]?.from ?? 0, '    ');
  const text = writeScriptNote(one.note, one.range ?? START, indent);
  if (next !== undefined) return [{ from: next.from, to: next.from, text: `${text}\n${indent}` }];
  const end = holder.children.at(-1)?.to ?? holder.innerFrom;
  return [{ from: end, to: end, text: `\n${indent}${text}` }];
}

function wantedNotes({ before, after, blocks, groups }: WrittenScript): readonly WantedNote[] {
  const olds = new Map(before.blocks.map((block, index) => [block.id, before.read[index]]));
  const anchors = oldAnchors(before);
  const wanted: WantedNote[] = [];
  let next = 0;
  const inline = (limit: number): void => {
    for (let group = groups[next]; group !== undefined && group.to <= limit; group = groups[next]) {
      wanted.push(...inlineNotes(group, after.groups[next], next));
      next += 1;
    }
  };
  blocks.forEach((block, index) => {
    inline(index);
    if (block.type !== 'note') return;
    const read = block.id === undefined ? undefined : olds.get(block.id);
    const old = read !== undefined && !('sources' in read) && sameBlock(read.block, block) ? read : undefined;
    if (old !== undefined) olds.delete(block.id);
    const anchor = old === undefined ? undefined : anchors.get(old);
    const first = after.groups[0]?.places.from ?? Number.POSITIVE_INFINITY;
    const range =
      next === 0 ? startRange(old, anchor, first) : noteRange(old, anchor, groups[next - 1], after.groups[next - 1]);
    wanted.push({ note: block, range, old, group: next - 1 });
  });
  inline(blocks.length);
  return wanted;
}

/** The notes inside the lines of a group, each at its place. */
function inlineNotes(
  { paragraphs }: BlockGroup,
  place: DocumentGroup | undefined,
  group: number,
): readonly WantedNote[] {
  let from = place?.places.from ?? 0;
  return paragraphs.flatMap(({ remarks, runs }) => {
    const start = from;
    from += runsText(runs).length + 1;
    return remarks.flatMap(({ type, text, at }) => {
      if (type !== 'note' || text.trim() === '') return [];
      return [{ note: { text: text.trim() }, range: { from: start + at, to: start + at }, old: undefined, group }];
    });
  });
}

/** The group each note of a document stands behind. */
function oldAnchors({ groups, read }: FdxDocument): ReadonlyMap<ReadNote, DocumentGroup | undefined> {
  const anchors = new Map<ReadNote, DocumentGroup | undefined>();
  read.forEach((one, index) => {
    if (!('sources' in one)) anchors.set(one, groups[lastAtMost(groups.length, (at) => groups[at]?.to ?? 0, index)]);
  });
  return anchors;
}

/** A note before all blocks keeps a range that is before them still; `first` is where they begin. */
function startRange(
  old: ReadNote | undefined,
  anchor: DocumentGroup | undefined,
  first: number,
): PlaceRange | undefined {
  if (old === undefined || anchor !== undefined) return START;
  return old.range === undefined || old.range.to === 0 || old.range.from < first ? undefined : START;
}

/** What a note is about: as far from the beginning of its block as before, or the last paragraph before it. */
function noteRange(
  old: ReadNote | undefined,
  anchor: DocumentGroup | undefined,
  group: BlockGroup | undefined,
  place: DocumentGroup | undefined,
): PlaceRange | undefined {
  const stays = old !== undefined && anchor?.block.id === group?.block.id;
  if (place === undefined) return START;
  if (stays && anchor !== undefined && old.range !== undefined) {
    const shift = place.places.from - anchor.places.from;
    const moved = { from: old.range.from + shift, to: old.range.to + shift };
    const alike = place.places.to - place.places.from === anchor.places.to - anchor.places.from;
    if (alike || moved.to <= place.places.to) return shift === 0 ? undefined : moved;
  }
  const { from, to } = place.last;
  return { from, to: Math.max(to, from + 1) };
}

function rangeEdit(source: string, note: XmlElement | undefined, range: PlaceRange | undefined): readonly Edit[] {
  if (note === undefined || range === undefined) return [];
  const attributes = { ...note.attributes, Range: `${range.from},${range.to}` };
  const tag = source.slice(note.from, note.innerFrom);
  const changed = RANGE.test(tag)
    ? tag.replace(RANGE, `$1"${attributes.Range}"`)
    : openTag('ScriptNote', Object.entries(attributes), note.innerTo === note.to);
  return [{ from: note.from, to: note.innerFrom, text: changed }];
}

function movedNote(source: string, note: XmlElement, range: PlaceRange | undefined): string {
  const [edit] = rangeEdit(source, note, range);
  return edit === undefined ? source.slice(note.from, note.to) : edit.text + source.slice(note.innerFrom, note.to);
}
