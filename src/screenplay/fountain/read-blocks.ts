import type { Note } from '../../core/note.ts';
import { splitCue } from '../cue.ts';
import { splitRemarks, splitTail } from '../inline/hide.ts';
import { inlineRemarks } from '../inline/remarks.ts';
import { normalizeBlock } from '../normalize.ts';
import { dialogueLine } from '../normalize-dialogue.ts';
import { isBlank } from '../text.ts';
import type { Block, Dialogue } from '../tree.ts';
import { insideKind, isEmptyLine, isHeadingLike, isTransitionLike, type LineKind, lineKind } from './line.ts';
import { positionOf, type SourceLine } from './source-line.ts';

/** One block as it stands in the text, the index of the line after it, and whether its cue ends in `^`. */
interface Read {
  readonly block: Block;
  readonly next: number;
  readonly dual?: boolean;
}

/** Read blocks from the line with index `from` to the end, in normal form. */
export function readBlocks(
  lines: readonly SourceLine[],
  from: number,
): { readonly blocks: readonly Block[]; readonly notes: readonly Note[] } {
  const blocks: Block[] = [];
  const notes: Note[] = [];
  for (let at = from; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined || isBlank(line.text)) {
      at += 1;
      continue;
    }
    const kind = lineKind(line, lines[at + 1]);
    if (kind === 'action' || kind === 'cue') notes.push(...remarks(line, kind));
    if (kind === 'remark' || kind === 'pageBreak') {
      if (kind === 'pageBreak') blocks.push({ type: 'pageBreak', position: positionOf(line, line) });
      blocks.push(...remarkBlocks(line));
      at += 1;
      continue;
    }
    const read = readBlock(lines, { at, line, kind });
    const position = positionOf(line, lines[read.next - 1] ?? line);
    for (const block of normalizeBlock(read.block)) {
      const placed: Block = { ...block, position };
      if (read.dual === true && placed.type === 'dialogue') notes.push(...pushDual(blocks, placed));
      else blocks.push(placed);
    }
    at = read.next;
  }
  return { blocks, notes };
}

/** The notes and boneyards of a line that shows nothing else. */
function remarkBlocks(line: SourceLine): readonly Block[] {
  const position = positionOf(line, line);
  return inlineRemarks(line.text)
    .flatMap(({ type, text }) => normalizeBlock({ type, text }))
    .map((block) => ({ ...block, position }));
}

function readBlock(
  lines: readonly SourceLine[],
  {
    at,
    line,
    kind,
  }: { readonly at: number; readonly line: SourceLine; readonly kind: Exclude<LineKind, 'remark' | 'pageBreak'> },
): Read {
  const text = line.text.trim();
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
function readRun(lines: readonly SourceLine[], at: number, type: 'lyrics' | 'centered'): Read {
  const texts: string[] = [];
  let next = at;
  for (let line = lines[next]; line !== undefined; line = lines[next]) {
    const text = line.text.trim();
    if (insideKind(text, line.shown.trim()) !== type) break;
    texts.push(type === 'lyrics' ? text.slice(1) : centeredText(text));
    next += 1;
  }
  return { block: { type, text: texts.join('\n') }, next };
}

function centeredText(line: string): string {
  const { core, tail } = splitTail(line);
  const inside = core.slice(1, -1).trim();
  return tail === '' ? inside : `${inside} ${tail}`;
}

function readAction(lines: readonly SourceLine[], at: number): Read {
  const texts: string[] = [];
  let next = at;
  for (let line = lines[next]; line !== undefined && !isBlank(line.text); line = lines[next]) {
    if (next > at && insideKind(line.text.trim(), line.shown.trim()) !== undefined) break;
    const text = line.text.trimStart();
    texts.push(text.startsWith('!') ? text.slice(1) : line.text);
    next += 1;
  }
  return { block: { type: 'action', text: texts.join('\n') }, next };
}

function readDialogue(lines: readonly SourceLine[], at: number, line: string): Read {
  const { shown, remark } =
    line.includes('[[') || line.includes('/*') ? splitRemarks(line) : { shown: line, remark: '' };
  const cue = shown.trim();
  const dual = cue.endsWith('^');
  const texts: string[] = [];
  let next = at + 1;
  for (let said = lines[next]; said !== undefined && !isEmptyLine(said.text); said = lines[next]) {
    texts.push(said.text.trim());
    next += 1;
  }
  const { name, extensions } = splitCue(dual ? cue.slice(0, -1) : cue);
  return {
    block: { type: 'dialogue', name, extensions, ...(remark === '' ? {} : { remark }), parts: texts.map(dialogueLine) },
    next,
    dual,
  };
}

/** Join a dialogue whose cue ends in `^` to the one before it; without one it stands alone, with a note. */
function pushDual(blocks: Block[], right: Dialogue): readonly Note[] {
  const left = blocks.at(-1);
  const { position: to, ...second } = right;
  if (left?.type === 'dialogue') {
    const { position: from, ...first } = left;
    const position = from && to ? { ...from, endLine: to.endLine, endOffset: to.endOffset } : to;
    blocks[blocks.length - 1] = {
      type: 'dualDialogue',
      ...(position === undefined ? {} : { position }),
      left: first,
      right: second,
    };
    return [];
  }
  blocks.push(right);
  const message = 'A cue ends in ^, but no dialogue stands before it to be spoken at the same time.';
  return [
    { rule: 'fountain/dual-without-partner', severity: 'minor', message, quote: right.name, line: to?.line ?? 1 },
  ];
}

/** Say where a line looks like a heading or a transition and is read as something else for want of a blank line. */
function remarks({ shown, line }: SourceLine, kind: 'action' | 'cue'): readonly Note[] {
  const text = shown.trim();
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
      line,
    },
  ];
}
