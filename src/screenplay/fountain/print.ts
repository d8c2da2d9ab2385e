import { joinCue } from '../cue.ts';
import { normalizeScreenplay } from '../normalize.ts';
import type { Block, Dialogue, DialoguePart, Screenplay, TitlePage } from '../tree.ts';
import { beginsTitlePage, insideKind, isHeadingLike, isTransitionLike, lineKind } from './line.ts';

/**
 * Write a screenplay as Fountain 1.1 (fountain.io/syntax): blocks a blank line apart, `\n` at the end.
 *
 * The script is normalized first. A forcing mark (`.` `@` `!` `>`) is written where the plain line would be read
 * as another element, and before an action that other readers take for a heading; nowhere else.
 * Ids are not written.
 */
export function printFountain(script: Screenplay): string {
  const { titlePage, children } = normalizeScreenplay(script);
  const parts = children.map((block, index) => printBlock(block, titlePage === null && index === 0).join('\n'));
  const all = titlePage === null ? parts : [printTitlePage(titlePage), ...parts];
  return all.length === 0 ? '' : `${all.join('\n\n')}\n`;
}

function printTitlePage({ entries }: TitlePage): string {
  return entries
    .flatMap(({ key, lines }) =>
      lines.length === 1 ? [`${key}: ${lines.join('')}`] : [`${key}:`, ...lines.map((line) => `    ${line}`)],
    )
    .join('\n');
}

/** `opens` says that the block is the first of a text without a title page, where `Key: value` would be read as one. */
function printBlock(block: Block, opens: boolean): readonly string[] {
  switch (block.type) {
    case 'sceneHeading': {
      const line = block.number === undefined ? block.text : `${block.text} #${block.number}#`;
      return [lineKind(line, undefined) === 'heading' ? line : `.${line}`];
    }
    case 'action':
      return printAction(block.text.split('\n'), opens);
    case 'dialogue':
      return printDialogue(block, { opens, dual: false });
    case 'dualDialogue':
      return [
        ...printDialogue(block.left, { opens, dual: false }),
        '',
        ...printDialogue(block.right, { opens: false, dual: true }),
      ];
    case 'transition': {
      const plain =
        lineKind(block.text, undefined) === 'transition' && !(opens && beginsTitlePage(block.text, undefined));
      return [plain ? block.text : `> ${block.text}`];
    }
    case 'centered':
      return block.text.split('\n').map((line) => `> ${line} <`);
    case 'lyrics':
      return block.text.split('\n').map((line) => `~${line}`);
    case 'section':
      return [`${'#'.repeat(block.depth)} ${block.text}`];
    case 'synopsis':
      return [`= ${block.text}`];
    case 'note':
      return printNote(block.text);
    case 'boneyard':
      return [`/*${block.text}*/`];
    case 'shot':
    case 'general':
      return printAction(block.text.split('\n'), opens);
    case 'actBreak':
      return block.text.split('\n').map((line) => `> ${line} <`);
    case 'pageBreak':
      return ['==='];
  }
}

function printAction(lines: readonly string[], opens: boolean): readonly string[] {
  return lines.map((line, index) => {
    const next = lines[index + 1];
    const text = line.trim();
    const forced =
      index === 0
        ? lineKind(line, next) !== 'action' || isHeadingLike(text) || (opens && beginsTitlePage(line, next))
        : text.startsWith('!') || insideKind(text) !== undefined;
    return forced ? `!${line}` : line;
  });
}

function printDialogue(
  dialogue: Dialogue,
  place: { readonly opens: boolean; readonly dual: boolean },
): readonly string[] {
  const cue = place.dual ? `${joinCue(dialogue)} ^` : joinCue(dialogue);
  const lines = dialogue.parts.flatMap(printPart);
  const [next] = lines;
  const forced =
    lineKind(cue, next) !== 'cue' ||
    isHeadingLike(cue) ||
    isTransitionLike(cue) ||
    (place.opens && beginsTitlePage(cue, next));
  return [forced ? `@${cue}` : cue, ...lines];
}

function printPart({ type, text }: DialoguePart): readonly string[] {
  switch (type) {
    case 'speech':
      return text.split('\n').map(twoSpacesIfEmpty);
    case 'parenthetical':
      return [`(${text})`];
    case 'lyrics':
      return text.split('\n').map((line) => `~${line}`);
  }
}

function printNote(text: string): readonly string[] {
  const end = text.endsWith(']') ? ' ]]' : ']]';
  return `[[${text}${end}`.split('\n').map(twoSpacesIfEmpty);
}

/** Two spaces keep a blank line inside a dialogue or a note from ending it. */
function twoSpacesIfEmpty(line: string): string {
  return line === '' ? '  ' : line;
}
