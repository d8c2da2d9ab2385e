import { splitCue } from '../cue.ts';
import { plainText } from '../inline/inline.ts';
import { oneLine } from '../text.ts';

/**
 * The name in a cue, in the letters it was written in: `MARA` for `@MARA (V.O.) (CONT'D) ^`, with or without
 * emphasis and notes. Two cues are of one character when these are the same in capitals.
 */
export function characterName(cue: string): string {
  const line = oneLine(plainText(cue));
  return splitCue(line.startsWith('@') ? line.slice(1) : line)
    .name.replace(/\^$/, '')
    .trim();
}
