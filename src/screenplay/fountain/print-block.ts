import { joinCue } from '../cue.ts';
import { textLines } from '../inline/hide.ts';
import type { Block, Dialogue, DialoguePart, TitlePage } from '../tree.ts';
import { insideKind, isHeadingLike, isTransitionLike, lineKind, readLine } from './line.ts';
import { beginsTitlePage } from './title-line.ts';

/** Write a title page: one value beside its key, several indented below it. */
export function printTitlePage({ entries }: TitlePage): string {
  return entries
    .flatMap(({ key, lines }) =>
      lines.length === 1 ? [`${key}: ${lines.join('')}`] : [`${key}:`, ...lines.map((line) => `    ${line}`)],
    )
    .join('\n');
}

/**
 * Write one normalized block with `\n` between its lines and none at the end. A forcing mark stands where the plain
 * line would be read as another element.
 *
 * @param opens Whether it is the first of a text without a title page, where `Key: value` would be read as one.
 */
export function printBlock(block: Block, opens: boolean): string {
  return blockLines(block, opens).map(keepBlankLines).join('\n');
}

function blockLines(block: Block, opens: boolean): readonly string[] {
  switch (block.type) {
    case 'sceneHeading': {
      const line = block.number === undefined ? block.text : `${block.text} #${block.number}#`;
      return [lineKind(readLine(line), undefined) === 'heading' ? line : `.${line}`];
    }
    case 'action':
    case 'shot':
    case 'general':
      return printAction(textLines(block.text), opens);
    case 'dialogue':
      return printDialogue(block, { opens, dual: false });
    case 'dualDialogue':
      return [
        ...printDialogue(block.left, { opens, dual: false }),
        '',
        ...printDialogue(block.right, { opens: false, dual: true }),
      ];
    case 'transition': {
      const kind = lineKind(readLine(block.text), undefined);
      const plain = kind === 'transition' && !(opens && beginsTitlePage(block.text, undefined));
      return [plain ? block.text : `> ${block.text}`];
    }
    case 'centered':
    case 'actBreak':
      return textLines(block.text).map((line) => `> ${line} <`);
    case 'lyrics':
      return textLines(block.text).map((line) => `~${line}`);
    case 'section':
      return [`${'#'.repeat(block.depth)} ${block.text}`];
    case 'synopsis':
      return [`= ${block.text}`];
    case 'note':
      return [`[[${block.text}${block.text.endsWith(']') ? ' ]]' : ']]'}`];
    case 'boneyard':
      return block.text.includes('\n') ? [`/*\n${block.text}\n*/`] : [`/* ${block.text} */`];
    case 'pageBreak':
      return ['==='];
  }
}

function printAction(lines: readonly string[], opens: boolean): readonly string[] {
  return lines.map((text, index) => {
    const line = readLine(text);
    const next = lines[index + 1];
    const shown = line.shown.trim();
    const forced =
      index === 0
        ? lineKind(line, next === undefined ? undefined : readLine(next)) !== 'action' ||
          isHeadingLike(shown) ||
          (opens && beginsTitlePage(text, next))
        : text.trimStart().startsWith('!') || insideKind(text.trim(), shown) !== undefined;
    return forced ? `!${text}` : text;
  });
}

function printDialogue(
  dialogue: Dialogue,
  place: { readonly opens: boolean; readonly dual: boolean },
): readonly string[] {
  const words = place.dual ? `${joinCue(dialogue)} ^` : joinCue(dialogue);
  const cue = dialogue.remark === undefined ? words : `${words} ${dialogue.remark}`;
  const lines = dialogue.parts.flatMap(printPart);
  const [next] = lines;
  const forced =
    lineKind(readLine(cue), next === undefined ? undefined : readLine(next)) !== 'cue' ||
    isHeadingLike(cue) ||
    isTransitionLike(cue) ||
    (place.opens && beginsTitlePage(cue, next));
  return [forced ? `@${cue}` : cue, ...lines];
}

function printPart({ type, text }: DialoguePart): readonly string[] {
  switch (type) {
    case 'speech':
      return textLines(text).map((line) => (line === '' ? '  ' : line));
    case 'parenthetical':
      return [`(${text})`];
    case 'lyrics':
      return textLines(text).map((line) => `~${line}`);
  }
}

/** Two spaces keep a blank line from ending the note it stands in. */
function keepBlankLines(line: string): string {
  return line.includes('\n') ? line.replace(/(?<=\n)(?=\n)/g, '  ') : line;
}
