import { mergeTokens, numberedKeys, type Span, type ThreeWay } from './three-way.ts';

/** Three texts to merge, and how conflicts stand in the result. */
export interface MergeLinesOptions extends ThreeWay<string> {
  /** Put both sides of a conflict into the text, between `<<<<<<< ours`, `=======` and `>>>>>>> theirs`. */
  readonly markers?: boolean;
}

/** Lines that both sides changed, each in its own way. A side with no lines took them out. */
export interface LineConflict extends ThreeWay<readonly string[]> {
  /** The line of the merged text, from 1 on, where ours begins (or would, when it has none) or its marker stands. */
  readonly line: number;
}

/** A merged text. In a conflict it has ours. */
export interface MergedText {
  readonly text: string;
  readonly conflicts: readonly LineConflict[];
}

/**
 * Merge two changes of one text, line by line: what only one side changed is taken from it, what both changed alike
 * is taken once, and the rest are conflicts. Two changes with no unchanged line between them touch each other and
 * conflict. Lines end in `\n`; a `\r` belongs to its line.
 */
export function mergeLines({ base, ours, theirs, markers = false }: MergeLinesOptions): MergedText {
  const sides = { base: base.split('\n'), ours: ours.split('\n'), theirs: theirs.split('\n') };
  const lines: string[] = [];
  const conflicts: LineConflict[] = [];
  const add = (from: readonly string[], { from: start, to }: Span): void => {
    for (let at = start; at < to; at += 1) lines.push(from[at] ?? '');
  };
  for (const region of mergeTokens(numberedKeys(sides))) {
    if (region.take === 'theirs') add(sides.theirs, region.theirs);
    else if (region.take === 'ours') add(sides.ours, region.ours);
    else {
      conflicts.push({
        base: sides.base.slice(region.base.from, region.base.to),
        ours: sides.ours.slice(region.ours.from, region.ours.to),
        theirs: sides.theirs.slice(region.theirs.from, region.theirs.to),
        line: lines.length + 1,
      });
      if (markers) lines.push('<<<<<<< ours');
      add(sides.ours, region.ours);
      if (markers) {
        lines.push('=======');
        add(sides.theirs, region.theirs);
        lines.push('>>>>>>> theirs');
      }
    }
  }
  return { text: lines.join('\n'), conflicts };
}
