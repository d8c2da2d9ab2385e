import type { Completion, ModelRequest, Provider } from '../model.ts';
import { isModelError, ModelError } from '../model-error.ts';
import type { ModelFacts } from '../model-memory.ts';
import { failedAttempt } from '../money/bill.ts';
import type { Outcome } from '../pace/cooldown.ts';
import type { Deployment } from '../pace/deployment.ts';
import { takeTurn } from '../pace/turn.ts';
import type { ModelInfo } from '../settings.ts';
import { estimateRequest } from '../tokens/request-size.ts';
import { estimateTokens } from '../tokens/tokens.ts';
import type { Asking } from './asking.ts';
import { type AttemptSettings, attempt } from './attempt.ts';
import { isTransient, toFailure } from './failure.ts';
import { providerOf } from './provider-of.ts';
import { withRetry } from './retry.ts';
import { retryAfterOf } from './retry-after.ts';
import type { Stack } from './stack.ts';

/** One question to one model, whatever it takes. */
export interface ModelAsk {
  readonly request: ModelRequest;
  /** There is another model to ask when this one cannot answer now. */
  readonly hasFallback: boolean;
  /** Its place among all asks. */
  readonly order: number;
}

type Way = NonNullable<ModelFacts['structuredOutput']>;

/** An estimate is believed that a prompt is too long when it is by this factor. */
const SURELY = 1.2;

/**
 * Ask one model until it answers, or cannot: retries, its limits, and the way its answer is shaped.
 *
 * @throws ModelError; every request that failed is in the asking's attempts.
 */
export async function askModel(stack: Stack, ask: ModelAsk, asking: Asking): Promise<Completion> {
  const { request } = ask;
  const provider = providerOf(stack.providers, request.model);
  if (!provider.isLanguageModel) {
    return withRetry(() => send(stack, { provider, request, asking, settings: {} }), stack.router, asking);
  }
  const info = stack.modelInfo(request.model);
  const estimated = estimateRequest(request);
  const input = (): number => Math.ceil(estimated * stack.learned.tokenFactor(request.model));
  if (info.context !== undefined && input() > info.context * SURELY)
    throw tooLong(request.model, input(), info.context);

  const completion = await withRetry(
    () => inAnyShape(stack, request.model, (way) => askOnce(stack, { ...ask, provider, info, input, way }, asking)),
    stack.router,
    asking,
  );
  stack.learned.learnTokens(request.model, estimated, completion.usage.inputTokens);
  return completion;
}

/** Ask a step lower where a server refuses the way the answer's shape is asked for, and remember it when that is taken. */
async function inAnyShape(
  { learned }: Stack,
  model: string,
  ask: (way: Way | undefined) => Promise<Completion>,
): Promise<Completion> {
  const known = learned.structuredOutput(model);
  for (let way = known; ; way = way === undefined ? 'json_object' : 'none') {
    const remember = (): void => {
      if (way !== undefined && way !== known) learned.learnStructuredOutput(model, way);
    };
    try {
      const completion = await ask(way);
      remember();
      return completion;
    } catch (error) {
      const code = isModelError(error) ? error.code : undefined;
      if (code === 'model/refused' || code === 'model/filtered') remember();
      if (code !== 'model/schema-rejected' || way === 'none') throw error;
    }
  }
}

interface OneAsk extends ModelAsk {
  readonly provider: Provider;
  readonly info: ModelInfo;
  /** Input tokens, as estimated now. */
  readonly input: () => number;
  readonly way: Way | undefined;
}

/** One upstream request, when it is its turn. */
async function askOnce(stack: Stack, ask: OneAsk, asking: Asking): Promise<Completion> {
  const { request, provider, info, input, way } = ask;
  const { model } = request;
  const deployment = stack.deployment(info);
  const mostOutput = request.params.maxOutputTokens ?? info.output ?? Number.POSITIVE_INFINITY;
  const { maxRetryAfterMs } = stack.router;
  const { hasFallback, order } = ask;
  const turn = await takeTurn(
    deployment,
    { model, size: { input, mostOutput }, order, hasFallback, maxRetryAfterMs },
    asking,
  );
  const { permit, isProbe } = turn;
  const leave = (outcome: Outcome): void => deployment.cooldown.leave(outcome, { start: permit.start, isProbe });
  try {
    const completion = await send(stack, {
      ...{ provider, request, asking, input: input() },
      settings: {
        streams: provider.streams === true || deployment.streaming.has(model),
        onResponse: permit.onResponse,
        ...(way === undefined ? {} : { structuredOutput: way }),
      },
    });
    if (completion.firstTokenMs !== undefined) noteStreaming(deployment, model);
    permit.end({ usage: completion.usage });
    leave('answered');
    return completion;
  } catch (error) {
    const { code, usage } = toFailure(error, model);
    const isTooMany = code === 'model/rate-limited';
    permit.end({ usage, ...(isTooMany ? { pauseMs: pauseAfter(error, stack) } : {}) });
    leave(isTransient(code) ? 'failed' : code === 'run/aborted' ? 'unknown' : 'answered');
    throw error;
  }
}

interface Sending {
  readonly provider: Provider;
  readonly request: ModelRequest;
  readonly asking: Asking;
  /** Input tokens as estimated; absent where nothing is counted. */
  readonly input?: number;
  readonly settings: Partial<AttemptSettings>;
}

/** Send one request, and keep what became of it when it failed. */
async function send(stack: Stack, { provider, request, asking, input, settings }: Sending): Promise<Completion> {
  const { clock, router } = stack;
  const left = asking.left();
  asking.check();
  if (left <= 0) throw noTimeLeft(request.model);
  const start = clock.elapsed();
  asking.requests += 1;
  const { onDelta } = asking.options;
  try {
    return await attempt(provider, request, {
      ...{ clock, signal: asking.signal, mostCharacters: router.mostCharacters, streams: false },
      timeouts: left < router.timeouts.totalMs ? { ...router.timeouts, totalMs: left } : router.timeouts,
      ...(onDelta === undefined ? {} : { onDelta }),
      ...settings,
    });
  } catch (reason) {
    const failed = withSpent(toFailure(reason, request.model), input);
    const list = input === undefined ? undefined : stack.price;
    asking.attempts.push(await failedAttempt(failed, { model: request.model, ms: clock.elapsed() - start, list }));
    throw failed;
  }
}

/** An answer that broke off was paid for up to there. Where the provider did not count it, it is estimated. */
function withSpent(error: ModelError, input: number | undefined): ModelError {
  if (error.usage !== undefined || input === undefined || error.partial === undefined) return error;
  const usage = { inputTokens: input, outputTokens: estimateTokens(error.partial), cachedTokens: 0 };
  return error.with({ usage });
}

/** How long all requests to a deployment wait after one was told that they are too many. */
function pauseAfter(error: unknown, { clock }: Stack): number {
  return isModelError(error) ? (retryAfterOf(error, clock.now()) ?? 0) : 0;
}

/** Models of one deployment whose way of answering is kept. */
const MOST_STREAMING = 100;

function noteStreaming({ streaming }: Deployment, model: string): void {
  if (streaming.size < MOST_STREAMING) streaming.add(model);
}

function tooLong(model: string, input: number, context: number): ModelError {
  return new ModelError({
    code: 'model/context-exceeded',
    message: `The prompt is about ${input} tokens long, and ${model} reads ${context}. It was not sent.`,
    hint: 'Use a model with a larger context, or name one in "router.context_window_fallbacks" in models.json.',
  });
}

function noTimeLeft(model: string): ModelError {
  return new ModelError({
    code: 'model/timeout',
    message: `${model} was not asked: the time for the answer is up.`,
    hint: 'Give it more time, or ask for less at once.',
    phase: 'total',
  });
}
