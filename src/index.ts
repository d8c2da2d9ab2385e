/**
 * ScriptGen as a library: open a project, write scripts, run the agents of one scene.
 *
 * @module
 */
export { AGENTS, type Agents, type Offer, runAgents, type Stage, type Staged, type Story } from './agents/index.ts';
export { type Bible, type Outline, type SceneCard, type Viewer, contextFor, knownFacts } from './bibles/index.ts';
export { ERRORS, type ErrorCode, isScriptGenError, type Note, type Reference, ScriptGenError, type Severity } from './core/index.ts';
export { assembleScript, type Draft, planScript, writeScene, writeScript } from './orchestrator/index.ts';
export * from './project.ts';
