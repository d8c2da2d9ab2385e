import type { Note } from '../../core/note.ts';
import { idMaker } from '../block-id.ts';
import { splitTail } from '../inline/hide.ts';
import { inlineRemarks } from '../inline/remarks.ts';
import { normalizeBlock } from '../normalize.ts';
import { normalizeDialogue } from '../normalize-dialogue.ts';
import type { Block, Position } from '../tree.ts';
import { insideKind, isHeadingLike, isTransitionLike, type LineKind, lineKind } from './line.ts';
import { type Read, readDialogue } from './read-dialogue.ts';
import { type Lines, positionOf, type SourceLine } from './source-line.ts';

/** A block and where it stands. */
interface Placed {
  readonly block: Block;
  readonly position: Position;
}

/** What was read so far. */
interface Reading {
  /** The last block, which a dialogue whose cue ends in `^` may still join. */
  last: Placed | undefined;
  readonly blocks: Block[];
  readonly notes: Note[];
  readonly idOf: (block: Block) => string;
}

/** Read blocks from the line with index `from` to the end, in normal form, with ids and positions. */
export function readBlocks(
  lines: Lines,
  from: number,
): { readonly blocks: readonly Block[]; readonly notes: readonly Note[] } {
  const reading: Reading = { last: undefined, blocks: [], notes: [], idOf: idMaker() };
  for (let at = from; at < lines.length; ) {
    const line = lines.at(at);
    if (line === undefined || line.words === '') at += 1;
    else at = readNext(lines, { at, line }, reading);
  }
  finish(reading);
  return reading;
}

/** Give the last block its id: nothing can join it any more. */
function finish(reading: Reading): void {
  if (reading.last === undefined) return;
  const { block, position } = reading.last;
  reading.blocks.push({ ...block, id: reading.idOf(block), position });
}

function push(reading: Reading, block: Block, position: Position): void {
  finish(reading);
  reading.last = { block, position };
}

/** Read what begins on a line; gives the index of the line after it. */
function readNext(
  lines: Lines,
  { at, line }: { readonly at: number; readonly line: SourceLine },
  reading: Reading,
): number {
  const kind = lineKind(line, lines.at(at + 1));
  if (kind === 'remark' || kind === 'pageBreak') {
    const position = positionOf(line, line);
    if (kind === 'pageBreak') push(reading, { type: 'pageBreak' }, position);
    for (const block of remarkBlocks(line)) push(reading, block, position);
    return at + 1;
  }
  const note = kind === 'action' || kind === 'cue' ? missedKind(line, kind) : undefined;
  if (note !== undefined) reading.notes.push(note);
  const read = readBlock(lines, { at, line, kind });
  const position = positionOf(line, lines.at(read.next - 1) ?? line);
  if (read.dual === true && read.block.type === 'dialogue') {
    const left = reading.last;
    if (left?.block.type === 'dialogue') {
      const { endLine, endOffset } = position;
      const block: Block = { type: 'dualDialogue', left: left.block, right: normalizeDialogue(read.block) };
      reading.last = { block, position: { ...left.position, endLine, endOffset } };
      return read.next;
    }
    reading.notes.push(loneDual(read.block.name, line.line));
  }
  if (read.normal === true) push(reading, read.block, position);
  else for (const block of normalizeBlock(read.block)) push(reading, block, position);
  return read.next;
}

/** The notes and boneyards of a line that shows nothing else. */
function remarkBlocks(line: SourceLine): readonly Block[] {
  return inlineRemarks(line.text).flatMap(({ type, text }) => normalizeBlock({ type, text }));
}

function readBlock(
  lines: Lines,
  {
    at,
    line,
    kind,
  }: { readonly at: number; readonly line: SourceLine; readonly kind: Exclude<LineKind, 'remark' | 'pageBreak'> },
): Read {
  const text = line.words;
  const next = at + 1;
  switch (kind) {
    case 'section': {
      const depth = /^#*/.exec(text)?.[0].length ?? 1;
      return { block: { type: 'section', depth, text: text.slice(depth) }, next };
    }
    case 'synopsis':
      return { block: { type: 'synopsis', text: text.slice(1) }, next };
    case 'lyrics':
    case 'centered':
      return readRun(lines, at, kind);
    case 'forcedTransition':
      return { block: { type: 'transition', text: text.slice(1) }, next };
    case 'transition':
      return { block: { type: 'transition', text }, next };
    case 'forcedHeading':
      return { block: { type: 'sceneHeading', text: text.slice(1) }, next };
    case 'heading':
      return { block: { type: 'sceneHeading', text }, next };
    case 'forcedCue':
      return readDialogue(lines, at, text.slice(1));
    case 'cue':
      return readDialogue(lines, at, text);
    case 'forcedAction':
    case 'action':
      return readAction(lines, at);
  }
}

/** Read the lines that follow one another as lyrics, or as centred text. */
function readRun(lines: Lines, at: number, type: 'lyrics' | 'centered'): Read {
  const texts: string[] = [];
  let next = at;
  for (let line = lines.at(next); line !== undefined; line = lines.at(next)) {
    if (insideKind(line.words, line.shown.trim()) !== type) break;
    texts.push(type === 'lyrics' ? line.words.slice(1) : centeredText(line.words));
    next += 1;
  }
  return { block: { type, text: texts.join('\n') }, next };
}

function centeredText(line: string): string {
  const { core, tail } = splitTail(line);
  const inside = core.slice(1, -1).trim();
  return tail === '' ? inside : `${inside} ${tail}`;
}

function readAction(lines: Lines, at: number): Read {
  let text = '';
  let normal = true;
  let next = at;
  for (let line = lines.at(next); line !== undefined && line.words !== ''; line = lines.at(next)) {
    if (next > at && insideKind(line.words, line.shown.trim()) !== undefined) break;
    const forced = line.words.startsWith('!');
    const shown = (forced ? line.text.trimStart().slice(1) : line.text).trimEnd();
    if (shown === '') normal = false;
    text = next === at ? shown : `${text}\n${shown}`;
    next += 1;
  }
  return { block: { type: 'action', text }, next, normal: normal && !isMarked(text) };
}

/** Whether a text may hold a note or a boneyard. */
function isMarked(text: string): boolean {
  return text.includes('[[') || text.includes('/*');
}

function loneDual(name: string, line: number): Note {
  const message = 'A cue ends in ^, but no dialogue stands before it to be spoken at the same time.';
  return { rule: 'fountain/dual-without-partner', severity: 'minor', message, quote: name, line };
}

/** Say where a line looks like a heading or a transition and is read as something else for want of a blank line. */
function missedKind({ shown, line }: SourceLine, kind: 'action' | 'cue'): Note | undefined {
  const text = shown.trim();
  // A space behind the colon says that no transition is meant.
  const what = isHeadingLike(text) ? 'heading' : isTransitionLike(shown.trimStart()) ? 'transition' : undefined;
  if (what === undefined) return undefined;
  const message = `This line looks like a ${what} but is read as ${kind === 'cue' ? 'a cue' : 'action'}: no blank line follows it.`;
  return {
    rule: `fountain/${what}-needs-blank-line`,
    severity: 'minor',
    message,
    quote: text,
    fix: 'Add a blank line after it.',
    line,
  };
}
