import type { LineElement, Page, PlacedLine } from '../layout/page.ts';

/** What stands in a column of its own where two people speak at once. */
const SPOKEN: ReadonlySet<LineElement> = new Set([
  'cue',
  'continuedCue',
  'more',
  'parenthetical',
  'speech',
  'lyrics',
] satisfies LineElement[]);

/** The lines of a page as they are read: from top to bottom, but where two speak at once first all of the left column. */
export function readingOrder({ lines, width }: Page): readonly PlacedLine[] {
  const ordered: PlacedLine[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && lines[to]?.block === lines[from]?.block) to += 1;
    const group = lines.slice(from, to);
    if (standsBeside(group)) {
      const left = group.filter(({ x }) => x < width / 2);
      const right = group.filter(({ x }) => x >= width / 2);
      for (const line of [...left, ...right]) ordered.push(line);
    } else for (const line of group) ordered.push(line);
    from = to;
  }
  return ordered;
}

/** Whether two spoken lines stand on the same row. */
function standsBeside(lines: readonly PlacedLine[]): boolean {
  const spoken = lines.filter(({ element, block }) => block >= 0 && SPOKEN.has(element));
  return new Set(spoken.map(({ y }) => y)).size < spoken.length;
}
