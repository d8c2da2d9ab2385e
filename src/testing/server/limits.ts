import type { WireFormat } from '../wire/wire.ts';
import type { ServerLimits } from './options.ts';

/** What a limit says to one request. */
export interface Verdict {
  /** Headers of the answer, whatever it is. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds until it would be accepted; `undefined` when it is. */
  readonly retryMs: number | undefined;
}

/** Limits that hold for all requests of a server together. */
export interface Limiter {
  /** Ask for a place: takes one request and its input, or nothing when there is no room. */
  readonly admit: (format: WireFormat, inputTokens: number) => Verdict;
  /** Take the tokens of what was answered. */
  readonly spend: (outputTokens: number) => void;
}

const MINUTE = 60_000;

/** A bucket that is full after a minute without use. */
interface Bucket {
  readonly most: number;
  level: number;
}

/** Make the limiter of a server; `undefined` without limits. */
export function createLimiter(limits: ServerLimits | undefined, serverNow: () => number): Limiter | undefined {
  if (limits === undefined) return undefined;
  const { rpm = Number.POSITIVE_INFINITY, tpm = Number.POSITIVE_INFINITY, now = serverNow } = limits;
  const requests: Bucket = { most: rpm, level: rpm };
  const tokens: Bucket = { most: tpm, level: tpm };
  let last = now();
  const refill = (): void => {
    const passed = Math.max(0, now() - last);
    last += passed;
    for (const bucket of [requests, tokens]) {
      if (Number.isFinite(bucket.most))
        bucket.level = Math.min(bucket.most, bucket.level + (bucket.most * passed) / MINUTE);
    }
  };
  return {
    admit: (format, inputTokens) => {
      refill();
      const retryMs = Math.max(waitFor(requests, 1), waitFor(tokens, inputTokens));
      if (retryMs === 0) {
        requests.level -= 1;
        tokens.level -= inputTokens;
      }
      const headers = {
        ...headersOf(format, { requests, tokens }, now()),
        ...(retryMs > 0 ? retryAfter(retryMs) : {}),
      };
      return { headers, retryMs: retryMs > 0 ? retryMs : undefined };
    },
    spend: (outputTokens) => {
      tokens.level -= outputTokens;
    },
  };
}

/** Milliseconds until a bucket holds so much. What it can never hold waits for a full bucket. */
function waitFor({ most, level }: Bucket, wanted: number): number {
  const missing = Math.min(wanted, most) - level;
  return Number.isFinite(most) && missing > 0 ? Math.ceil((missing * MINUTE) / most) : 0;
}

function retryAfter(ms: number): Readonly<Record<string, string>> {
  return { 'retry-after': String(Math.ceil(ms / 1000)) };
}

/** OpenAI's, Mistral's and Anthropic's headers; Google and Ollama have none. */
function headersOf(
  format: WireFormat,
  buckets: { readonly requests: Bucket; readonly tokens: Bucket },
  now: number,
): Readonly<Record<string, string>> {
  const told = Object.entries(buckets).filter(([, { most }]) => Number.isFinite(most));
  const lines = told.flatMap(([name, bucket]): readonly (readonly [string, string])[] => {
    const left = String(Math.max(0, Math.floor(bucket.level)));
    const fullMs = waitFor(bucket, bucket.most);
    if (format === 'anthropic') {
      const prefix = `anthropic-ratelimit-${name}`;
      const reset = new Date(now + fullMs).toISOString().replace(/\.\d+Z$/, 'Z');
      return [
        [`${prefix}-limit`, String(bucket.most)],
        [`${prefix}-remaining`, left],
        [`${prefix}-reset`, reset],
      ];
    }
    if (format === 'google' || format === 'ollama') return [];
    return [
      [`x-ratelimit-limit-${name}`, String(bucket.most)],
      [`x-ratelimit-remaining-${name}`, left],
      [`x-ratelimit-reset-${name}`, durationOf(fullMs)],
    ];
  });
  return Object.fromEntries(lines);
}

/** A time as OpenAI writes it: `120ms`, `1.5s`, `6m0s`. */
export function durationOf(ms: number): string {
  if (ms < 1000) return `${Math.ceil(ms)}ms`;
  if (ms < MINUTE) return `${ms / 1000}s`;
  return `${Math.floor(ms / MINUTE)}m${Math.ceil((ms % MINUTE) / 1000)}s`;
}
