/**
 * The offline writer as a reader: it copies what a script says first in its scenes, and judges nothing.
 *
 * @module
 */
import type { Json } from '../../core/index.ts';
import { copyPart } from './read.ts';
import { copyReport } from './report.ts';

/** The answers to questions for a reader's report, by the task's name. Pure: equal inputs give equal answers. */
export const COVERAGE_TASKS: Readonly<Record<string, (input: Json) => Json>> = {
  'coverage.read': copyPart,
  'coverage.report': copyReport,
};
