/**
 * What people do to the text of a script: edits, locks, pins, notes, proposals, takes. Values over the generated text, and
 * what follows from both. Asks no model; pure.
 *
 * @module
 */
export { LEAST_KEPT } from './blame/align.ts';
export { type BlamedPassage, blameScene, type SceneHistory } from './blame/blame-scene.ts';
export { type Amount, modelsIn, peopleIn, type Shares, sharesOf } from './blame/disclose.ts';
export { type GivingStep, type Origin, type Said, type StepAnswer, type Whose, whose } from './blame/origin.ts';
export { type Passage, passagesOf } from './blame/passage.ts';
export { type MergedRecords, mergeRecords, type RecordChange, type RecordText } from './branch/merge-records.ts';
export { type ConflictProposal, conflictProposals, decideConflict, type UnderEdit } from './conflict.ts';
export { type Edit, type EditDocument, FRONT, type FrontDocument, type Taken } from './edit.ts';
export { type LockedLines, lockedLines } from './held.ts';
export type {
  Choice,
  ChoiceDocument,
  Fine,
  FineDocument,
  Lock,
  LockDocument,
  LockedHeadings,
  Pin,
} from './lock.ts';
export { editDocument, type Markup, markupFrom, NO_MARKUP } from './markup.ts';
export type { Issue, IssueDocument } from './production/issue.ts';
export {
  changedPages,
  issueOf,
  lockedDraft,
  PRODUCTION_LAYOUT,
  type ProductionDraft,
  productionDraft,
} from './production/production-draft.ts';
export { sceneLabels } from './production/scene-labels.ts';
export type {
  BibleProposal,
  Mark,
  MarkDocument,
  NoteDocument,
  NoteSource,
  Proposal,
  ProposalDocument,
  SceneNote,
  TextProposal,
} from './proposal.ts';
export { edited, rebase, sameBlocks } from './rebase.ts';
export { lockAgainst, lockText, refuseLocked, type SourceChange, sceneLock } from './refuse-locked.ts';
export {
  type Against,
  type AppliedMarks,
  applyConflict,
  applyMarks,
  applyProposal,
  type BibleHunk,
  bibleHunks,
  canDecide,
  conflictHunks,
  type Hunk,
  type HunkState,
  hunksOf,
  type Marked,
  type MarkedConflict,
  segmentsOf,
  type TextHunk,
  withBibleMarks,
} from './review/index.ts';
export { blocksInLines, type SceneLine, sceneLines } from './scene-lines.ts';
export {
  type Over,
  type SceneConflict,
  type SceneText,
  sceneText,
} from './scene-text.ts';
export type { Signed } from './signed.ts';
export { applied } from './sync/applied.ts';
export { type ExportedText, exportedText, type FileText, fileText } from './sync/exported-text.ts';
export type { ExportedScene, FileScene } from './sync/file-scene.ts';
export { laidOut } from './sync/lay-out.ts';
export { type EditedScene, type GoneScene, matchScenes, type SceneMatch } from './sync/match-scenes.ts';
export { planSync } from './sync/plan-sync.ts';
export type { ScriptNow } from './sync/script-now.ts';
export type { Refusal, SceneFate, SyncedScene, SyncPlan, SyncWrite } from './sync/sync-plan.ts';
export { type DraftText, type EffectiveText, textOfScene } from './text-of-scene.ts';
