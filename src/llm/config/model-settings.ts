import type { ModelRequest } from '../model.ts';
import { splitModel } from '../model-name.ts';
import type { Cost } from '../money/price.ts';
import type { StructuredOutput } from '../providers/wire-model.ts';
import type { ModelInfo, RateLimits } from '../settings.ts';
import type { ModelSettings } from './config-provider.ts';
import type { Endpoint } from './endpoint.ts';

/** The providers of a configuration, by name. */
export type Endpoints = ReadonlyMap<string, Endpoint>;

/** What is configured for a model by `provider/model`; `undefined` for one that is not listed. */
export function settingsOf(endpoints: Endpoints, model: string): ModelSettings | undefined {
  const { provider, id } = splitModel(model);
  const models = endpoints.get(provider)?.settings.models ?? {};
  return Object.hasOwn(models, id) ? models[id] : undefined;
}

/** The cost that is configured for a model, or for all of its provider. What runs in a process of our own is free. */
export function costFor(endpoints: Endpoints, model: string): Cost | undefined {
  const end = endpoints.get(splitModel(model).provider);
  return settingsOf(endpoints, model)?.cost ?? end?.settings.cost ?? (end?.npm === OWN_PROCESS ? FREE : undefined);
}

/** What runs a model in a process of our own, one answer at a time: waiting for a turn there would count as its time. */
const OWN_PROCESS = 'node-llama-cpp';
const FREE: Cost = { input: 0, output: 0 };

/** How the shape of an answer is asked for. */
export function structuredOf({ structured_output: structured = 'json_schema' }: ModelSettings = {}): StructuredOutput {
  if (typeof structured === 'string') return structured;
  return structured ? 'json_schema' : 'none';
}

/** What a model is asked with, as far as its configuration says. */
export function paramsOf(settings: ModelSettings | undefined): ModelRequest['params'] {
  const { temperature, limit } = settings ?? {};
  return {
    ...(typeof temperature === 'number' ? { temperature } : {}),
    ...(limit?.output === undefined ? {} : { maxOutputTokens: limit.output }),
  };
}

/**
 * What the client needs to know of a model. Models of a provider whose limits are configured as a whole are counted
 * together; others each by themselves, as most providers do.
 */
export function infoOf(endpoints: Endpoints, model: string): ModelInfo {
  const { provider } = splitModel(model);
  const settings = settingsOf(endpoints, model);
  const end = endpoints.get(provider);
  const shared = end?.npm === OWN_PROCESS ? { max_parallel_requests: 1, ...end.settings.limits } : end?.settings.limits;
  const { context, output } = settings?.limit ?? {};
  return {
    deployment: shared !== undefined && settings?.limits === undefined ? provider : model,
    limits: limitsOf({ ...shared, ...settings?.limits }),
    ...(context === undefined ? {} : { context }),
    ...(output === undefined ? {} : { output }),
  };
}

function limitsOf({ rpm, tpm, max_parallel_requests: parallel }: NonNullable<ModelSettings['limits']>): RateLimits {
  return {
    ...(rpm === undefined ? {} : { rpm }),
    ...(tpm === undefined ? {} : { tpm }),
    ...(parallel === undefined ? {} : { maxParallel: parallel }),
  };
}
