/**
 * The only quality loop: critique, patch, accept if no gate is broken and a judge prefers it; and a last look at the words
 * that a script repeats.
 *
 * @module
 */
export { acceptPatches, type Decision, foundedNotes } from './accept.ts';
export { MOST_ROUNDS, type Rewritten, rewriteText, type Stopped } from './controller.ts';
export type { Issue, SceneText } from './issue.ts';
export type { Found, Gates, Judgement, Pair, Revising, Revision, RewriteParts } from './parts.ts';
export { type Revised, reviseScene } from './revise-scene.ts';
export type { PatchDecision } from './settle-group.ts';
export { type Echo, findEchoes, type SurfaceScene, usedRuns } from './surface/echoes.ts';
export { surfaceScene } from './surface/surface-scene.ts';
