import type { Block } from '../../screenplay/index.ts';
import { sceneLines } from '../scene-lines.ts';
import { type Passage, passagesOf } from './passage.ts';

/** A passage, and where it stands. */
export interface PlacedPassage extends Passage {
  /** Its first line of the scene as it is printed, as locks count them: the heading is line 1. */
  readonly line: number;
  /** Its last line. */
  readonly lastLine: number;
}

/** The passages of a scene with the lines in which they are printed. */
export function placePassages(blocks: readonly Block[]): readonly PlacedPassage[] {
  // Every heading is one line, whatever it says.
  const lines = sceneLines({ type: 'sceneHeading', text: 'INT. ANYWHERE' }, blocks);
  return blocks.flatMap((block, at) => {
    const own = lines.filter((line) => line.block === at);
    let next = 0;
    return passagesOf([block]).map((passage): PlacedPassage => {
      const parts = passage.text.split('\n');
      const found = own.findIndex(({ text }, index) => index >= next && text.includes(parts[0]?.trim() ?? ''));
      const first = found < 0 ? Math.min(next, own.length - 1) : found;
      const last = Math.min(first + parts.length, own.length) - 1;
      next = last + 1;
      return { ...passage, line: own[first]?.line ?? 0, lastLine: own[last]?.line ?? 0 };
    });
  });
}
