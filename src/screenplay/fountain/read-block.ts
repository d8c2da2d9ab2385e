import { isMarked, splitTail } from '../inline/hide.ts';
import type { Block } from '../tree.ts';
import { insideKind, type LineKind } from './line.ts';
import { type Read, readDialogue } from './read-dialogue.ts';
import { type Lines, lineAt } from './source-line.ts';

/** Read the block of a kind that begins on the line with index `at`. */
export function readBlock(lines: Lines, at: number, kind: Exclude<LineKind, 'remark' | 'pageBreak'>): Read {
  const text = (lines.texts[at] ?? '').trim();
  switch (kind) {
    // What there is most of comes first: each is compared with one after the other.
    case 'action':
    case 'forcedAction':
      return readAction(lines, at);
    case 'cue':
      return readDialogue(lines, at, text);
    case 'forcedCue':
      return readDialogue(lines, at, text.slice(1));
    case 'heading':
      return single(at, { type: 'sceneHeading', text });
    case 'forcedHeading':
      return single(at, { type: 'sceneHeading', text: text.slice(1) });
    case 'section': {
      const depth = /^#*/.exec(text)?.[0].length ?? 1;
      return single(at, { type: 'section', depth, text: text.slice(depth) });
    }
    case 'synopsis':
      return single(at, { type: 'synopsis', text: text.slice(1) });
    case 'lyrics':
    case 'centered':
      return readRun(lines, at, kind);
    case 'forcedTransition':
      return single(at, { type: 'transition', text: text.slice(1) });
    case 'transition':
      return single(at, { type: 'transition', text });
  }
}

/** A block of one line. */
function single(at: number, block: Block): Read {
  return { block, next: at + 1, dual: false, normal: false };
}

/** Read the lines that follow one another as lyrics, or as centred text. */
function readRun(lines: Lines, at: number, type: 'lyrics' | 'centered'): Read {
  const texts: string[] = [];
  let next = at;
  for (let line = lineAt(lines, next); line !== undefined; line = lineAt(lines, next)) {
    const words = line.text.trim();
    if (insideKind(words, line.shown.trim()) !== type) break;
    texts.push(type === 'lyrics' ? words.slice(1) : centeredText(words));
    next += 1;
  }
  return { block: { type, text: texts.join('\n') }, next, dual: false, normal: false };
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
  for (let line = lines.texts[next]; line !== undefined; line = lines.texts[next]) {
    const words = line.trim();
    if (words === '' || (next > at && insideKind(words, (lines.shown.get(next) ?? words).trim()) !== undefined)) break;
    const shown = (words.startsWith('!') ? line.trimStart().slice(1) : line).trimEnd();
    if (shown === '') normal = false;
    text = next === at ? shown : `${text}\n${shown}`;
    next += 1;
  }
  return { block: { type: 'action', text }, next, dual: false, normal: normal && !(lines.isMarked && isMarked(text)) };
}
