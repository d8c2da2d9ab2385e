/** A scene before it has people: what a card says, with slots for names, places and things. */
export interface Sketch {
  readonly synopsis: string;
  readonly goal: string;
  readonly opposition: string;
  readonly from: string;
  readonly to: string;
  /** The first opens the scene, the last turns it. */
  readonly beats: readonly string[];
  /** Who learns `{fact}`: the lead or the other one. */
  readonly learns?: 'L' | 'O';
}

/**
 * Write a sketch on a few lines of a table, its turn as `from > to`.
 * A sketch whose beats name `{fact}` says who learns it.
 */
export function sketch(
  synopsis: string,
  [goal, opposition, turn]: readonly [goal: string, opposition: string, turn: string],
  beats: readonly string[],
  learns?: 'L' | 'O',
): Sketch {
  const [from = '', to = ''] = turn.split(' > ');
  const card = { synopsis, goal, opposition, from, to, beats };
  return learns ? { ...card, learns } : card;
}
