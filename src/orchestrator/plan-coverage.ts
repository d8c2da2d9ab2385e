import { headerOf } from '../coverage/index.ts';
import { PlanMiss, type PlannedStep, type Run } from '../steps/index.ts';
import { askPart, type CoverageTask, cutScript } from './cover-parts.ts';
import { coverScript } from './cover-script.ts';
import type { PlannedCall } from './report.ts';

/** What a report would ask, and what that costs. Nothing is asked to find out. */
export interface CoveragePlan {
  /** Parts that the script is read in, and those that were read already. */
  readonly parts: number;
  readonly fresh: number;
  /** Each call that would be made: of the parts, then the report. */
  readonly steps: readonly PlannedCall[];
  readonly tokens: number;
  /** Estimated US dollars, nothing counted as cached; `null` when a price is not known. */
  readonly cost: number | null;
  readonly model: string;
}

/** Tokens an answer takes, by task: rough, from the prompts. For plans only, before there was one. */
const ANSWER_TOKENS: Readonly<Record<string, number>> = { 'coverage.read': 1100, 'coverage.report': 1600 };

/** What the question for the report takes besides its parts. */
const REPORT_TOKENS = 1500;

/** Go through a report without asking anything. `run` must be in plan mode. */
export async function planCoverage(run: Run, task: CoverageTask): Promise<CoveragePlan> {
  const cut = cutScript(task);
  const { title } = headerOf(task.script, { ...task, pages: cut.pages, scenes: cut.scenes.length });
  const missed = (
    await Promise.all(cut.parts.map((part) => missesOf(run, (planning) => askPart(planning, part, title))))
  ).flat();
  const last = missed.length > 0 ? [] : await missesOf(run, (planning) => coverScript(planning, task));
  const { model } = run.models('dramaturge');
  const answerTokens = async (name: string): Promise<number> =>
    (await run.estimator?.outputTokens(name)) ?? ANSWER_TOKENS[name] ?? 0;
  const asked = [...missed, ...last].map(({ task: name, request, inputTokens }) => ({
    ...{ task: name, model: request.model, inputTokens, isCertain: true },
  }));
  const inputTokens = REPORT_TOKENS + cut.parts.length * (await answerTokens('coverage.read'));
  // The report follows when a part is read anew, and is asked only if that says something else.
  const after = missed.length === 0 ? [] : [{ task: 'coverage.report', model, inputTokens, isCertain: false }];
  const steps = await Promise.all(
    [...asked, ...after].map(async (call): Promise<PlannedCall> => {
      const outputTokens = await answerTokens(call.task);
      const cost = (await run.estimator?.cost(call.model, { ...call, outputTokens })) ?? null;
      return { ...call, outputTokens, cost };
    }),
  );
  return {
    parts: cut.parts.length,
    fresh: cut.parts.length - missed.length,
    steps,
    tokens: steps.reduce((sum, step) => sum + step.inputTokens + step.outputTokens, 0),
    cost: steps.reduce<number | null>((sum, { cost }) => (sum === null || cost === null ? null : sum + cost), 0),
    model,
  };
}

/** What would be asked in the course of some work. */
async function missesOf(run: Run, work: (run: Run) => Promise<unknown>): Promise<readonly PlannedStep[]> {
  const planned: PlannedStep[] = [];
  try {
    await work({ ...run, planned });
  } catch (error) {
    if (!(error instanceof PlanMiss)) throw error;
  }
  return planned;
}
