/**
 * The only quality loop: critique, patch, accept if no gate is broken; and a last look at the words that a script repeats.
 *
 * @module
 */
export { acceptPatches, type Decision, foundedNotes } from './accept.ts';
export { type Revised, reviseScene } from './revise-scene.ts';
export { type Echo, findEchoes, type SurfaceScene, usedRuns } from './surface/echoes.ts';
export { surfaceScene } from './surface/surface-scene.ts';
