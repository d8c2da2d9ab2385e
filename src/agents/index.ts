/**
 * Roles with a viewpoint: the characters, the director, the dramaturge. They never call each other.
 *
 * @module
 */
export { AGENTS } from './agents.ts';
export { auditScenes, judgePair, type Reading, readSceneFacts } from './continuity.ts';
export { lensCritic, promptCritic } from './dramaturge.ts';
export { everyOne } from './every-one.ts';
export { runAgents, type Staged } from './run-agents.ts';
export type { Agents, Critic, Making, Offer, Offered, PlayedTurn, Stage, TurnCall } from './stage.ts';
export type { Story } from './story.ts';
