/**
 * ScriptGen as a library: open a project, write scripts, run the agents of one scene.
 *
 * @module
 */
export { AGENTS, type Agents, type Offer, runAgents, type Stage, type Staged, type Story } from './agents/index.ts';
export {
  type Bible,
  contextFor,
  knows,
  type Limits,
  type Outline,
  type Scene,
  type SceneCard,
  type Viewer,
} from './bibles/index.ts';
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
  type Blame,
  type BuildOptions,
  type Change,
  type ChangeOptions,
  type ChangeSet,
  type Conflict,
  type Context,
  type Entry,
  type EntryChange,
  type EntryDraft,
  type EntryState,
  type EntryVersion,
  type ExportedFile,
  type Fact,
  type FieldChange,
  type Format,
  type Kind,
  type Knowledge,
  LOGLINE_LIMIT,
  type NewScript,
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
  type ScriptBible,
  type SearchHit,
  type Status,
  type Tally,
  type Use,
  type ViewerName,
  type WriteOptions,
} from './project.ts';
