/**
 * One typed question to a model per file: its input, its prompt's values, and the schema of its answer.
 *
 * A generator never calls another generator.
 *
 * @module
 */
export { Beats, type BeatsInput, planBeats } from './beats.ts';
export { CardsAnswer, type CardsInput, planCards } from './cards.ts';
export { askCritique, CritiqueAnswer, type CritiqueInput, printElements } from './critique.ts';
export { askDirector, DirectAnswer, type DirectInput } from './direct.ts';
export { type EarlierScene, earlierReferences } from './earlier.ts';
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
export { askLines, LinesAnswer, type LinesInput, linesAsk } from './lines.ts';
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
export { type StagedFrom, type StagedScene, type StagingFault, stagingFaults } from './staging.ts';
export { askTogether, TogetherAnswer, type TogetherInput, type TogetherPart, togetherAsk } from './together.ts';
export { askTurn, type HeardTurn, TurnAnswer, type TurnInput } from './turn.ts';
