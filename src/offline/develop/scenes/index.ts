/**
 * Sketches of scenes for every dramatic pattern, to be cast with anybody's people.
 *
 * @module
 */

import { EARLY } from './early.ts';
import { LATE } from './late.ts';
import { MIDDLE } from './middle.ts';
import { SILENT } from './silent.ts';
import type { Sketch } from './sketch.ts';

export { playsOutside, propFits } from './prop-fit.ts';
export type { Sketch } from './sketch.ts';

const SKETCHES: Readonly<Record<string, readonly Sketch[]>> = { ...EARLY, ...MIDDLE, ...LATE, ...SILENT };

/** The sketches of a pattern; none for a pattern nobody has written. */
export function sketchesOf(pattern: string): readonly Sketch[] {
  return SKETCHES[pattern] ?? [];
}
