/**
 * The scene half of the offline writer: lines, staging, notes and patches from tables, with no language model.
 *
 * @module
 */
import type { Json } from '../../core/index.ts';
import type { Random } from '../random.ts';
import { critiqueScene } from './critique.ts';
import { directScene } from './direct.ts';
import { judgeVersions } from './judge.ts';
import { critiqueThrough } from './lens.ts';
import { offerLines } from './lines.ts';
import { playTurn } from './play.ts';
import { reviseScene } from './revise.ts';
import { surfaceScene } from './surface.ts';
import { offerTogether } from './together.ts';

export type { Speaking, VoiceFields } from './speaking.ts';
export { voiceOf } from './speaking.ts';

/** The scene tasks, by name. Each is a pure function of its input. */
export const SCENE_TASKS: Readonly<Record<string, (input: Json, random: Random) => Json>> = {
  'scene.lines': offerLines,
  'scene.together': offerTogether,
  'scene.turn': playTurn,
  'scene.direct': directScene,
  'scene.critique': critiqueScene,
  'scene.revise': reviseScene,
  'scene.surface': surfaceScene,
  'scene.judge': judgeVersions,
  'critique.lens': critiqueThrough,
  'rewrite.patch': reviseScene,
};
