/** How often may be asked, as a provider allows it to one account. What is absent is learned from response headers. */
export interface RateLimits {
  /** Requests a minute. */
  readonly rpm?: number;
  /** Tokens a minute, input and output together. */
  readonly tpm?: number;
  /** Requests under way at a time. */
  readonly maxParallel?: number;
}

/** What the client needs to know of one model. */
export interface ModelInfo {
  /** What its limits are counted by: models of one provider and key that share an allowance have one name here. */
  readonly deployment: string;
  readonly limits: RateLimits;
  /** Tokens that it can read and write together. */
  readonly context?: number;
  /** Tokens of one answer at most. */
  readonly output?: number;
}

/** When an attempt is given up. All in milliseconds. */
export interface Timeouts {
  /** Until a response has begun. */
  readonly connectMs: number;
  /** Until the first token, thinking included, where the provider streams. */
  readonly firstTokenMs: number;
  /** Between two pieces of an answer. */
  readonly chunkMs: number;
  /** For the whole attempt. */
  readonly totalMs: number;
}

/** Models to ask instead, by the model that failed, in order. */
export type FallbackChains = ReadonlyMap<string, readonly string[]>;

/** How the client goes on after faults. */
export interface RouterSettings {
  /** Attempts at one model after the first. */
  readonly retries: number;
  /** The longest first wait in milliseconds; it doubles with every attempt. */
  readonly baseMs: number;
  /** No computed wait is longer. */
  readonly capMs: number;
  /** A server that asks to wait longer than this is given up on at once. */
  readonly maxRetryAfterMs: number;
  /** So many faults in a row put a deployment aside … */
  readonly allowedFails: number;
  /** … for so many milliseconds. */
  readonly cooldownMs: number;
  readonly timeouts: Timeouts;
  /** After rate limits, outages and time-outs; after a prompt too long; after a refusal or a filter. */
  readonly fallbacks: FallbackChains;
  readonly contextWindowFallbacks: FallbackChains;
  readonly contentPolicyFallbacks: FallbackChains;
  /** Characters after which an answer is no answer any more. */
  readonly mostCharacters: number;
}
