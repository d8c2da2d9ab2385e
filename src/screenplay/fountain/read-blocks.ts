import type { Note } from '../../core/note.ts';
import { splitCue } from '../cue.ts';
import { normalizeBlock } from '../normalize.ts';
import { dialogueLine } from '../normalize-dialogue.ts';
import { isBlank } from '../text.ts';
import type { Block } from '../tree.ts';
import { insideKind, isEmptyLine, isHeadingLike, isTransitionLike, lineKind } from './line.ts';
import { readNote } from './read-note.ts';

/** One block as it stands in the text, the index of the line after it, and whether its cue ends in `^`. */
interface Read {
  readonly block: Block;
  readonly next: number;
  readonly dual?: boolean;
  /** The line before which no note can begin, found while looking for the end of one; keeps reading linear. */
  readonly noNoteBefore?: number;
}

/** Read blocks from the line with index `from` to the end, in normal form. */
export function readBlocks(
  lines: readonly string[],
  from: number,
): { readonly blocks: readonly Block[]; readonly notes: readonly Note[] } {
  const blocks: Block[] = [];
  const notes: Note[] = [];
  let noNoteBefore = 0;
  for (let at = from; at < lines.length; ) {
    if (isBlank(lines[at] ?? '')) {
      at += 1;
      continue;
    }
    const read = readBlock(lines, at, at < noNoteBefore);
    noNoteBefore = read.noNoteBefore ?? noNoteBefore;
    notes.push(...remarks(lines, at));
    for (const block of normalizeBlock(read.block)) {
      if (read.dual !== true || block.type !== 'dialogue') blocks.push(block);
      else notes.push(...pushDual(blocks, block));
    }
    at = read.next;
  }
  return { blocks, notes };
}

function readBlock(lines: readonly string[], at: number, noNote: boolean): Read {
  const line = lines[at] ?? '';
  const text = line.trim();
  const next = at + 1;
  switch (lineKind(line, lines[next])) {
    case 'pageBreak':
      return { block: { type: 'pageBreak' }, next };
    case 'section': {
      const depth = /^#*/.exec(text)?.[0].length ?? 1;
      return { block: { type: 'section', depth, text: text.slice(depth) }, next };
    }
    case 'synopsis':
      return { block: { type: 'synopsis', text: text.slice(1) }, next };
    case 'lyrics':
      return readRun(lines, at, 'lyrics');
    case 'centered':
      return readRun(lines, at, 'centered');
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
    case 'note': {
      if (noNote) return readAction(lines, at);
      const read = readNote(lines, at);
      return read.block === undefined ? { ...readAction(lines, at), noNoteBefore: read.noneBefore } : read;
    }
    case 'forcedAction':
    case 'action':
      return readAction(lines, at);
  }
}

/** Read the lines that follow one another as lyrics, or as centred text. */
function readRun(lines: readonly string[], at: number, type: 'lyrics' | 'centered'): Read {
  const texts: string[] = [];
  let next = at;
  for (let text = lines[next]?.trim() ?? ''; insideKind(text) === type; text = lines[next]?.trim() ?? '') {
    texts.push(type === 'lyrics' ? text.slice(1) : text.slice(1, -1));
    next += 1;
  }
  return { block: { type, text: texts.join('\n') }, next };
}

function readAction(lines: readonly string[], at: number): Read {
  const texts: string[] = [];
  let next = at;
  for (let line = lines[next] ?? ''; !isBlank(line); line = lines[next] ?? '') {
    const text = line.trimStart();
    if (next > at && insideKind(line.trim()) !== undefined) break;
    texts.push(text.startsWith('!') ? text.slice(1) : line);
    next += 1;
  }
  return { block: { type: 'action', text: texts.join('\n') }, next };
}

function readDialogue(lines: readonly string[], at: number, cue: string): Read {
  const dual = cue.endsWith('^');
  const texts: string[] = [];
  let next = at + 1;
  for (let line = lines[next] ?? ''; !isEmptyLine(line); line = lines[next] ?? '') {
    texts.push(line.trim());
    next += 1;
  }
  const { name, extensions } = splitCue(dual ? cue.slice(0, -1) : cue);
  return { block: { type: 'dialogue', name, extensions, parts: texts.map(dialogueLine) }, next, dual };
}

/** Join a dialogue whose cue ends in `^` to the one before it; without one it stands alone, with a note. */
function pushDual(blocks: Block[], right: Extract<Block, { type: 'dialogue' }>): readonly Note[] {
  const left = blocks.at(-1);
  if (left?.type === 'dialogue') {
    blocks[blocks.length - 1] = { type: 'dualDialogue', left, right };
    return [];
  }
  blocks.push(right);
  const message = 'A cue ends in ^, but no dialogue stands before it to be spoken at the same time.';
  return [{ rule: 'fountain/dual-without-partner', severity: 'minor', message, quote: right.name }];
}

/** Say where a line looks like a heading or a transition and is read as something else for want of a blank line. */
function remarks(lines: readonly string[], at: number): readonly Note[] {
  const line = lines[at] ?? '';
  const text = line.trim();
  const kind = lineKind(line, lines[at + 1]);
  if (kind !== 'cue' && kind !== 'action') return [];
  const what = isHeadingLike(text) ? 'heading' : isTransitionLike(text) ? 'transition' : undefined;
  if (what === undefined) return [];
  const message = `This line looks like a ${what} but is read as ${kind === 'cue' ? 'a cue' : 'action'}: no blank line follows it.`;
  return [
    {
      rule: `fountain/${what}-needs-blank-line`,
      severity: 'minor',
      message,
      quote: text,
      fix: 'Add a blank line after it.',
    },
  ];
}
