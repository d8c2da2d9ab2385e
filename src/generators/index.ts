/**
 * One typed question to a model per file: its input, its prompt's values, and the schema of its answer.
 *
 * A generator never calls another generator.
 *
 * @module
 */
export { GoOnAnswer, type GoOnInput, planOn } from './adapt-cards.ts';
export { Digest, type DigestInput, digestPart } from './adapt-digest.ts';
export { AdaptedPremise, type AdaptInput, adaptPremise } from './adapt-premise.ts';
export { readScene, SynopsisAnswer, type SynopsisInput } from './adapt-synopsis.ts';
export { type AskedBeat, BeatsAnswer, type BeatsInput, planBeats } from './beats.ts';
export type { CardAnswer } from './card-answer.ts';
export { CardsAnswer, type CardsInput, planCards, type Quota } from './cards.ts';
export { ChooseAnswer, type ChooseInput, chooseCards } from './choose.ts';
export { AuditAnswer, type AuditInput, askAudit } from './continuity-audit.ts';
export { askFacts, FactsAnswer, type FactsInput, type WrittenScene } from './continuity-facts.ts';
export { askJudge, JudgeAnswer, type JudgedFact, type JudgeInput } from './continuity-judge.ts';
export { CoverageReadAnswer, type CoverageReadInput, readPart } from './coverage-read.ts';
export { CoverageReportAnswer, type CoverageReportInput, writeCoverage } from './coverage-report.ts';
export { askCritic } from './critic.ts';
export { askCritique, CritiqueAnswer, type CritiqueInput, type CritiqueNote, printElements } from './critique.ts';
export { askDirector, DirectAnswer, type DirectInput, instructionReferences } from './direct.ts';
export { type EarlierScene, earlierReferences } from './earlier.ts';
export { askEditFacts, type EditedEntry, EditFactsAnswer, type EditFactsInput } from './edit-facts.ts';
export {
  Characters,
  developCharacters,
  developPlots,
  developSettings,
  developThemes,
  type EntriesInput,
  Plots,
  Settings,
  Themes,
} from './entries.ts';
export { ExtractAnswer, type ExtractInput, extractCharacter, type ScriptLine } from './extract.ts';
export { askLens, type LensInput } from './lens.ts';
export { LENS_NAMES, LENSES, type Lens, type LensName } from './lenses.ts';
export { askLines, LinesAnswer, type LinesInput, linesAsk } from './lines.ts';
export { MendAnswer, type MendInput, mendCards } from './mend.ts';
export { askPatches, type PatchInput, type PatchNote } from './patch.ts';
export { developPremise, Premise, type PremiseInput } from './premise.ts';
export { askRevision, ReviseAnswer, type ReviseInput } from './revise.ts';
export {
  briefOf,
  headingOf,
  SCENE_WORDS,
  type SceneBrief,
  type SceneElement,
  type SceneInput,
  sceneReferences,
  voicesOf,
} from './scene.ts';
export { judgeScene, SceneJudgeAnswer, type SceneJudgeInput } from './scene-judge.ts';
export { type PlanInput, planSpine, Spine } from './spine.ts';
export { type StagedFrom, type StagedScene, type StagingFault, stagingFaults } from './staging.ts';
export { type CardPlan, type Keyed, plantsOf, revealsOf } from './story-plan.ts';
export { askSurface, SurfaceAnswer, type SurfaceInput, type SurfaceLine } from './surface.ts';
export { askTogether, TogetherAnswer, type TogetherInput, type TogetherPart, togetherAsk } from './together.ts';
export { askTurn, type HeardTurn, TurnAnswer, type TurnInput } from './turn.ts';
