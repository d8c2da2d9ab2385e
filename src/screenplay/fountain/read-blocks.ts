import type { Note } from '../../core/note.ts';
import { idMaker } from '../block-id.ts';
import { inlineRemarks } from '../inline/remarks.ts';
import { normalizeBlock } from '../normalize.ts';
import { normalizeDialogue } from '../normalize-dialogue.ts';
import { isBlank } from '../text.ts';
import type { Block, Position } from '../tree.ts';
import { isHeadingLike, isTransitionLike, lineKind } from './line.ts';
import { readBlock } from './read-block.ts';
import { type Lines, lineAt, positionOf } from './source-line.ts';

/** What was read so far. */
interface Reading {
  /** The last block, which a dialogue whose cue ends in `^` may still join, and where it stands. */
  last: Block | undefined;
  position: Position;
  readonly blocks: Block[];
  readonly notes: Note[];
  /** Gives a block its id; `undefined` when blocks get neither ids nor positions. */
  readonly idOf: ((block: Block) => string) | undefined;
}

/** Read blocks from the line with index `from` to the end, in normal form; with ids and positions unless `bare`. */
export function readBlocks(
  lines: Lines,
  from: number,
  bare: boolean,
): { readonly blocks: readonly Block[]; readonly notes: readonly Note[] } {
  const idOf = bare ? undefined : idMaker();
  const reading: Reading = { last: undefined, position: NOWHERE, blocks: [], notes: [], idOf };
  const { texts } = lines;
  for (let at = from; at < texts.length; ) {
    const text = texts[at] ?? '';
    if (text === '' || isBlank(text)) at += 1;
    else at = readNext(lines, at, reading);
  }
  finish(reading);
  return reading;
}

const NOWHERE: Position = { line: 0, endLine: 0, offset: 0, endOffset: 0 };

/** Give the last block its id: nothing can join it any more. */
function finish({ last, position, blocks, idOf }: Reading): void {
  if (last !== undefined) blocks.push(idOf === undefined ? last : { ...last, id: idOf(last), position });
}

function push(reading: Reading, block: Block, position: Position): void {
  finish(reading);
  reading.last = block;
  reading.position = position;
}

/** Where lines stand, when blocks are to say so. */
function placeOf({ idOf }: Reading, lines: Lines, from: number, to: number): Position {
  return idOf === undefined ? NOWHERE : positionOf(lines, from, to);
}

/** Read what begins on a line; gives the index of the line after it. */
function readNext(lines: Lines, at: number, reading: Reading): number {
  const line = lineAt(lines, at);
  if (line === undefined) return at + 1;
  const following = lineAt(lines, at + 1);
  const kind = lineKind(line, following);
  if (kind === 'remark' || kind === 'pageBreak') {
    const position = placeOf(reading, lines, at, at);
    if (kind === 'pageBreak') push(reading, { type: 'pageBreak' }, position);
    for (const block of remarkBlocks(line.text)) push(reading, block, position);
    return at + 1;
  }
  if ((kind === 'action' || kind === 'cue') && following !== undefined && !isBlank(following.shown)) {
    const what = missedKind(line.shown);
    if (what !== undefined)
      reading.notes.push(missed(what, { kind, quote: line.shown.trim(), ...positionOf(lines, at, at) }));
  }
  const { block, next, dual, normal } = readBlock(lines, at, kind);
  const position = placeOf(reading, lines, at, next - 1);
  if (dual && block.type === 'dialogue') {
    const left = reading.last;
    if (left?.type === 'dialogue') {
      const { endLine, endOffset } = position;
      reading.last = { type: 'dualDialogue', left, right: normal ? block : normalizeDialogue(block) };
      reading.position = { ...reading.position, endLine, endOffset };
      return next;
    }
    reading.notes.push(loneDual(block.name, positionOf(lines, at, at).line));
  }
  if (normal) push(reading, block, position);
  else for (const one of normalizeBlock(block)) push(reading, one, position);
  return next;
}

/** The notes and boneyards of a line that shows nothing else. */
function remarkBlocks(line: string): readonly Block[] {
  return inlineRemarks(line).flatMap(({ type, text }) => normalizeBlock({ type, text }));
}

function loneDual(name: string, line: number): Note {
  const message = 'A cue ends in ^, but no dialogue stands before it to be spoken at the same time.';
  return { rule: 'fountain/dual-without-partner', severity: 'minor', message, quote: name, line };
}

/** What a line looks like that is read as something else for want of a blank line behind it. */
function missedKind(shown: string): 'heading' | 'transition' | undefined {
  if (isHeadingLike(shown.trim())) return 'heading';
  // A space behind the colon says that no transition is meant.
  return isTransitionLike(shown.trimStart()) ? 'transition' : undefined;
}

function missed(
  what: 'heading' | 'transition',
  { kind, quote, line }: { readonly kind: 'action' | 'cue'; readonly quote: string; readonly line: number },
): Note {
  return {
    rule: `fountain/${what}-needs-blank-line`,
    severity: 'minor',
    message: `This line looks like a ${what} but is read as ${kind === 'cue' ? 'a cue' : 'action'}: no blank line follows it.`,
    quote,
    fix: 'Add a blank line after it.',
    line,
  };
}
