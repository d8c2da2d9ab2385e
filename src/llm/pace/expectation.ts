import type { Usage } from '../model.ts';

/** How large a request is before it is sent. */
export interface RequestSize {
  /** Input tokens, as estimated now. */
  readonly input: () => number;
  /** The limit of its output in tokens; `Infinity` when it has none. */
  readonly mostOutput: number;
}

/** What requests turn out to take. */
export interface Expectation {
  /** Output tokens to expect, at most the limit. */
  readonly output: (most: number) => number;
  /** How much more to set aside than is expected while a request is under way: 1.3 for a third more. */
  readonly margin: () => number;
  readonly learn: (size: RequestSize, usage: Usage) => void;
}

/** Output tokens expected of a model that has not answered yet: about one scene. */
const FIRST_OUTPUT = 1000;
const FIRST_SPREAD = 0.15;
const MOST_SPREAD = 0.5;
/** How much farther the farthest ones stray than the mean one: twice of an even spread, and the mean is only so sure. */
const TAIL = 3;
/** The part that one answer has in the moving averages. */
const WEIGHT = 0.1;

/** Learn from answers how long the next ones will be. Output limits are several times what is written. */
export function createExpectation(): Expectation {
  let mean: number | undefined;
  let spread = FIRST_SPREAD;
  const output = (most: number): number => Math.min(most, mean ?? FIRST_OUTPUT);
  return {
    output,
    margin: () => 1 + Math.min(MOST_SPREAD, TAIL * spread),
    learn: (size, { inputTokens, outputTokens }) => {
      if (mean !== undefined) {
        const expected = size.input() + output(size.mostOutput);
        spread += WEIGHT * (Math.abs(inputTokens + outputTokens - expected) / Math.max(1, expected) - spread);
      }
      mean = mean === undefined ? outputTokens : mean + WEIGHT * (outputTokens - mean);
    },
  };
}
