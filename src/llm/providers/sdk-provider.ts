import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { Completion, Provider, ProviderCall } from '../model.ts';
import { ModelError } from '../model-error.ts';
import { splitModel } from '../model-name.ts';
import { sdkCodec } from './batch/sdk-codec.ts';
import { sdkHttp } from './batch/sdk-http.ts';
import { completionOf } from './completion.ts';
import type { Dialect } from './dialect.ts';
import { type Exchange, type Exchanges, exchangeFetch, newExchange, WholeAnswer } from './exchange.ts';
import type { FaultContext } from './fault-table.ts';
import { type Gathered, gather, gatherWhole } from './gather.ts';
import { lazySend } from './lazy-fetch.ts';
import { listModels } from './list-models.ts';
import type { ProviderSpec } from './make.ts';
import { rejectsStreams } from './rejects-streams.ts';
import { callOf } from './sdk-call.ts';
import { secretsOf, whoIs } from './who.ts';

/**
 * Make a provider over a package of the AI SDK, which is loaded by the first answer.
 *
 * One request per answer: the SDK's own retry loop is in a layer that is not used. Always asks for a stream, so that first
 * tokens and pauses are seen; an answer that comes whole all the same is read from the response that came, not asked for
 * again. A model whose server rejects streams is asked once more without, and from then on at once.
 */
export function sdkProvider(spec: ProviderSpec, dialect: Dialect): Provider {
  const { name, baseURL = dialect.baseURL, apiKey, headers = {}, models, keySource } = spec;
  const who = whoIs(name, baseURL);
  const secrets = secretsOf(spec);
  const exchanges: Exchanges = new WeakMap();
  const given = Object.keys(headers).map((header) => header.toLowerCase());
  const dropped = apiKey === undefined && !given.includes(dialect.keyHeader.name) ? [dialect.keyHeader.name] : [];
  const setup = {
    ...{ name, baseURL, models, headers: { ...headers } },
    apiKey: apiKey ?? 'none',
    api: spec.api ?? ('responses' as const),
    fetch: exchangeFetch(lazySend, exchanges, dropped),
  };
  let loading: ReturnType<Dialect['load']> | undefined;
  const made = new Map<string, LanguageModelV4>();
  const neverStreams = new Set<string>();

  const modelOf = async (id: string): Promise<LanguageModelV4> => {
    loading ??= dialect.load(setup);
    const model = made.get(id) ?? (await loading.catch(notLoaded))(id);
    made.set(id, model);
    return model;
  };
  const notLoaded = (): never => {
    loading = undefined;
    throw new ModelError({
      code: 'model/unknown',
      message: `The package "${spec.npm}" of the provider "${name}" cannot be set up.`,
      hint: 'Check the base URL of the provider, and that the package is installed.',
    });
  };

  return {
    name,
    isLanguageModel: true,
    ...(dialect.streams ? { streams: true } : {}),
    async answer(request, call) {
      const { id } = splitModel(request.model);
      const wire = models.get(id) ?? {};
      const structured = call.structuredOutput ?? wire.structuredOutput ?? 'json_schema';
      const context: FaultContext = { model: request.model, who, secrets, keySource, structured };
      const ended = new AbortController();
      const end = (): void => ended.abort(ENDED);
      const exchange = newExchange(call.onResponse);
      exchanges.set(ended.signal, exchange);
      call.signal.addEventListener('abort', end, { once: true });
      if (call.signal.aborted) end();
      try {
        const model = await modelOf(id);
        const options = { ...callOf(request, { dialect, wire, structured }), abortSignal: ended.signal };
        const gathered = await ask(model, { options, exchange, call, neverStreams });
        return await read(gathered, { context, exchange, call });
      } finally {
        call.signal.removeEventListener('abort', end);
        end();
      }
    },
    ...(dialect.batches === undefined
      ? {}
      : { batch: dialect.batches({ codec: sdkCodec(spec, dialect), http: sdkHttp(spec, dialect) }) }),
    listModels: (signal) => listModels({ dialect, spec: { ...spec, baseURL }, who, secrets }, signal),
  };
}

/** Made once: to make one for every answer, with its stack, takes as long as to read the answer. */
const ENDED = new DOMException('The request was ended.', 'AbortError');

interface Asking {
  readonly options: LanguageModelV4CallOptions;
  readonly exchange: Exchange;
  readonly call: ProviderCall;
  readonly neverStreams: Set<string>;
}

/** Ask for a stream, or for the whole where that is all there is. Never throws. */
async function ask(model: LanguageModelV4, asking: Asking): Promise<Gathered> {
  const { options, exchange, call, neverStreams } = asking;
  if (neverStreams.has(model.modelId)) return askWhole(model, asking);
  const started = performance.now();
  try {
    const { stream } = await model.doStream(options);
    return await gather(stream, { onDelta: call.onDelta, started });
  } catch (error) {
    if (call.signal.aborted) return failed(error);
    if (error instanceof WholeAnswer) return askWhole(model, asking);
    const { saidOf } = await import('./faults.ts');
    const said = saidOf(error);
    if (said === undefined || !rejectsStreams(exchange.status, said)) return failed(error);
    const whole = await askWhole(model, asking);
    if (whole.failure === undefined) neverStreams.add(model.modelId);
    return whole;
  }
}

async function askWhole(model: LanguageModelV4, { options, exchange, call }: Asking): Promise<Gathered> {
  exchange.streaming = false;
  try {
    const gathered = gatherWhole(await model.doGenerate(options));
    if (gathered.text !== '') call.onDelta?.(gathered.text);
    return gathered;
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): Gathered {
  return { text: '', usage: undefined, failure: { error } };
}

/** @throws ModelError for all that is no answer, with what had come; `run/aborted` when the caller ended it. */
async function read(
  gathered: Gathered,
  {
    context,
    exchange,
    call,
  }: { readonly context: FaultContext; readonly exchange: Exchange; readonly call: ProviderCall },
): Promise<Completion> {
  const { text, usage, failure } = gathered;
  const { status, headers } = exchange;
  if (failure !== undefined && call.signal.aborted) {
    throw new ModelError({
      code: 'run/aborted',
      message: `Stopped while waiting for ${context.who}.`,
      ...{ status, usage },
      ...(text === '' ? {} : { partial: text }),
    });
  }
  if (failure !== undefined) {
    const { toModelError } = await import('./faults.ts');
    throw toModelError(failure.error, context, { status, headers, text, usage });
  }
  try {
    return completionOf(gathered, context);
  } catch (error) {
    throw error instanceof ModelError ? error.with({ status }) : error;
  }
}
