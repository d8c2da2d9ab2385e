/**
 * From a logline to a screenplay, and from a change to just the scenes it touches. The only fan-out over scenes.
 *
 * @module
 */

export { extractCharacter } from '../generators/index.ts';
export { adaptStory } from './adapt.ts';
export { assembleScript, type Credit } from './assemble.ts';
export type { CoverageTask } from './cover-parts.ts';
export { coverScript } from './cover-script.ts';
export type { Brief } from './develop.ts';
export { type Draft, draftArtifact, draftsAsRead, draftsFrom } from './draft.ts';
export { type GoingOn, goOn, type WhatFollows } from './go-on.ts';
export { CONTINUITY, type Continuity, type Linked, linkAndKeep, linkedFrom, linkScript } from './link-script.ts';
export { nextTake } from './next-take.ts';
export { type Origin, originArtifact, originIn } from './origin.ts';
export { type CoveragePlan, planCoverage } from './plan-coverage.ts';
export { type AskedBy, askedBy, explainScene, planScript } from './plan-script.ts';
export { questionsOf } from './questions.ts';
export { readScript } from './read-script.ts';
export { type RenderedStep, renderScene } from './render-scene.ts';
export type {
  ExportedFile,
  Plan,
  PlannedCall,
  PlannedScene,
  Reasons,
  RunReport,
  SceneReport,
  Status,
  TakenFile,
  Tally,
} from './report.ts';
export {
  critiqueScenes,
  type RewrittenScene,
  rewriteScenes,
  type SceneCost,
  type SceneFailure,
  type SceneTask,
  type SceneWork,
} from './rewrite-scenes.ts';
export { type LeftBecause, leftBecause, type Scope } from './scope.ts';
export { standingScenes, type Written } from './standing.ts';
export { type SceneHow, writeScene } from './write-scene.ts';
export { FATAL, placeOf, type SceneOutcome, writeScenes } from './write-scenes.ts';
export { type Planned, type Planning, planStory, writeScript } from './write-script.ts';
export { putTake, type TakeHow, writeTake } from './write-take.ts';
