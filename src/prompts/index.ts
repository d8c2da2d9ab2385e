/**
 * Prompts as files: loading them, a project's laid over the shipped ones, and filling their variables. Substitution only,
 * no logic.
 *
 * @module
 */
export { didYouMean, promptsSchema } from './config.ts';
export { loadPrompts, placeOf, type ReadPrompts, readPrompts } from './load.ts';
export { type Prompt, type PromptFault, type PromptSource, type Prompts, ROLES, type Role } from './prompt.ts';
export { renderPrompt } from './render.ts';
export { withText } from './with-text.ts';
