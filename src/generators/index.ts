/**
 * One typed question to a model per file: its input, its prompt's values, and the schema of its answer.
 *
 * A generator never calls another generator.
 *
 * @module
 */
export { Beats, type BeatsInput, planBeats } from './beats.ts';
export { CardsAnswer, type CardsInput, planCards } from './cards.ts';
export { AuditAnswer, type AuditInput, askAudit } from './continuity-audit.ts';
export { askFacts, FactsAnswer, type FactsInput, type WrittenScene } from './continuity-facts.ts';
export { askJudge, JudgeAnswer, type JudgedFact, type JudgeInput } from './continuity-judge.ts';
export { askCritique, CritiqueAnswer, type CritiqueInput, printElements } from './critique.ts';
export { askDirector, DirectAnswer, type DirectInput } from './direct.ts';
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
export { briefOf, headingOf, type SceneBrief, type SceneElement, type SceneInput, sceneReferences } from './scene.ts';
export { askTogether, TogetherAnswer, type TogetherInput, type TogetherPart, togetherAsk } from './together.ts';
