import { canonicalJson, type ErrorCode, ScriptGenError, sha256 } from '../core/index.ts';
import {
  type Completion,
  ModelError,
  type ModelFault,
  type ModelRequest,
  type Provider,
  type ProviderCall,
} from '../llm/index.ts';
import { seededRandom } from './random.ts';

/** The faults that can be injected. */
export type InjectedCode = Extract<
  ErrorCode,
  | 'model/rate-limited'
  | 'model/unavailable'
  | 'model/timeout'
  | 'model/unreachable'
  | 'model/interrupted'
  | 'model/unauthorized'
  | 'model/unknown'
  | 'model/rejected'
  | 'model/quota'
  | 'model/context-exceeded'
  | 'model/schema-rejected'
  | 'model/refused'
  | 'model/filtered'
  | 'model/cut-off'
  | 'model/oversized'
>;

/** What is known of each fault. `paid`: the model is asked all the same, and what it answered is lost for the most part. */
const FAULTS: Readonly<Record<InjectedCode, ModelFault & { readonly what: string; readonly paid?: true }>> = {
  'model/rate-limited': { what: '429', status: 429, headers: { 'retry-after': '1' } },
  'model/unavailable': { what: '503', status: 503 },
  'model/timeout': { what: 'no first token in time', phase: 'first-token' },
  'model/unreachable': { what: 'no connection' },
  'model/interrupted': { what: 'the answer broke off', status: 200, paid: true },
  'model/unauthorized': { what: '401', status: 401 },
  'model/unknown': { what: '404', status: 404 },
  'model/rejected': { what: '400', status: 400 },
  'model/quota': { what: 'no money left', status: 429 },
  'model/context-exceeded': { what: 'the prompt is too long', status: 400 },
  'model/schema-rejected': { what: 'the schema is not accepted', status: 400 },
  'model/refused': { what: 'the model declined', status: 200, paid: true },
  'model/filtered': { what: 'stopped by a filter', status: 200, paid: true },
  'model/cut-off': { what: 'ended by its length', status: 200, paid: true },
  'model/oversized': { what: 'the answer is too big', status: 200, paid: true },
};

/** How often each fault happens: a part of all requests, 0 to 1, together 1 at most. */
export type FaultRates = Partial<Record<InjectedCode, number>>;

/** A provider that fails now and then. */
export interface FaultyProvider extends Provider {
  /** What was injected, in order. */
  readonly injected: readonly InjectedCode[];
}

/**
 * Put seeded faults around a provider.
 *
 * Whether the k-th ask of a request fails, and how, depends on nothing but the seed, the request and k: not on what else
 * is asked meanwhile, so a run of many questions at once fails the same way again.
 *
 * @throws ScriptGenError `input/invalid` for rates below 0 or above 1 together.
 */
export function faultyProvider(
  provider: Provider,
  { seed, rates }: { readonly seed: number; readonly rates: FaultRates },
): FaultyProvider {
  const odds = oddsOf(rates);
  const asked = new Map<string, number>();
  const injected: InjectedCode[] = [];
  const { batch, listModels, close } = provider;
  return {
    name: provider.name,
    isLanguageModel: provider.isLanguageModel,
    injected,
    answer: (request, call) => {
      const key = sha256(canonicalJson(request));
      const time = (asked.get(key) ?? 0) + 1;
      asked.set(key, time);
      const code = draw(odds, seededRandom(Number.parseInt(sha256(`${seed} ${key} ${time}`).slice(0, 8), 16))());
      if (code === undefined) return provider.answer(request, call);
      injected.push(code);
      return fail(code, provider, request, call);
    },
    ...(batch === undefined ? {} : { batch }),
    ...(listModels === undefined ? {} : { listModels: (signal) => listModels.call(provider, signal) }),
    ...(close === undefined ? {} : { close: () => close.call(provider) }),
  };
}

function oddsOf(rates: FaultRates): readonly (readonly [InjectedCode, number])[] {
  const odds = Object.entries(rates) as [InjectedCode, number][];
  const unknown = odds.find(([code]) => !(code in FAULTS));
  const sum = odds.reduce((all, [, rate]) => all + rate, 0);
  if (unknown === undefined && odds.every(([, rate]) => rate >= 0) && sum <= 1 + Number.EPSILON * odds.length)
    return odds;
  const message =
    unknown === undefined ? `Rates of faults are ${sum} together.` : `"${unknown[0]}" cannot be injected.`;
  const hint =
    unknown === undefined
      ? 'Give rates from 0 to 1 that are 1 at most together.'
      : `One of ${Object.keys(FAULTS).join(', ')} can.`;
  throw new ScriptGenError({ code: 'input/invalid', message, hint });
}

function draw(odds: readonly (readonly [InjectedCode, number])[], chance: number): InjectedCode | undefined {
  let sum = 0;
  for (const [code, rate] of odds) {
    sum += rate;
    if (chance < sum) return code;
  }
  return undefined;
}

async function fail(code: InjectedCode, provider: Provider, request: ModelRequest, call: ProviderCall): Promise<never> {
  const { what, paid, ...fault } = FAULTS[code];
  const { status, headers = {} } = fault;
  const lost = paid === true ? lossOf(await provider.answer(request, { signal: call.signal })) : {};
  if (status !== undefined) call.onResponse?.({ status, headers });
  if (lost.partial !== undefined) call.onDelta?.(lost.partial);
  throw new ModelError({ code, message: `${provider.name} failed on purpose: ${what}.`, ...fault, ...lost });
}

/** Half the text came; all of it is paid. */
function lossOf({ text, usage }: Completion): Pick<ModelFault, 'partial' | 'usage'> {
  return { partial: text.slice(0, Math.ceil(text.length / 2)), usage };
}
