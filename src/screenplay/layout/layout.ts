import type { Screenplay } from '../tree.ts';
import { scriptRows } from './block-rows.ts';
import type { Page, PlacedLine } from './page.ts';
import { paginate } from './paginate.ts';
import { CELL, PROFILES, type Profile, type ProfileName, points } from './profile.ts';
import { titlePages } from './title-page.ts';

/** How a script is put on pages. */
export interface LayoutOptions {
  /** `us` unless given. */
  readonly profile?: ProfileName;
  /** Blank lines above a heading. 1 unless given: the 55-line page is counted with one, as afterwriting and screenplain do; Final Draft leaves 2. */
  readonly headingSpacing?: 1 | 2;
}

/**
 * Put a screenplay on pages: every line with its place, its styles, its element and its block.
 *
 * The same script always gives the same pages, in a browser as on a server: lines are wrapped by counting cells,
 * no font is measured. Sections, synopses and notes are not printed. Title pages come first, without a number.
 */
export function layoutScreenplay(script: Screenplay, options: LayoutOptions = {}): readonly Page[] {
  const profile: Profile = PROFILES[options.profile ?? 'us'];
  const stretches = scriptRows(script, { profile, headingSpacing: options.headingSpacing ?? 1 });
  const body = stretches.flatMap((groups) => paginate(groups, profile));
  return [...titlePages(script, profile), ...body.map((lines, index) => bodyPage(lines, index + 1, profile))];
}

function bodyPage(lines: readonly PlacedLine[], number: number, profile: Profile): Page {
  const furniture = number === 1 ? [] : [pageNumber(number, profile)];
  return { number, width: profile.width, height: profile.height, lines: [...furniture, ...lines] };
}

function pageNumber(number: number, { right, pageNumberTop }: Profile): PlacedLine {
  const text = `${number}.`;
  return {
    x: points(right - text.length * CELL),
    y: pageNumberTop,
    runs: [{ text, bold: false, italic: false, underline: false }],
    element: 'pageNumber',
    block: -1,
  };
}
