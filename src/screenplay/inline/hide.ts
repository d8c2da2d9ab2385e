import { inlineRemarks } from './remarks.ts';

/**
 * Hide the start of a boneyard that is not closed in the same text: the slash and star become `/\*`, which reads the
 * same on a page. Without this a later star and slash would make everything between them disappear.
 */
export function hideUnclosed(text: string): string {
  return text.includes('/*') ? outsideRemarks(text, (part) => part.replaceAll('/*', '/\\*')) : text;
}

/** Change what stands between the notes and boneyards of a text. */
function outsideRemarks(text: string, change: (part: string) => string): string {
  let changed = '';
  let at = 0;
  for (const { from, to } of inlineRemarks(text)) {
    changed += change(text.slice(at, from)) + text.slice(from, to);
    at = to;
  }
  return changed + change(text.slice(at));
}

/** A text and the notes and boneyards it ends with. */
export interface WithTail {
  readonly core: string;
  /** With the marks, a space between two. Empty when there are none. */
  readonly tail: string;
}

/** Take the notes and boneyards off the end of a line. */
export function splitTail(text: string): WithTail {
  const core = text.trim();
  if (!core.endsWith(']]') && !core.endsWith('*/')) return { core, tail: '' };
  const remarks = inlineRemarks(core);
  const tail: string[] = [];
  let end = core.length;
  for (const { from, to } of remarks.toReversed()) {
    if (core.slice(to, end).trim() !== '') break;
    tail.unshift(core.slice(from, to));
    end = from;
  }
  return { core: core.slice(0, end).trimEnd(), tail: tail.join(' ') };
}

/** Whether a text may hold a note or a boneyard. */
export function isMarked(text: string): boolean {
  return text.includes('[[') || text.includes('/*');
}

/** A text without its notes and boneyards, and those with a space between two. */
export function splitRemarks(text: string): { readonly shown: string; readonly remark: string } {
  const remarks = inlineRemarks(text);
  let shown = '';
  let at = 0;
  for (const { from, to } of remarks) {
    shown += text.slice(at, from);
    at = to;
  }
  return { shown: shown + text.slice(at), remark: remarks.map(({ from, to }) => text.slice(from, to)).join(' ') };
}

/** The lines of a text; a note or boneyard that goes over several lines keeps them together in one. */
export function textLines(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.length === 1 || !isMarked(text)) return lines;
  const remarks = inlineRemarks(text);
  const whole: string[] = [];
  let offset = 0;
  let next = 0;
  let open = false;
  for (const line of lines) {
    if (open) whole[whole.length - 1] += `\n${line}`;
    else whole.push(line);
    offset += line.length + 1;
    while ((remarks[next]?.to ?? Number.POSITIVE_INFINITY) < offset) next += 1;
    open = (remarks[next]?.from ?? Number.POSITIVE_INFINITY) < offset;
  }
  return whole;
}

/** Part the marks of a note that is not closed in the same text, so that no later `]]` can close it. */
export function partUnclosed(text: string): string {
  return text.includes('[[') ? outsideRemarks(text, partBrackets) : text;
}

/** A text that begins no note and no boneyard. */
export function withoutMarks(text: string): string {
  return partBrackets(text).replaceAll('/*', '/\\*');
}

function partBrackets(text: string): string {
  return text.replace(/\[(?=\[)/g, '[ ');
}
