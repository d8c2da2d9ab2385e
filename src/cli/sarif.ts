import type { Note } from '../core/note.ts';
import { type RuleDescription, sarifLog } from '../screenplay/check/sarif.ts';

/** A file and what was found in it. */
export interface CheckedFile {
  /** As it was named. */
  readonly path: string;
  readonly notes: readonly Note[];
}

/** The notes of several files as one SARIF log with one run: code hosts take no more of one tool. `rules` says what the rules are where they are not those of the check. */
export function mergedSarif(files: readonly CheckedFile[], rules?: readonly RuleDescription[]) {
  const whole = sarifLog(
    files.flatMap(({ notes }) => notes),
    undefined,
    rules,
  );
  return {
    ...whole,
    runs: whole.runs.map((run) => {
      const places = new Map(run.tool.driver.rules.map(({ id }, at) => [id, at]));
      const results = files.flatMap(({ path, notes }) =>
        sarifLog(notes, path).runs.flatMap((one) =>
          one.results.map((result) => ({ ...result, ruleIndex: places.get(result.ruleId) ?? -1 })),
        ),
      );
      return { ...run, results };
    }),
  };
}
