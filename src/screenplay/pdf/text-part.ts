import type { LineElement, Page, PlacedLine } from '../layout/page.ts';
import type { TextPart, TextRole } from './canvas.ts';

const ROLES: Readonly<Record<LineElement, TextRole>> = {
  title: 'P',
  header: null,
  footer: null,
  sceneNumber: null,
  sceneHeading: 'H2',
  omitted: 'P',
  shot: 'P',
  action: 'P',
  cue: 'P',
  continuedCue: null,
  more: null,
  parenthetical: 'P',
  speech: 'P',
  lyrics: 'P',
  transition: 'P',
  centered: 'P',
  actBreak: 'H2',
  general: 'P',
  continuedScene: null,
  revisionMark: null,
};

/** Of two people who speak at once, the one on the right is read after the one on the left. */
const SIDE_BY_SIDE: readonly LineElement[] = ['cue', 'parenthetical', 'speech', 'lyrics'];

interface OpenPart extends TextPart {
  readonly element: LineElement;
}

const UNREAD: TextPart = { role: null, key: 0, group: 0, aside: false };

/** Says of one line after the other what it is part of for those who hear the script. */
export type PartOf = (line: PlacedLine, page: Page) => TextPart;

/**
 * Follow the lines of a document: a paragraph goes on, over pages too, as long as block, element and side are the
 * same. The first line of a title page is the heading above all others; page numbers, marks in the margin and cues
 * that are said again belong to nothing.
 */
export function followParts(): PartOf {
  let main: OpenPart | undefined;
  let beside: OpenPart | undefined;
  let count = 0;
  let titled = false;
  return ({ element, block, x }, page) => {
    const role = ROLES[element];
    if (role === null) return UNREAD;
    const aside = x > page.width / 2 && SIDE_BY_SIDE.includes(element);
    const last = aside ? beside : main;
    // Every line of a title page is a part and a group of its own.
    const title = element === 'title';
    if (last !== undefined && last.group === block && last.element === element && !title) return last;
    count += 1;
    const level = !titled && (title || role === 'H2') ? 'H1' : role;
    if (title) titled = true;
    const part = { role: level, key: count, group: title ? -count : block, aside, element };
    if (aside) beside = part;
    else main = part;
    return part;
  };
}
