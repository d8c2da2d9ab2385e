import type { RouterSettings } from '../settings.ts';

/**
 * How the client goes on after faults when nobody says otherwise.
 *
 * Four retries within about 8 s, as the official clients of OpenAI and Anthropic wait, and jitter on top. A deployment is
 * put aside only after more faults than one ask makes.
 */
export const ROUTER_DEFAULTS: RouterSettings = {
  retries: 4,
  baseMs: 500,
  capMs: 60_000,
  maxRetryAfterMs: 300_000,
  allowedFails: 5,
  cooldownMs: 30_000,
  timeouts: { connectMs: 60_000, firstTokenMs: 120_000, chunkMs: 60_000, totalMs: 600_000 },
  fallbacks: new Map(),
  contextWindowFallbacks: new Map(),
  contentPolicyFallbacks: new Map(),
  mostCharacters: 2_000_000,
};
