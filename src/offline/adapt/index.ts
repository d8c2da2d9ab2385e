/**
 * The offline writer as a reader of sources: sentences and names as they stand there, with no language model.
 *
 * @module
 */
import type { Json } from '../../core/index.ts';
import { answerGoOn } from './cards.ts';
import { answerDigest } from './digest.ts';
import { answerAdapted } from './premise.ts';
import { answerSynopsis } from './synopsis.ts';

/** The answers to questions about a source, by the task's name. Pure: equal inputs give equal answers. */
export const ADAPT_TASKS: Readonly<Record<string, (input: Json) => Json>> = {
  'adapt.digest': (input) => answerDigest(input),
  'adapt.premise': (input) => answerAdapted(input),
  'adapt.synopsis': (input) => answerSynopsis(input),
  'adapt.cards': (input) => answerGoOn(input),
};
