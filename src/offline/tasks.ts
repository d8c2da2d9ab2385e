import type { Json } from '../core/index.ts';
import { ADAPT_TASKS } from './adapt/index.ts';
import { CONTINUITY_TASKS } from './continuity/index.ts';
import { COVERAGE_TASKS } from './coverage/index.ts';
import { DEVELOP_TASKS } from './develop/index.ts';
import { EDIT_TASKS } from './edits/index.ts';
import { EXTRACT_TASKS } from './extract/index.ts';
import type { Random } from './random.ts';
import { SCENE_TASKS } from './scene/index.ts';

/** A typed task: a pure function of its input and a seed. */
export type Task = (input: Json, random: Random) => Json;

/** Every task the offline writer answers, by name. */
export const TASKS: Readonly<Record<string, Task>> = {
  ...DEVELOP_TASKS,
  ...SCENE_TASKS,
  ...EXTRACT_TASKS,
  ...ADAPT_TASKS,
  ...COVERAGE_TASKS,
  ...CONTINUITY_TASKS,
  ...EDIT_TASKS,
};
