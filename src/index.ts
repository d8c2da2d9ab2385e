/**
 * ScriptGen as a library: open a project, write scripts, run the agents of one scene.
 *
 * @module
 */
export { AGENTS, type Agents, type Offer, runAgents, type Stage, type Staged, type Story } from './agents/index.ts';
export { type Bible, contextFor, knownFacts, type Outline, type SceneCard, type Viewer } from './bibles/index.ts';
export {
  ERRORS,
  type ErrorCode,
  isScriptGenError,
  type Note,
  type Reference,
  ScriptGenError,
  type Severity,
} from './core/index.ts';
export { assembleScript, type Draft, planScript, writeScene, writeScript } from './orchestrator/index.ts';
export {
  type BuildOptions,
  type Change,
  type Entry,
  type EntryVersion,
  type ExportedFile,
  type FieldEdit,
  type Format,
  LOGLINE_LIMIT,
  openProject,
  type Plan,
  type PlannedScene,
  type Project,
  type ProjectOptions,
  type Reasons,
  type RunEvent,
  type RunOptions,
  type RunReport,
  SCENE_LIMIT,
  SCENES,
  type ScenePlace,
  type SceneReport,
  type Script,
  type Status,
  type Tally,
  type WriteOptions,
} from './project.ts';
