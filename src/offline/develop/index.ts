/**
 * The offline writer's planning half: from a logline to premise, bible entries and scene cards, without a model.
 *
 * @module
 */

import type { Json } from '../../core/index.ts';
import type { Random } from '../random.ts';
import { answerBeats } from './beats.ts';
import { answerCards } from './cards.ts';
import { answerCharacters, answerPlots, answerSettings, answerThemes } from './entries.ts';
import { answerChoose, answerMend } from './mend.ts';
import { answerPremise } from './premise.ts';
import { answerSpine } from './spine.ts';

/**
 * The answer to each planning task, by its name. Pure: equal inputs give equal answers.
 *
 * Each seeds itself from the parts of its input that it depends on, not from the whole of it, so that renaming
 * one place changes no name elsewhere, and the cards of two sequences come from one plan.
 *
 * @throws ZodError when the input is not that of the task.
 */
export const DEVELOP_TASKS: Readonly<Record<string, (input: Json, random: Random) => Json>> = {
  'bible.premise': (input) => answerPremise(input),
  'bible.characters': (input) => answerCharacters(input),
  'bible.settings': (input) => answerSettings(input),
  'bible.plots': (input) => answerPlots(input),
  'bible.themes': (input) => answerThemes(input),
  'outline.spine': (input) => answerSpine(input),
  'outline.beats': (input) => answerBeats(input),
  'outline.cards': (input) => answerCards(input),
  'outline.mend': () => answerMend(),
  'outline.choose': () => answerChoose(),
};
