/**
 * The screenplay as a document: its tree, how it is built, read and written (Fountain, Final Draft, HTML, text), put on
 * pages, compared, merged, checked and measured. Printed as JSON here, too; reading JSON is in `json/`, PDF in `pdf/`.
 *
 * Pure and free of Node built-ins, so that a browser can load it.
 *
 * @module
 */
export { withIds } from './block-id.ts';
export {
  action,
  type BlockOptions,
  centered,
  type DialogueOptions,
  dialogue,
  dualDialogue,
  type HeadingOptions,
  heading,
  lyrics,
  note,
  pageBreak,
  parenthetical,
  screenplay,
  section,
  speech,
  sung,
  synopsis,
  type TitlePageFields,
  titlePage,
  transition,
} from './build.ts';
export { checkScreenplay, filterNotes, type NoteFilter } from './check/check.ts';
export { type PrintNotesOptions, printNotes } from './check/print-notes.ts';
export type { Fault, Rule } from './check/rule.ts';
export { RULES } from './check/rules.ts';
export { type CountedName, findSlips, lettersOf, type Slip } from './check/spelling.ts';
export { carryIds } from './diff/carry-ids.ts';
export { type BlockChange, diffScreenplays, isUnchanged, type ScriptDiff } from './diff/diff.ts';
export { type LaidConflict, type LaidOver, layOver } from './diff/lay-over.ts';
export { type BlockConflict, type MergedScreenplay, mergeScreenplays } from './diff/merge.ts';
export { type LineConflict, type MergedText, type MergeLinesOptions, mergeLines } from './diff/merge-lines.ts';
export type { Move } from './diff/moves.ts';
export { printDiff } from './diff/print.ts';
export { reviseScreenplay } from './diff/revise.ts';
export type { Span, ThreeWay } from './diff/three-way.ts';
export type { TitleChange } from './diff/title-page.ts';
export { withoutRevisions } from './diff/without-revisions.ts';
export { diffWords, type WordChange } from './diff/words.ts';
export { isFdx } from './fdx/is-fdx.ts';
export { type ParsedFdx, parseFdx } from './fdx/parse.ts';
export { type PrintedFdx, printFdx } from './fdx/print.ts';
export { fountainLosses } from './fountain/losses.ts';
export { type FountainOptions, type ParsedFountain, parseFountain } from './fountain/parse.ts';
export { printFountain } from './fountain/print.ts';
export { type HtmlOptions, printHtml } from './html/print.ts';
export { type PagesHtmlOptions, printPagesHtml } from './html/print-pages.ts';
export type { Emphasis } from './inline/emphasis.ts';
export { type InlineRun, inlineLines, plainText, type SpanStyle } from './inline/inline.ts';
export { type InlineRemark, inlineRemarks } from './inline/remarks.ts';
export { type PrintJsonOptions, printJson } from './json/print.ts';
export { type LayoutOptions, layoutScreenplay } from './layout/layout.ts';
export {
  type MeasureOptions as SceneLengthOptions,
  measureScenes,
  type SceneLength,
  type ScriptLength,
} from './layout/measure.ts';
export { type LineElement, lineText, type Page, type PlacedLine, type TextRun } from './layout/page.ts';
export { DEFAULT_HEADER, type PageText } from './layout/page-text.ts';
export type { Column as PageColumn, Profile, ProfileName, Spacing } from './layout/profile.ts';
export { PROFILES } from './layout/profiles.ts';
export type { RevisionMarks } from './layout/revisions.ts';
export type { SceneNumbers } from './layout/scene-numbers.ts';
export type { Band, MeasuredMetric, NormSet } from './measure/compare.ts';
export { dialoguesOf, speakerName } from './measure/material.ts';
export { type Measurement, type MeasureOptions, measureScreenplay } from './measure/measure.ts';
export { METRICS, type Metric, type MetricKey } from './measure/metrics.ts';
export type { Norm } from './measure/norms.ts';
export { printCharacters, printMeasurement } from './measure/print.ts';
export type { CharacterMeasure } from './measure/speakers.ts';
export type { TableFormat } from './measure/table.ts';
export type { VoiceMeasure } from './measure/voice.ts';
export { countSentences, countWords, wordsOf } from './measure/words.ts';
export { normalizeScreenplay } from './normalize.ts';
export { type LabelScheme, US_LABELS } from './production/label.ts';
export { lockPages } from './production/lock-pages.ts';
export { nextRevision, type RevisionOptions } from './production/next-revision.ts';
export { type NumberOptions, numberScenes } from './production/number-scenes.ts';
export { omitScene } from './production/omit-scene.ts';
export { FINAL_DRAFT_COLORS, REVISION_COLORS, type RevisionColor } from './production/revision-colors.ts';
export type { ReportOptions } from './report/breakdown.ts';
export { type CastRow, castReport, printCastReport } from './report/cast-report.ts';
export { type DialogueRow, dialogueReport, printDialogueReport } from './report/dialogue-report.ts';
export { eighthsText } from './report/eighths.ts';
export { type LocationRow, locationReport, printLocationReport } from './report/location-report.ts';
export { oneLineSchedule, printSchedule, type ScheduleOptions, type ScheduleRow } from './report/one-line-schedule.ts';
export { printSceneReport, type SceneRow, sceneReport } from './report/scene-report.ts';
export { type SameBlockOptions, sameBlock } from './same.ts';
export { oneLine } from './text.ts';
export type * from './tree.ts';
export { printText, type TextOptions } from './txt/print.ts';
export { blockText } from './visit/block-text.ts';
export { characterName } from './visit/character-name.ts';
export { insertAfter, mapBlocks, removeBlock, replaceBlock } from './visit/edit.ts';
export { type BlockQuery, type FoundBlock, findBlocks } from './visit/find.ts';
export { type HeadingParts, type HeadingPrefix, readHeading } from './visit/heading.ts';
export { type Scene, sceneOf, scenesOf } from './visit/scenes.ts';
export { type VisitedPlace, type Visitor, visitBlocks } from './visit/visit.ts';
