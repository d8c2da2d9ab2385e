/**
 * The only quality loop: critique, patch, accept if no gate is broken.
 *
 * @module
 */
export { acceptPatches, type Decision, foundedNotes } from './accept.ts';
export { type Revised, reviseScene } from './revise-scene.ts';
