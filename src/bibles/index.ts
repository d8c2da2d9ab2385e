/**
 * What is true in a story: typed, versioned entries and scene cards, and who may see which part of them.
 *
 * Knows no prompt and no model; `contextFor` is pure.
 *
 * @module
 */
export { entryAt, looseFactsAt, tellFact, valueAt } from './at-scene.ts';
export {
  BRANCH,
  type BranchDocument,
  branchName,
  branchSlug,
  checkBranchName,
  fileName,
  MAIN,
  type Moment,
  plainId,
  storedId,
  trunkSlug,
  type Versions,
} from './branch.ts';
export { type Extra, type Outline, type SceneCard, sceneNumber } from './card.ts';
export { type Context, type ContextEntry, contextFor, type Viewer } from './context/context.ts';
export type { LeftOut, Limits } from './context/fit.ts';
export { printContext } from './context/print.ts';
export { applyChanges, diffContents, type FieldChange, type MergedContents, mergeContents } from './diff.ts';
export {
  type Author,
  type Bible,
  type Content,
  contentOf,
  type Entry,
  type EntryOf,
  type EntryState,
  type EntryVersion,
  entriesOf,
  entryById,
  isKind,
  kindOf,
  type NewEntry,
} from './entry.ts';
export { type Fact, factText, type Holder } from './fact.ts';
export type { BibleFile, FileEntry, FileFault, FileForm, ParsedEntry, ReadResult } from './files/file.ts';
export { importWrites } from './files/import-writes.ts';
export { parseBible, parseEntry } from './files/parse.ts';
export { isBibleFile } from './files/path.ts';
export {
  basesOf,
  type ImportConflict,
  type ImportItem,
  type ImportOptions,
  type ImportPlan,
  type ImportUpdate,
  planImport,
} from './files/plan-import.ts';
export { printBible, printEntry } from './files/print.ts';
export { checkLocks } from './guard.ts';
export { inheritEntries, overrideOf } from './inherit.ts';
export {
  BUILT_IN,
  type BuiltIn,
  Character,
  type DocumentOf,
  kindsSchema,
  Plot,
  Setting,
  Theme,
  Voice,
} from './kinds/built-in.ts';
export { emptyDocument } from './kinds/empty.ts';
export {
  type Document,
  type Field,
  type JsonSchema,
  type Kind,
  type Kinds,
  READERS,
  type Reader,
} from './kinds/kind.ts';
export { type KindDefinition, withUserKinds } from './kinds/user-kind.ts';
export { type FactAbout, factsById, isKnown, type Knowledge, knows } from './knowledge.ts';
export { type KnownEntry, type KnownStory, knownTo } from './known-story.ts';
export { leavesOf } from './leaves.ts';
export { lessonsFor, usesFor } from './lessons.ts';
export { findMentions, foldName, type Mention, type NameIndex, nameIndex } from './mentions.ts';
export { diffEntries, type EntryDiff, type MergedEntries, type MergedEntry, mergeEntries } from './merge/entries.ts';
export {
  conflictOf,
  type Decide,
  isSame,
  type MergeConflict,
  mergeValue,
  type Side,
  type Sides,
} from './merge/merge-value.ts';
export {
  diffCards,
  diffOutlines,
  type MergedOutline,
  mergeOutlines,
  type OutlineDiff,
  sceneLabel,
} from './merge/outline.ts';
export { changedFields, type MergedCard, mergeCard } from './merge-card.ts';
export { changeCard } from './outline/change-card.ts';
export { checkCards, newNotes } from './outline/check-cards.ts';
export { CARD_FIELDS, printCardField, readCardField } from './outline/fields.ts';
export { findCard } from './outline/find-card.ts';
export { insertCard, type NewCard } from './outline/insert-card.ts';
export { factsMoved, mergeCards } from './outline/merge-cards.ts';
export { moveCard } from './outline/move-card.ts';
export type { Told } from './outline/names.ts';
export { removeCard } from './outline/remove-card.ts';
export { type CardChange, type CardFields, CardShape } from './outline/shape.ts';
export { type CardSplit, splitCard } from './outline/split-card.ts';
export { cardWrites } from './outline/writes.ts';
export type { PlannedBeat, Plant, Sequence, Spine, StoryPlan } from './plan.ts';
export { type PlacedCard, RECORD_KINDS, type RecordKind, type RecordVersion, type ScriptRecord } from './record.ts';
export { SEARCHED, type Searched, type SearchHit, type SearchOptions } from './search.ts';
export { onStage, placeChain, type Scene } from './stage.ts';
export {
  type BibleStore,
  type CardWrite,
  type ChangeSet,
  type ChangeSetWrite,
  type Conflict,
  type EntryWrite,
  FORMATS,
  type Format,
  inForce,
  type NewBranch,
  type RecordWrite,
  type Script,
  type SourceWrite,
  type Written,
} from './store.ts';
export { TEMPLATES, type Template, type TemplateName, templateFor } from './templates/template.ts';
export { holdsAt, isReached, type Timeline, timelineOf } from './timeline.ts';
export { type ValidateOptions, validateBible, validateCards } from './validate/bible.ts';
export { checkContent, validateContent } from './validate/content.ts';
export type { Strictness } from './validate/document-faults.ts';
export { fieldTexts, firstVersion, type Head, hashContent, nextVersion } from './version.ts';
