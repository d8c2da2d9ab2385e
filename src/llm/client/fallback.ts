import type { ErrorCode } from '../../core/index.ts';
import type { ModelRequest } from '../model.ts';
import type { ModelInfo, RouterSettings } from '../settings.ts';

type Chains = Pick<RouterSettings, 'fallbacks' | 'contextWindowFallbacks' | 'contentPolicyFallbacks'>;

/** Which chain helps against which fault. A fault that is not here is of the request, the key or the configuration. */
const CHAIN_OF: Partial<Record<ErrorCode, keyof Chains>> = {
  'model/rate-limited': 'fallbacks',
  'model/unavailable': 'fallbacks',
  'model/unreachable': 'fallbacks',
  'model/timeout': 'fallbacks',
  'model/interrupted': 'fallbacks',
  'model/quota': 'fallbacks',
  'model/context-exceeded': 'contextWindowFallbacks',
  'model/refused': 'contentPolicyFallbacks',
  'model/filtered': 'contentPolicyFallbacks',
};

/**
 * The model to ask after this fault: the next in the chain of the one that failed, then in that of the one that was
 * asked first. Never one that was tried.
 */
export function fallbackFor(
  code: ErrorCode,
  chains: Chains,
  { tried, failed, first }: { readonly tried: ReadonlySet<string>; readonly failed: string; readonly first: string },
): string | undefined {
  const kind = CHAIN_OF[code];
  if (kind === undefined) return undefined;
  const chain = [...(chains[kind].get(failed) ?? []), ...(chains[kind].get(first) ?? [])];
  return chain.find((model) => !tried.has(model));
}

/** Every model that may answer in the place of this one. */
export function reachableFrom(model: string, chains: Chains): ReadonlySet<string> {
  const found = new Set([model]);
  // A set gives what is added while it is walked.
  for (const next of found) {
    for (const chain of [chains.fallbacks, chains.contextWindowFallbacks, chains.contentPolicyFallbacks]) {
      for (const to of chain.get(next) ?? []) found.add(to);
    }
  }
  return found;
}

/** The same question to another model, with the output limit of that one. */
export function requestTo(model: string, request: ModelRequest, { output }: Pick<ModelInfo, 'output'>): ModelRequest {
  const params = output === undefined ? request.params : { ...request.params, maxOutputTokens: output };
  return { ...request, model, params };
}
