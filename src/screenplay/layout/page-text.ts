import { textCells } from './cells.ts';
import type { LineElement, PlacedLine } from './page.ts';
import { CELL, type Profile, points } from './profile.ts';
import { lonePart } from './row.ts';

/**
 * What stands above or under the body of every page. `{page}` is the page's label, `{title}` the script's title,
 * `{revision}` and `{date}` are those of the latest revision set on the page. A text that has placeholders and
 * nothing to put in them is not printed.
 */
export interface PageText {
  readonly left?: string;
  readonly center?: string;
  readonly right?: string;
  /** Whether it stands on the first page too. Unless said, only what names the revision does, on a page that is revised. */
  readonly firstPage?: boolean;
}

/** What a page can say of itself. */
export type PageFacts = Readonly<Record<'page' | 'title' | 'revision' | 'date', string>>;

/** The page's label with a dot on the right, as usual, and what revision the page is of. */
export const DEFAULT_HEADER: PageText = { left: '{revision} Rev. {date}', right: '{page}.' };

/** What of a header or footer stands on the first page. */
export function firstPageText(text: PageText, isRevised: boolean): PageText {
  if (text.firstPage === true) return text;
  const { left, center, right } = text;
  const kept = Object.entries({ left, center, right }).filter(
    ([, template]) => isRevised && template !== undefined && /\{(revision|date)\}/.test(template),
  );
  return Object.fromEntries(kept);
}

/** A header or footer that was read: what stands on the left, in the middle and on the right, that says anything. */
export type PageTextParts = readonly PageTextPart[];

interface PageTextPart {
  /** Words, and between two of them the name of what is put in there. */
  readonly words: readonly string[];
  /** How much of the line's free space stands left of it. */
  readonly free: number;
}

/** Read a header or footer, once for all pages. */
export function readPageText({ left = '', center = '', right = '' }: PageText): PageTextParts {
  return [
    { words: left.split(PLACEHOLDER), free: 0 },
    { words: center.split(PLACEHOLDER), free: 0.5 },
    { words: right.split(PLACEHOLDER), free: 1 },
  ].filter(({ words }) => words.length > 1 || words[0] !== '');
}

const PLACEHOLDER = /\{(page|title|revision|date)\}/;

/** The lines of a header or footer. */
export function pageTextLines(
  text: PageTextParts,
  facts: PageFacts,
  { y, element, profile: { body } }: { readonly y: number; readonly element: LineElement; readonly profile: Profile },
): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  for (const { words, free } of text) {
    const line = filledIn(words, facts).slice(0, body.cells);
    if (line === '') continue;
    const x = points(body.left + free * Math.max(0, body.cells - textCells(line)) * CELL);
    // Of another shape than the lines of the body: V8 would move those to the numbers of this one, one by one.
    lines.push({ ...lonePart(line, x, element), y, block: -1 });
  }
  return lines;
}

function filledIn(words: readonly string[], facts: Readonly<Record<string, string>>): string {
  let line = words[0] ?? '';
  let known = words.length === 1;
  for (let index = 1; index < words.length; index += 2) {
    const fact = facts[words[index] ?? ''] ?? '';
    known ||= fact !== '';
    line += fact + (words[index + 1] ?? '');
  }
  if (!known) return '';
  return /\s\s|[^\S ]/.test(line) ? line.replace(/\s+/g, ' ').trim() : line.trim();
}
