import type { LineElement, Page, PlacedLine } from '../layout/page.ts';
import type { Block, LockedPage, Screenplay } from '../tree.ts';

/** Written by the layout; no part of a block. */
const ADDED: ReadonlySet<LineElement> = new Set([
  'header',
  'footer',
  'more',
  'continuedCue',
  'continuedScene',
  'revisionMark',
  'sceneNumber',
]);

/**
 * Fix the labels of pages: laid out again in the same profile, each begins where it begins now, and what grows goes
 * to A-pages. `pages` are those that `layoutScreenplay` gave for `script`. A block that a page begins with and that has no id
 * is given one.
 */
export function lockPages(script: Screenplay, pages: readonly Page[]): Screenplay {
  const children = [...script.children];
  const lines = new Map<number, number>();
  const lockedPages: LockedPage[] = [];
  const ids = new Set(children.flatMap(({ id }) => (id === undefined ? [] : [id])));
  for (const page of pages) {
    const body = page.lines.filter(isBody);
    const first = body[0];
    if (page.label !== null && first !== undefined) {
      const block = named(children, first.block, freeId(`page-${page.label}`, ids));
      ids.add(block);
      lockedPages.push({ label: page.label, block, line: lines.get(first.block) ?? 0 });
    }
    for (const [block, count] of linesByBlock(body)) lines.set(block, (lines.get(block) ?? 0) + count);
  }
  return { ...script, children, production: { ...script.production, lockedPages } };
}

function isBody({ block, element, runs }: PlacedLine): boolean {
  return block >= 0 && runs.length > 0 && !ADDED.has(element);
}

/** How many lines of each block stand on a page; two people who speak at once share theirs. */
function linesByBlock(body: readonly PlacedLine[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  let last: PlacedLine | undefined;
  for (const line of body) {
    if (line.block !== last?.block || line.y !== last.y) counts.set(line.block, (counts.get(line.block) ?? 0) + 1);
    last = line;
  }
  return counts;
}

/** The id of a block, which is given one when it has none. */
function named(children: Block[], index: number, id: string): string {
  const block = children[index];
  if (block === undefined || block.id !== undefined) return block?.id ?? id;
  children[index] = { ...block, id };
  return id;
}

function freeId(wanted: string, ids: ReadonlySet<string>): string {
  let id = wanted;
  for (let count = 2; ids.has(id); count += 1) id = `${wanted}-${count}`;
  return id;
}
