import { z } from 'zod';
import type { Json } from '../../core/index.ts';
import type { CoverageReportAnswer } from '../../generators/index.ts';

const ask = z.object({ parts: z.array(z.object({ scenes: z.string(), synopsis: z.string() })) });

/**
 * The parts as they were copied. Logline, genre and comments take a reader: they stay empty.
 *
 * @throws ZodError when the input is not that of the task.
 */
export function copyReport(input: Json): Json {
  const answer: CoverageReportAnswer = {
    logline: '',
    genre: '',
    period: '',
    synopsis: ask.parse(input).parts.map(({ scenes, synopsis }) => ({ heading: scenes, text: synopsis })),
    comments: [],
  };
  return answer;
}
