import type { Screenplay } from '../tree.ts';
import type { SceneBreak } from './paginate.ts';
import { CELL, type Profile, points, rightEdge } from './profile.ts';
import { lonePart, type Row, type RowPart } from './row.ts';
import { type SceneNumbers, sceneNumberParts } from './scene-numbers.ts';

const BOTTOM = '(CONTINUED)';
const TOP = 'CONTINUED:';

/**
 * What a page says that ends inside a scene: `(CONTINUED)` on the right with a blank line above it, and overleaf
 * `CONTINUED:` with the scene's number, and a blank line under it.
 */
export function sceneBreaks(
  { children }: Screenplay,
  { profile, sceneNumbers }: { readonly profile: Profile; readonly sceneNumbers: SceneNumbers },
): (scene: number) => SceneBreak {
  const bottom = lonePart(BOTTOM, points(rightEdge(profile.body) - BOTTOM.length * CELL), 'continuedScene');
  return (scene) => {
    const heading = children[scene];
    const number = heading?.type === 'sceneHeading' ? heading.number : undefined;
    const numbers = number === undefined ? [] : sceneNumberParts(number, sceneNumbers, profile);
    const top = [lonePart(TOP, profile.body.left, 'continuedScene'), ...numbers].toSorted((a, b) => a.x - b.x);
    return { bottom: [row([]), row([bottom])], top: [row(top), row([])] };
  };
}

function row(parts: readonly RowPart[]): Row {
  return { parts, revision: 0, endsLine: true };
}
