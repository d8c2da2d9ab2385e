/**
 * The offline writer as a reader: measures of a finished script, with no language model. It invents nothing.
 *
 * @module
 */
import type { Json } from '../../core/index.ts';
import { measureCharacter } from './character.ts';

/** The answers to questions about a finished script, by the task's name. Pure: equal inputs give equal answers. */
export const EXTRACT_TASKS: Readonly<Record<string, (input: Json) => Json>> = {
  'extract.character': measureCharacter,
};
