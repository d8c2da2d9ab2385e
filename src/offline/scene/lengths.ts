/**
 * Words of each length: the bounds a card names, the most that talk may take, and the most the offline director adds up to.
 *
 * Talk is near .43 of a produced screenplay's words; `SHARE` makes the director's staging follow it.
 */
export const LENGTHS = {
  flash: { least: 30, aim: 38, most: 60, talk: 34 },
  short: { least: 80, aim: 120, most: 150, talk: 80 },
  standard: { least: 200, aim: 300, most: 350, talk: 195 },
  setPiece: { least: 400, aim: 660, most: 700, talk: 400 },
} as const;

const SHARE = 0.46;
/** A set piece has more talk, for a gesture after every line is a tic. */
const SET_PIECE = { share: 0.6, least: 560 } as const;

/** How many words a scene should have, with so many of them spoken. */
export function aimFor(length: keyof typeof LENGTHS, spoken: number): number {
  const { least, aim } = LENGTHS[length];
  if (length === 'setPiece') return Math.min(aim, Math.max(SET_PIECE.least, Math.round(spoken / SET_PIECE.share)));
  return Math.min(aim, Math.max(least + 8, Math.round(spoken / SHARE)));
}
