/**
 * The only quality loop: critique, patch, accept if no gate is broken and a judge prefers it; and a last look at the words
 * that a script repeats.
 *
 * @module
 */
export { acceptPatches, type Decision, foundedNotes } from './accept.ts';
export { askedParts, type RewriteAsk } from './asked-parts.ts';
export { type Concern, placeIn, type SceneElements } from './concern.ts';
export { MOST_ROUNDS, type Rewritten, rewriteText, type Stopped } from './controller.ts';
export {
  concernOf,
  instructionOf,
  type NoteState,
  noteDocument,
  noteId,
  noteState,
  unsaid,
  wordsOf,
} from './notes.ts';
export type { Found, Gates, Judgement, Pair, Revising, Revision, RewriteParts } from './parts.ts';
export { openScene, type Readers, readScene, type StandingScene } from './read-scene.ts';
export { type Revised, reviseScene } from './revise-scene.ts';
export { type RuleNotes, ruleNotes } from './rule-notes.ts';
export type { PatchDecision } from './settle-group.ts';
export { type Echo, findEchoes, type SurfaceScene, usedRuns } from './surface/echoes.ts';
export { surfaceScene } from './surface/surface-scene.ts';
