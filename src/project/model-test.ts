import { z } from 'zod';
import { ScriptGenError } from '../core/index.ts';
import {
  answerSchema,
  type ConfiguredModel,
  createClient,
  type ModelRequest,
  type Models,
  readAnswer,
  type Usage,
} from '../llm/index.ts';
import { priceOf } from './model-price.ts';

/** A question to be asked of a model, to see whether it answers. */
export interface ModelTest {
  readonly model: string;
  /** US dollars that it can cost at most; `null` when not known. */
  readonly mostCost: number | null;
  /** Ask. Throws `model/…`. */
  ask(signal: AbortSignal): Promise<ModelTestReport>;
}

/** What came of a test. */
export interface ModelTestReport {
  readonly model: string;
  /** `provider/model` that answered, when it was another. */
  readonly servedBy?: string;
  /** Wall milliseconds in all, and until the first token where that is known. */
  readonly ms: number;
  readonly firstTokenMs?: number;
  readonly attempts: number;
  readonly usage: Usage;
  /** US dollars; `null` when the price is not known. */
  readonly cost: number | null;
  /** How the shape of the answer is asked for, as configured. */
  readonly structuredOutput: ConfiguredModel['structuredOutput'];
  /** Whether the answer had the shape that was asked for. */
  readonly isUsable: boolean;
  /** What was wrong with it. */
  readonly remark?: string;
}

const Word = z.object({ word: z.string().min(1) });
/** More than a model that thinks first takes for one word. */
const MOST_OUTPUT = 2000;
/** Characters of a token, on the safe side: four is usual for English. */
const CHARACTERS_PER_TOKEN = 3;

/** Prepare a question of one word to the main model of these. Throws `model/unknown` when that is no language model. */
export async function testOf(models: Models): Promise<ModelTest> {
  const { model, params } = models.modelFor('director');
  const provider = models.providers.get(model.split('/')[0] ?? '');
  if (provider?.isLanguageModel === false)
    throw new ScriptGenError({
      code: 'model/unknown',
      message: `${model} is no language model: there is nothing to test.`,
      hint: 'Name a model, or set a key: scriptgen models list shows what there is.',
    });
  const request: ModelRequest = {
    model,
    params: { ...params, maxOutputTokens: Math.min(params.maxOutputTokens ?? MOST_OUTPUT, MOST_OUTPUT) },
    messages: [
      { role: 'system', content: 'You answer in JSON.' },
      { role: 'user', content: 'Give one English word for the light that a lighthouse gives, as "word".' },
    ],
    schema: answerSchema(Word),
    task: { name: 'models.test', input: {} },
  };
  const inputTokens = Math.ceil(JSON.stringify(request).length / CHARACTERS_PER_TOKEN);
  const price = await priceOf(models, model);
  return {
    model,
    mostCost: price === null ? null : (inputTokens * price.input + MOST_OUTPUT * price.output) / 1_000_000,
    ask: async (signal) => {
      const client = createClient({ providers: models.providers, ...models.client });
      const { text, finishReason, attempts, ms, firstTokenMs, usage, cost, servedBy } = await client.ask(
        request,
        signal,
      );
      const reading = readAnswer(text, Word, { finishReason });
      const structured = models.list().find((listed) => listed.model === model)?.structuredOutput ?? 'json_schema';
      return {
        model,
        ...(servedBy === undefined ? {} : { servedBy }),
        ms,
        ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
        attempts,
        usage,
        cost,
        structuredOutput: structured,
        isUsable: reading.ok,
        ...(reading.ok ? {} : { remark: reading.problem }),
      };
    },
  };
}
