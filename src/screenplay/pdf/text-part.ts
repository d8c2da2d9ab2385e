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

const UNREAD: TextPart = { role: null, key: '', group: '', aside: false };

/** Says of one line after the other what it is part of for those who hear the script. */
export type PartOf = (line: PlacedLine, page: Page) => TextPart;

/**
 * Follow the lines of a document: a paragraph goes on, over pages too, as long as block, element and side are the
 * same. The first line of a title page is the heading above all others; page numbers, marks in the margin and cues
 * that are said again belong to nothing.
 */
export function followParts(): PartOf {
  const open = { main: new Map<number, OpenPart>(), aside: new Map<number, OpenPart>() };
  let count = 0;
  let titled = false;
  return (line, page) => {
    const { element, block } = line;
    const role = ROLES[element];
    if (role === null) return UNREAD;
    const aside = SIDE_BY_SIDE.includes(element) && line.x > page.width / 2;
    if (element === 'title') {
      count += 1;
      const first = !titled;
      titled = true;
      return { role: first ? 'H1' : role, key: String(count), group: `title ${count}`, aside: false };
    }
    const side = aside ? open.aside : open.main;
    const last = side.get(block);
    if (last?.element === element) return last;
    count += 1;
    const level = role === 'H2' && !titled ? 'H1' : role;
    const part = { role: level, key: String(count), group: String(block), aside, element };
    side.set(block, part);
    return part;
  };
}
