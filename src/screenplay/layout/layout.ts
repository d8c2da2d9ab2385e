import { type LabelScheme, US_LABELS } from '../production/label.ts';
import type { Screenplay } from '../tree.ts';
import { scriptGroups } from './block-rows.ts';
import { lockedStarts } from './locked-starts.ts';
import type { Page, PlacedLine } from './page.ts';
import { pageLabels } from './page-labels.ts';
import {
  DEFAULT_HEADER,
  firstPageText,
  type PageFacts,
  type PageText,
  type PageTextParts,
  pageTextLines,
  readPageText,
} from './page-text.ts';
import { paginate } from './paginate.ts';
import { type PlacedBody, placePage } from './place-page.ts';
import type { Profile, ProfileName } from './profile.ts';
import { profileOf } from './profiles.ts';
import { type RevisionMarks, type Revisions, readRevisions } from './revisions.ts';
import { sceneBreaks } from './scene-breaks.ts';
import type { SceneNumbers } from './scene-numbers.ts';
import { scriptTitle, titlePages } from './title-page.ts';

/** How a script is put on pages. */
export interface LayoutOptions {
  /** A profile by name, or one of your own. `us` unless given. */
  readonly profile?: ProfileName | Profile;
  /** Blank lines above a heading, when not as many as the profile has: 2 in `finaldraft`, else 1. */
  readonly headingSpacing?: 1 | 2;
  /** Where scene numbers stand; as the script's production says unless given, and in both margins when it says nothing. */
  readonly sceneNumbers?: SceneNumbers;
  /** Write `(CONTINUED)` and `CONTINUED:` where a page ends inside a scene, as production drafts do. Not unless given. */
  readonly sceneContinued?: boolean;
  /** What stands above the body: the page's label, and the name and date of its revision, unless given; `{}` for nothing. */
  readonly header?: PageText;
  /** What stands under the body. Nothing unless given. */
  readonly footer?: PageText;
  /** Beside which lines revision marks stand: `all` unless given. */
  readonly revisionMarks?: RevisionMarks;
  /** How A-pages are called: {@link US_LABELS} unless given. */
  readonly labels?: LabelScheme;
}

/** What every body page is made with. */
interface PageFrame {
  readonly profile: Profile;
  readonly revisions: Revisions;
  readonly header: PageText;
  readonly footer: PageText;
  /** The same, read for all pages but the first. */
  readonly read: { readonly header: PageTextParts; readonly footer: PageTextParts };
  readonly title: string;
}

/**
 * Put a screenplay on pages: every line with its place, its styles, its element and its block.
 *
 * The same script always gives the same pages, in a browser as on a server: lines are wrapped by counting cells,
 * no font is measured. Headings, shots and transitions are in capitals, whatever is written. Sections, synopses and
 * notes are not printed. Title pages come first, without a number. Locked pages keep their labels and begin where
 * they began; where such a block is gone, with what comes next.
 */
export function layoutScreenplay(script: Screenplay, options: LayoutOptions = {}): readonly Page[] {
  const profile = spacedProfile(options);
  const sceneNumbers = options.sceneNumbers ?? script.production?.sceneNumbers ?? 'both';
  const revisions = readRevisions(script, options.revisionMarks ?? 'all');
  const starts = lockedStarts(script);
  const groups = scriptGroups(script, { profile, sceneNumbers });
  const sceneBreak = options.sceneContinued ? sceneBreaks(script, { profile, sceneNumbers }) : undefined;
  const bodies: PlacedBody[] = [];
  for (const page of paginate(groups, { capacity: profile.bodyLines, starts, sceneBreak })) {
    bodies.push(placePage(groups, page, { profile, revisions }));
  }
  const begins = bodies.map(({ labels }) => labels);
  const labels = pageLabels(begins, starts, options.labels ?? US_LABELS);
  const { header = DEFAULT_HEADER, footer = {} } = options;
  const read = { header: readPageText(header), footer: readPageText(footer) };
  const frame: PageFrame = { profile, revisions, header, footer, read, title: scriptTitle(script) };
  let revision = 0;
  const body = bodies.map((placed, index) => {
    // What grew out of a locked page is issued with it.
    const grown = starts.length > 0 && placed.labels.length === 0 ? revision : 0;
    revision = Math.max(placed.revision, grown);
    return framedPage(placed.lines, { number: index + 1, label: labels[index] ?? '', revision }, frame);
  });
  return titlePages(script, profile).concat(body);
}

function spacedProfile({ profile: given, headingSpacing }: LayoutOptions): Profile {
  const profile = profileOf(given);
  if (headingSpacing === undefined) return profile;
  return { ...profile, spacing: { ...profile.spacing, sceneHeading: headingSpacing } };
}

/** A page with its header and footer. */
function framedPage(
  lines: readonly PlacedLine[],
  { number, label, revision }: { readonly number: number; readonly label: string; readonly revision: number },
  { profile, revisions, header, footer, read, title }: PageFrame,
): Page {
  const { width, height, headerTop, footerTop } = profile;
  const set = revisions.set(revision);
  const facts: PageFacts = { page: label, title, revision: set?.name ?? '', date: set?.date ?? '' };
  const first = (text: PageText): PageTextParts => readPageText(firstPageText(text, set !== undefined));
  const texts = number > 1 ? read : { header: first(header), footer: first(footer) };
  const framed = pageTextLines(texts.header, facts, { y: headerTop, element: 'header', profile }).concat(
    lines,
    pageTextLines(texts.footer, facts, { y: footerTop, element: 'footer', profile }),
  );
  const page: Page = { number, label, width, height, lines: framed };
  if (set === undefined && revision === 0) return page;
  return { ...page, ...(set && { color: set.pageColor }), ...(revision === 0 ? {} : { revision }) };
}
