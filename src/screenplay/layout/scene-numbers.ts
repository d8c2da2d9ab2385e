import { textCells } from './cells.ts';
import { CELL, type Profile, points } from './profile.ts';
import { lonePart, type RowPart } from './row.ts';

/** In which margins scene numbers stand. */
export type SceneNumbers = 'none' | 'left' | 'right' | 'both';

/** A scene's number in the margins; a long one is moved to stay between the paper's edge and the heading, as far as it can. */
export function sceneNumberParts(
  number: string,
  margins: SceneNumbers,
  { sceneNumbers, body, width }: Profile,
): readonly RowPart[] {
  const wide = (textCells(number) + 1) * CELL;
  const left = Math.max(0, Math.min(sceneNumbers.left, body.left - wide));
  const right = Math.max(body.left, Math.min(sceneNumbers.right, width - wide));
  return [
    ...(margins === 'left' || margins === 'both' ? [lonePart(number, points(left), 'sceneNumber')] : []),
    ...(margins === 'right' || margins === 'both' ? [lonePart(number, points(right), 'sceneNumber')] : []),
  ];
}

/** How many cells a heading may fill, so that the number on the right stays clear of it. */
export function headingCells(numbers: readonly RowPart[], { body }: Profile): number {
  const right = numbers.at(-1);
  if (right === undefined || right.x <= body.left) return body.cells;
  return Math.min(body.cells, Math.max(10, Math.floor((right.x - body.left) / CELL) - 1));
}
