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

/** The lines of a header or footer. */
export function pageTextLines(
  text: PageText,
  facts: PageFacts,
  { y, element, profile: { body } }: { readonly y: number; readonly element: LineElement; readonly profile: Profile },
): readonly PlacedLine[] {
  const placed = (template: string | undefined, free: number): readonly PlacedLine[] => {
    const line = filledIn(template ?? '', facts).slice(0, body.cells);
    const x = points(body.left + free * Math.max(0, body.cells - textCells(line)) * CELL);
    return line === '' ? [] : [{ ...lonePart(line, x, element), y, block: -1 }];
  };
  return [...placed(text.left, 0), ...placed(text.center, 0.5), ...placed(text.right, 1)];
}

function filledIn(template: string, facts: PageFacts): string {
  let asked = false;
  let known = false;
  const line = template.replace(/\{(page|title|revision|date)\}/g, (_, name: keyof PageFacts) => {
    asked = true;
    known ||= facts[name] !== '';
    return facts[name];
  });
  return asked && !known ? '' : line.replace(/\s+/g, ' ').trim();
}
