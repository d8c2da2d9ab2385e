import { type Row, type RowGroup, rowText } from './row.ts';

/** What it costs to end a page at a place. The page ends at the cheapest place that fits, and the lowest of those. */
export const COST = {
  free: 0,
  /** Between two headings: allowed, but they had better stay together. */
  betweenHeadings: 1,
  /** In the middle of a sentence. */
  midSentence: 3,
  /** One line of a paragraph alone on a page. */
  singleLine: 5,
  /** Inside two speeches side by side. */
  insideDual: 6,
  /** Inside a heading, a transition, or a line of centred text. */
  insideUnit: 7,
  /** A transition at the top of a page. */
  beforeTransition: 8,
  /** After a heading, a cue or a parenthetical, or with too little under a cue. */
  never: 9,
} as const;

/**
 * What it costs to end a page between two blocks.
 *
 * The rules are those of scriptwritingsecrets.com/PageBreak.htm and Trelby's paginator: no page ends on a heading,
 * a cue or a parenthetical, and none begins with a transition. Two headings may be parted.
 */
export function costBetween(above: RowGroup, below: RowGroup): number {
  const last = above.rows.at(-1);
  if (below.kind === 'sceneHeading' && above.kind === 'sceneHeading') return COST.betweenHeadings;
  if (above.kind === 'sceneHeading' || (last !== undefined && holdsOn(last))) return COST.never;
  return below.kind === 'transition' ? COST.beforeTransition : COST.free;
}

/** What it costs to end a page inside a block, above its row with index `at` (1 or more). */
export function costInside(group: RowGroup, at: number): number {
  const { rows, kind } = group;
  const above = rows[at - 1];
  const below = rows[at];
  if (above === undefined || below === undefined) return COST.never;
  switch (kind) {
    case 'sceneHeading':
    case 'transition':
    case 'centered':
      return COST.insideUnit;
    case 'action':
    case 'lyrics':
      return at < 2 || rows.length - at < 2 ? COST.singleLine : sentenceCost(above);
    case 'dualDialogue':
      return holdsOn(above) ? COST.never : COST.insideDual;
    case 'dialogue':
      return dialogueCost(group, at, { above, below });
  }
}

/**
 * What it costs to end a page in a dialogue with `shown` rows of it under the cue on this page: two at least, a
 * parenthetical counting as one, and none of its parentheticals cut.
 */
function dialogueCost(
  { rows }: RowGroup,
  at: number,
  { above, below }: { readonly above: Row; readonly below: Row },
): number {
  const firstSaid = rows.findIndex((row) => elementOf(row) !== 'cue');
  const shown = firstSaid < 0 ? 0 : at - firstSaid;
  if (holdsOn(above) || shown < 2) return COST.never;
  if (elementOf(below) === 'parenthetical') return COST.free;
  if (rows.length - at < 2) return COST.singleLine;
  return rowText(below) === '' ? COST.midSentence : sentenceCost(above);
}

function sentenceCost(above: Row): number {
  return above.sentenceEnd ? COST.free : COST.midSentence;
}

/** Whether a row asks for the row after it: a cue or a parenthetical. */
function holdsOn({ parts }: Row): boolean {
  return parts.some(({ element }) => element === 'cue' || element === 'parenthetical');
}

function elementOf({ parts }: Row): string | undefined {
  return parts[0]?.element;
}
