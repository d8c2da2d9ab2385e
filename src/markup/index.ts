/**
 * What people do to the text of a script: edits, locks, pins, notes, proposals, takes. Values over the generated text, and
 * what follows from both. Asks no model; pure.
 *
 * @module
 */
export { type MergedRecords, mergeRecords, type RecordChange, type RecordText } from './branch/merge-records.ts';
export { type Edit, type EditDocument, FRONT, type FrontDocument, type Taken } from './edit.ts';
export type {
  Choice,
  ChoiceDocument,
  Fine,
  FineDocument,
  Lock,
  LockDocument,
  Pin,
} from './lock.ts';
export { editDocument, type Markup, markupFrom, NO_MARKUP } from './markup.ts';
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
export { type SceneConflict, type SceneText, sceneText } from './scene-text.ts';
export type { Signed } from './signed.ts';
