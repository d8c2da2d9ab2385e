/**
 * Prompts as files: loading them and filling their slots. Substitution only, no logic.
 *
 * @module
 */
export { loadPrompts, type Prompt, type Prompts, ROLES, type Role } from './prompts.ts';
export { renderPrompt } from './render.ts';
