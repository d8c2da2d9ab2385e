import { splitCue } from './cue.ts';
import { hideUnclosed, partUnclosed, splitRemarks, splitTail, textLines, withoutMarks } from './inline/hide.ts';
import { movedSpans } from './inline/move-spans.ts';
import { trimLines } from './inline/trim.ts';
import { cleanText, isBlank, oneLine, trimEndOf } from './text.ts';
import type { Dialogue, DialoguePart, TextSpan } from './tree.ts';

/** Who speaks when a dialogue names nobody. */
const NOBODY = 'UNNAMED';

/**
 * Bring a dialogue to the form that Fountain can say.
 *
 * Extensions written into the name move to `extensions`, notes and boneyards of both to `remark`; the name loses
 * parentheses and a closing `^`, and is `UNNAMED` when nothing is left. A line of speech in parentheses becomes a
 * parenthetical and one that begins with `~` a lyric, because a reader of the text would take them so. Neighbouring
 * parts of one type are joined by a line break, except parentheticals; blank lines stay inside a speech only.
 */
export function normalizeDialogue(dialogue: Dialogue): Dialogue {
  const { remark: _, ...rest } = dialogue;
  const written = splitRemarks(trimEndOf(oneLine(dialogue.name), '^ '));
  const cue = splitCue(trimEndOf(oneLine(written.shown), '^ '));
  const given = dialogue.extensions.map((text) => splitRemarks(withoutParentheses(text)));
  const name = trimEndOf(withoutMarks(withoutParentheses(cue.name)), '^ ');
  const extensions = [...cue.extensions, ...given.map(({ shown }) => shown)].map((text) =>
    withoutMarks(withoutParentheses(text)),
  );
  const remark = [written.remark, ...given.map((part) => part.remark), remarkText(dialogue.remark ?? '')]
    .filter((part) => part !== '')
    .join(' ');
  return {
    ...rest,
    name: name === '' ? NOBODY : name,
    extensions: extensions.filter((text) => text !== ''),
    ...(remark === '' ? {} : { remark }),
    parts: joinParts(closedParts(dialogue.parts).flatMap(splitPart)),
  };
}

/** What a line under a cue is: a parenthetical, a lyric or speech. `line` has no white space around it. */
export function dialogueLine(line: string): DialoguePart {
  if (line.startsWith('~')) return { type: 'lyrics', text: line.slice(1).trim() };
  if (line.length > 1 && line.startsWith('(')) {
    const { core, tail } = splitTail(line);
    if (core.length > 1 && core.endsWith(')')) {
      const inside = core.slice(1, -1).trim();
      return { type: 'parenthetical', text: tail === '' ? inside : `${inside} ${tail}`.trim() };
    }
  }
  return { type: 'speech', text: line };
}

/** What is no note and no boneyard in a remark becomes a note. */
function remarkText(text: string): string {
  const line = oneLine(text);
  if (line === '') return '';
  const { shown, remark } = splitRemarks(line);
  const rest = shown.replaceAll(/[[\]*/]/g, '').trim();
  return rest === '' ? remark : `${remark} [[${rest}]]`.trim();
}

/** No part may begin a note or a boneyard that a later one would end. */
function closedParts(parts: readonly DialoguePart[]): readonly DialoguePart[] {
  const texts = parts.map(({ text }) => cleanText(text));
  const lastClose = texts.findLastIndex((text) => text.includes(']]'));
  return parts.map((part, index) => {
    const clean = texts[index] ?? '';
    const text = hideUnclosed(index < lastClose ? partUnclosed(clean) : clean);
    return text === part.text ? part : moved(part, text);
  });
}

function withoutParentheses(text: string): string {
  return oneLine(text.replace(/[()]/g, ''));
}

/** The parts that a reader would find in one. A part that is one already is given back as it is. */
function splitPart(part: DialoguePart): readonly DialoguePart[] {
  if (part.type === 'parenthetical') return normalParenthetical(part);
  const lines = textLines(part.text).map(trimLines);
  const parts = part.type === 'speech' ? lines.map(dialogueLine) : lines.map((text) => ({ type: part.type, text }));
  const whole =
    lines.at(0) !== '' &&
    lines.at(-1) !== '' &&
    parts.every(({ type, text }) => type === part.type && (type === 'speech' || text !== ''));
  if (!whole) return parts.flatMap((one) => (one.type === 'parenthetical' ? normalParenthetical(one) : [one]));
  const text = lines.join('\n');
  return [text === part.text ? part : moved(part, text)];
}

/** A part with other words; its spans stay with those that are left. */
function moved(part: DialoguePart, text: string): DialoguePart {
  return { ...part, text, ...(part.spans === undefined ? {} : { spans: movedSpans(part.spans, part.text, text) }) };
}

function normalParenthetical(part: DialoguePart): readonly DialoguePart[] {
  const text = unwrapParentheses(oneLine(part.text));
  return isBlank(text) ? [] : [text === part.text ? part : moved(part, text)];
}

/** Join neighbours of one type; spans move with their words. */
function joinParts(parts: readonly DialoguePart[]): readonly DialoguePart[] {
  const joined: DialoguePart[] = [];
  let blanks = 0;
  for (const part of parts) {
    const last = joined.at(-1);
    const joins = last?.type === part.type && part.type !== 'parenthetical';
    if (part.text === '') {
      if (joins && part.type === 'speech') blanks += 1;
      continue;
    }
    if (joins) joined[joined.length - 1] = joinTwo(last, part, '\n'.repeat(blanks + 1));
    else joined.push(part);
    blanks = 0;
  }
  return joined;
}

function joinTwo(first: DialoguePart, second: DialoguePart, between: string): DialoguePart {
  const shift = first.text.length + between.length;
  const moved = ownSpans(second).map((span) => ({ ...span, from: span.from + shift, to: span.to + shift }));
  const spans = [...ownSpans(first), ...moved];
  const text = first.text + between + second.text;
  return { type: first.type, text, ...(spans.length === 0 ? {} : { spans }) };
}

/** The spans of a part, with the revision of the whole part as one of them. */
function ownSpans({ text, spans = [], revision }: DialoguePart): readonly TextSpan[] {
  return revision === undefined ? spans : [{ from: 0, to: text.length, revision }, ...spans];
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
