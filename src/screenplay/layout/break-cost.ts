import type { GroupKind, RowGroup } from './group.ts';
import type { BreakRow } from './row.ts';
import { endsSentence } from './sentence.ts';

/** What it costs to end a page at a place. The page ends at the cheapest place that fits, and the lowest of those. */
export const COST = {
  free: 0,
  /** Between two headings: allowed, but they had better stay together. */
  betweenHeadings: 1,
  /** In the middle of a sentence. */
  midSentence: 3,
  /** One line of a paragraph alone on a page. */
  singleLine: 5,
  /** Inside two speeches side by side, where one of them ends a sentence. */
  insideDual: 6,
  /** The same where neither does, or one row is left. */
  insideDualBadly: 6.5,
  /** Inside a heading, a transition, or a line of centred text. */
  insideUnit: 7,
  /** A transition, or the end of an act, at the top of a page. */
  beforeClosing: 8,
  /** After a heading, a cue or a parenthetical, or with too little under a cue. */
  never: 9,
} as const;

/** The rows above and below a place where a page may end. */
export interface BreakRows {
  readonly above: BreakRow;
  readonly below: BreakRow;
  /** How many rows of the block that is cut stand on the page, its cue not counted. */
  readonly shown: number;
}

/**
 * What it costs to end a page between two blocks.
 *
 * The rules are those of scriptwritingsecrets.com/PageBreak.htm and Trelby's paginator: no page ends on a heading, a
 * shot, a cue or a parenthetical, and none begins with a transition or the end of an act. Two headings may be parted.
 */
export function costBetween(above: RowGroup, below: RowGroup, last: BreakRow): number {
  if (isHeading(above.kind)) return isHeading(below.kind) ? COST.betweenHeadings : COST.never;
  if (above.kind === 'actStart' || holdsOn(last)) return COST.never;
  return below.kind === 'transition' || below.kind === 'actEnd' ? COST.beforeClosing : COST.free;
}

/** What it costs to end a page inside a block. */
export function costInside(kind: GroupKind, rows: BreakRows): number {
  const { above, below, shown } = rows;
  switch (kind) {
    case 'sceneHeading':
    case 'shot':
    case 'omitted':
    case 'transition':
    case 'centered':
    case 'actStart':
    case 'actEnd':
      return COST.insideUnit;
    case 'action':
    case 'general':
    case 'lyrics':
      return shown < 2 || below.endsBlock ? COST.singleLine : sentenceCost(above);
    case 'dualDialogue':
      if (holdsOn(above) || shown < 2) return COST.never;
      return above.endsLine && !below.endsBlock ? COST.insideDual : COST.insideDualBadly;
    case 'longDual':
      if (holdsOn(above) || shown < 2) return COST.never;
      if (below.endsBlock) return COST.singleLine;
      return above.endsLine ? COST.free : COST.midSentence;
    case 'dialogue':
      return dialogueCost(rows);
  }
}

/**
 * What it costs to end a page in a dialogue: under its cue, and under the cue that is repeated, two rows stand at
 * least, a parenthetical counting as one, and none of its parentheticals is cut.
 */
function dialogueCost({ above, below, shown }: BreakRows): number {
  if (holdsOn(above) || shown < 2) return COST.never;
  if (below.isParenthetical) return COST.free;
  if (below.endsBlock) return COST.singleLine;
  return above.isBlank ? COST.midSentence : sentenceCost(above);
}

function sentenceCost(above: BreakRow): number {
  return endsWell(above) ? COST.free : COST.midSentence;
}

/** Whether a row asks for the row after it: a cue or a parenthetical. */
function holdsOn({ isCue, isParenthetical }: BreakRow): boolean {
  return isCue || isParenthetical;
}

/** Whether a row ends with a sentence, or where the writer ended a line. */
export function endsWell({ endsLine, text }: BreakRow): boolean {
  return endsLine || endsSentence(text);
}

/** A shot breaks as a heading does. */
function isHeading(kind: GroupKind): boolean {
  return kind === 'sceneHeading' || kind === 'shot';
}
