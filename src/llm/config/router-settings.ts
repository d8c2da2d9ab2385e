import { ROUTER_DEFAULTS } from '../client/router-defaults.ts';
import type { RouterSettings } from '../settings.ts';
import type { ModelsConfig } from './config.ts';
import type { Fallbacks } from './fallbacks.ts';

/** Settings of the router, of which those about chains and time are always said. */
export type ConfiguredRouter = Partial<RouterSettings> &
  Pick<RouterSettings, 'timeouts' | 'fallbacks' | 'contextWindowFallbacks' | 'contentPolicyFallbacks'>;

/** What a configuration says of how to go on after faults; other settings that it does not say are left to the client. */
export function routerSettings({ router = {} }: ModelsConfig, chains: Fallbacks['chains']): ConfiguredRouter {
  const { num_retries, retry = {}, timeout = {}, cooldown_time, allowed_fails } = router;
  return {
    ...given('retries', num_retries),
    ...given('baseMs', retry.base_ms),
    ...given('capMs', retry.max_ms),
    ...given('maxRetryAfterMs', retry.max_retry_after_ms),
    ...given('allowedFails', allowed_fails),
    ...given('cooldownMs', cooldown_time === undefined ? undefined : Math.round(cooldown_time * 1000)),
    timeouts: {
      ...ROUTER_DEFAULTS.timeouts,
      ...given('connectMs', timeout.connect),
      ...given('firstTokenMs', timeout.first_token),
      ...given('chunkMs', timeout.chunk),
      ...given('totalMs', timeout.total),
    },
    fallbacks: chains.fallbacks,
    contextWindowFallbacks: chains.context_window_fallbacks,
    contentPolicyFallbacks: chains.content_policy_fallbacks,
  };
}

function given<Name extends string>(name: Name, value: number | undefined): Partial<Record<Name, number>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, number>);
}
