import { costOf, estimateRequest, estimateTokens, type ModelRequest, type PriceList } from '../llm/index.ts';
import { renderPrompt } from '../prompts/index.ts';
import type { Call } from './call.ts';
import type { Ledger } from './ledger.ts';
import type { Run } from './run.ts';
import type { StepAsk } from './step.ts';

/** What calls will take, from what calls took. */
export interface Estimator {
  /** Tokens of an answer to a task, on average over the answers of this project; `undefined` when there are none. */
  readonly outputTokens: (task: string) => Promise<number | undefined>;
  /** US dollars for so many tokens; `null` when the price is not known. Nothing counts as cached. */
  readonly cost: (
    model: string,
    tokens: { readonly inputTokens: number; readonly outputTokens: number },
    lane?: Call['lane'],
  ) => Promise<number | null>;
}

/**
 * Learn from the bill how long answers are. It is read when that is first asked.
 *
 * @param discountOf what a batch costs as a part of the interactive price, where the price does not say.
 */
export function createEstimator(
  ledger: Pick<Ledger, 'sum'>,
  price: PriceList,
  discountOf: (model: string) => number = () => 1,
): Estimator {
  let averages: Promise<ReadonlyMap<string, number>> | undefined;
  return {
    outputTokens: async (task) => {
      averages ??= readAverages(ledger);
      return (await averages).get(task);
    },
    cost: async (model, { inputTokens, outputTokens }, lane = 'interactive') => {
      const known = await price(model, { inputTokens });
      const part = lane === 'batch' ? (known?.cost.batch_discount ?? discountOf(model)) : 1;
      return known && part * costOf({ inputTokens, outputTokens, cachedTokens: 0 }, known.cost);
    },
  };
}

async function readAverages(ledger: Pick<Ledger, 'sum'>): Promise<ReadonlyMap<string, number>> {
  const sums = await ledger.sum({ outcome: 'answered' }, 'task');
  return new Map(sums.map(({ group, outputTokens, calls }) => [group, Math.ceil(outputTokens / calls)]));
}

/** Tokens set aside for an answer of a task that was never asked. */
const UNKNOWN_ANSWER = 2000;

/**
 * What a call will hardly exceed, in US dollars: the whole prompt at full price, and twice the usual answer, but no
 * more than the model may give.
 */
export async function likelyMost(
  { outputTokens, cost }: Estimator,
  request: ModelRequest,
  lane?: Call['lane'],
): Promise<number | null> {
  const inputTokens = estimateRequest(request);
  const { model, params, task } = request;
  const twice = 2 * ((await outputTokens(task.name)) ?? UNKNOWN_ANSWER / 2);
  return cost(model, { inputTokens, outputTokens: Math.min(twice, params.maxOutputTokens ?? twice) }, lane);
}

/** About how many input tokens a question takes, without asking it; 0 for a prompt that is not there. */
export function askTokens(run: Pick<Run, 'prompts'>, ask: Pick<StepAsk<unknown>, 'prompt' | 'variables'>): number {
  const prompt = run.prompts.get(ask.prompt);
  if (prompt === undefined) return 0;
  const { system, user } = renderPrompt(prompt, ask.variables);
  return estimateTokens(system) + estimateTokens(user);
}
