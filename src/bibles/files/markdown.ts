import type { Kind } from '../kinds/kind.ts';
import { isPlainText } from './print-yaml.ts';

/** A Markdown file taken apart. */
export interface MarkdownParts {
  /** The lines between the first `---` and the next. */
  readonly front: string;
  readonly sections: readonly Section[];
  /** The line of text that stands in no section. */
  readonly stray?: number;
}

/** What stands under a `## Heading`. */
export interface Section {
  readonly heading: string;
  readonly text: string;
  /** The heading's line, from 1 on. */
  readonly line: number;
}

/** Longer texts stand under a heading of their own. */
const LONG = 80;

/** Whether a value is prose, and reads the same when it stands in a section. */
export function isProse(value: unknown): value is string {
  if (typeof value !== 'string' || !(value.includes('\n') || value.length > LONG)) return false;
  const lines = value.split('\n');
  const isTrimmed = [lines.at(0), lines.at(-1)].every((line) => line?.trim() !== '');
  return isTrimmed && isPlainText(value) && !lines.some(isHeading);
}

/** Put a file together. */
export function joinMarkdown(
  front: string,
  sections: readonly { readonly heading: string; readonly text: string }[],
): string {
  const body = sections.map(({ heading, text }) => `\n## ${heading}\n\n${text}\n`);
  return [`---\n${front}---\n`, ...body].join('');
}

/** Take a file apart; `undefined` where it does not begin with front matter. */
export function splitMarkdown(text: string): MarkdownParts | undefined {
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
  const end = lines.findIndex((line, place) => place > 0 && line.trimEnd() === '---');
  if (lines[0]?.trimEnd() !== '---' || end < 0) return undefined;
  const body = lines.slice(end + 1);
  const starts = body.flatMap((line, place) => (isHeading(line) ? [place] : []));
  const sections = starts.map((start, place) => ({
    heading: (body[start] ?? '').slice(2).trim(),
    text: trimmed(body.slice(start + 1, starts[place + 1] ?? body.length)),
    line: end + 2 + start,
  }));
  const stray = body.slice(0, starts[0] ?? body.length).findIndex((line) => line.trim() !== '');
  return {
    front: lines
      .slice(1, end)
      .map((line) => `${line}\n`)
      .join(''),
    sections,
    ...(stray < 0 ? {} : { stray: end + 2 + stray }),
  };
}

/** The heading of a field: its name with a capital, unless another field is called that. */
export function headingOf(kind: Kind, field: string): string {
  const heading = field.replace(/^./u, (letter) => letter.toUpperCase());
  return kind.fields.some(({ name }) => name === heading) ? field : heading;
}

/** The field that a heading is of, whatever its capitals. */
export function fieldOfHeading(kind: Kind, heading: string): string | undefined {
  const names = kind.fields.map(({ name }) => name);
  const folded = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');
  return (
    names.find((name) => headingOf(kind, name) === heading) ?? names.find((name) => folded(name) === folded(heading))
  );
}

function isHeading(line: string): boolean {
  return /^##(?:\s|$)/.test(line);
}

function trimmed(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first < 0 ? '' : lines.slice(first, last + 1).join('\n');
}
