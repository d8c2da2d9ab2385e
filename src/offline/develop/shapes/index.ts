/**
 * The kinds of story a logline can be.
 *
 * @module
 */

import { CHASE } from './chase.ts';
import { HUNT } from './hunt.ts';
import { LOVE } from './love.ts';
import { QUEST } from './quest.ts';
import { RIVALS } from './rivals.ts';
import type { Shape } from './shape.ts';
import { THRESHOLD } from './threshold.ts';
import { TRUTH } from './truth.ts';

export type { Anchor, Heart, Shape, Station } from './shape.ts';

const SHAPES: readonly Shape[] = [LOVE, RIVALS, CHASE, TRUTH, HUNT, THRESHOLD];

/** The kind of story a logline is: the first whose cues it shows, or else a quest. */
export function shapeOf(logline: string): Shape {
  const text = logline.toLowerCase();
  return SHAPES.find((shape) => shape.cues.test(text)) ?? QUEST;
}
