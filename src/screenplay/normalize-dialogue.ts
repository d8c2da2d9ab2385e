import { splitCue } from './cue.ts';
import { cleanText, hideBoneyard, isBlank, oneLine, trimBlankLines, trimEndOf } from './text.ts';
import type { Dialogue, DialoguePart } from './tree.ts';

/** Who speaks when a dialogue names nobody. */
const NOBODY = 'UNNAMED';

/**
 * Bring a dialogue to the form that Fountain can say.
 *
 * Extensions written into the name move to `extensions`; the name loses parentheses and a closing `^`, and is
 * `UNNAMED` when nothing is left. A line of speech in parentheses becomes a parenthetical and one that begins
 * with `~` a lyric, because a reader of the text would take them so. Neighbouring parts of one type are joined
 * by a line break, except parentheticals; blank lines stay inside a speech only.
 */
export function normalizeDialogue(dialogue: Dialogue): Dialogue {
  const cue = splitCue(trimEndOf(oneLine(dialogue.name), '^ '));
  const name = hideBoneyard(trimEndOf(oneLine(cue.name.replace(/[()]/g, '')), '^ '));
  return {
    ...dialogue,
    name: name === '' ? NOBODY : name,
    extensions: [...cue.extensions, ...dialogue.extensions].map(plainExtension).filter((text) => text !== ''),
    parts: joinParts(dialogue.parts.flatMap(splitPart)),
  };
}

/** What a line under a cue is: a parenthetical, a lyric or speech. `line` has no white space around it. */
export function dialogueLine(line: string): DialoguePart {
  if (line.startsWith('~')) return { type: 'lyrics', text: line.slice(1).trim() };
  if (line.length > 1 && line.startsWith('(') && line.endsWith(')')) {
    return { type: 'parenthetical', text: line.slice(1, -1).trim() };
  }
  return { type: 'speech', text: line };
}

function plainExtension(text: string): string {
  return hideBoneyard(oneLine(text.replace(/[()]/g, '')));
}

function splitPart(part: DialoguePart): readonly DialoguePart[] {
  if (part.type === 'parenthetical') return [part];
  const lines = cleanText(part.text)
    .split('\n')
    .map((line) => line.trim());
  return part.type === 'speech' ? lines.map(dialogueLine) : lines.map((text) => ({ type: part.type, text }));
}

function joinParts(parts: readonly DialoguePart[]): readonly DialoguePart[] {
  const groups: { readonly type: DialoguePart['type']; readonly lines: string[] }[] = [];
  for (const { type, text } of parts) {
    const line = type === 'parenthetical' ? unwrapParentheses(oneLine(text)) : text;
    const last = groups.at(-1);
    if (isBlank(line) && type !== 'speech') continue;
    if (last?.type === type && type !== 'parenthetical') last.lines.push(line);
    else if (!isBlank(line)) groups.push({ type, lines: [line] });
  }
  return groups.map(({ type, lines }) => ({ type, text: hideBoneyard(trimBlankLines(lines).join('\n')) }));
}

/** Take away the pairs of parentheses that enclose the whole text. One pass, however many there are. */
function unwrapParentheses(text: string): string {
  const start = /^[(\s]*/.exec(text)?.[0].length ?? 0;
  const end = Math.max(start, trimEndOf(text, ') ').length);
  const opened = count(text.slice(0, start), '(');
  let depth = opened;
  let lowest = opened;
  for (const character of text.slice(start, end)) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    lowest = Math.min(lowest, depth);
  }
  const pairs = Math.max(0, Math.min(opened, count(text.slice(end), ')'), lowest));
  return dropPairs(text, pairs);
}

function dropPairs(text: string, pairs: number): string {
  let from = 0;
  let to = text.length;
  for (let pair = 0; pair < pairs; pair += 1) {
    from = text.indexOf('(', from) + 1;
    to = text.lastIndexOf(')', to - 1);
  }
  return text.slice(from, to).trim();
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
