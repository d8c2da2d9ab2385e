import type { Screenplay } from '../tree.ts';
import type { SceneBreak } from './paginate.ts';
import { CELL, type Profile, points, rightEdge } from './profile.ts';
import { lonePart, type Row, type RowPart } from './row.ts';
import { type SceneNumbers, sceneNumberParts } from './scene-numbers.ts';

const BOTTOM = '(CONTINUED)';
const TOP = 'CONTINUED:';

/**
 * What a page says that ends inside a scene, between two blocks or inside one: `(CONTINUED)` on the right with a blank
 * line above it, and overleaf `CONTINUED:` with the scene's number, and a blank line under it.
 */
export function sceneBreaks(
  script: Screenplay,
  { profile, sceneNumbers }: { readonly profile: Profile; readonly sceneNumbers: SceneNumbers },
): (above: number, below: number) => SceneBreak | undefined {
  const scenes = scenesOf(script);
  const bottom = lonePart(BOTTOM, points(rightEdge(profile.body) - BOTTOM.length * CELL), 'continuedScene');
  return (above, below) => {
    const scene = scenes[above];
    if (scene === undefined || scene !== scenes[below]) return undefined;
    const heading = script.children[scene];
    const number = heading?.type === 'sceneHeading' ? heading.number : undefined;
    const numbers = number === undefined ? [] : sceneNumberParts(number, sceneNumbers, profile);
    const top = [lonePart(TOP, profile.body.left, 'continuedScene'), ...numbers].toSorted((a, b) => a.x - b.x);
    return { bottom: [row([]), row([bottom])], top: [row(top), row([])] };
  };
}

/** For each block the heading of its scene; `undefined` before the first, and where an act begins. */
function scenesOf({ children }: Screenplay): readonly (number | undefined)[] {
  let scene: number | undefined;
  return children.map((block, index) => {
    if (block.type === 'sceneHeading') scene = index;
    else if (block.type === 'actBreak' && block.edge === 'start') scene = undefined;
    return scene;
  });
}

function row(parts: readonly RowPart[]): Row {
  return { parts, revision: 0 };
}
