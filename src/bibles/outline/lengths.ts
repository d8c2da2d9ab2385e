import type { SceneCard } from '../card.ts';

const LENGTHS: readonly SceneCard['length'][] = ['flash', 'short', 'standard', 'setPiece'];

/** The length class that many steps longer, or shorter; the longest or shortest at the ends. Each is about twice the one before. */
export function lengthBy(length: SceneCard['length'], steps: number): SceneCard['length'] {
  const at = LENGTHS.indexOf(length) + steps;
  return LENGTHS[Math.max(0, Math.min(LENGTHS.length - 1, at))] ?? length;
}

/** The longer of two. */
export function longerOf(one: SceneCard['length'], other: SceneCard['length']): SceneCard['length'] {
  return LENGTHS.indexOf(one) < LENGTHS.indexOf(other) ? other : one;
}
