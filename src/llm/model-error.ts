import { type ErrorCode, type ErrorDetails, ScriptGenError } from '../core/index.ts';
import type { Usage } from './model.ts';

/** Which of the four time-outs ended an attempt: no connection, no first token, a pause in the answer, or the whole. */
export type TimeoutPhase = 'connect' | 'first-token' | 'chunk' | 'total';

/** One upstream request that failed. */
export interface Attempt {
  /** `provider/model` */
  readonly model: string;
  readonly code: ErrorCode;
  readonly message: string;
  /** HTTP status; absent when no response came. */
  readonly status?: number;
  /** Wall milliseconds of the request itself. */
  readonly ms: number;
  /** Tokens that the provider counted for it all the same; of an answer that broke off uncounted, as estimated from what had come. */
  readonly usage?: Usage;
  /** US dollars; `null` when they were spent and the price is not known. Absent when nothing was spent. */
  readonly cost?: number | null;
}

/** What is known of a failed answer beyond what its error says. */
export interface ModelFault {
  /** HTTP status; absent when no response came. */
  readonly status?: number | undefined;
  /** Response headers that say when to come back, by lower-case name: `retry-after`, `x-ratelimit-reset-requests`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly phase?: TimeoutPhase | undefined;
  /** The text that had come before it failed. */
  readonly partial?: string | undefined;
  /** Tokens of the failed answer. */
  readonly usage?: Usage | undefined;
  /** US dollars of all attempts; `null` when not known. Set by the client. */
  readonly cost?: number | null | undefined;
  /** Every upstream request, in order, this one last. Set by the client. */
  readonly attempts?: readonly Attempt[] | undefined;
}

/**
 * The error of a model that did not answer: what it cost, what had come, and every attempt.
 *
 * Holds no request, no key and no header but those named. The `cause` is never an SDK's error: those carry secrets.
 */
export class ModelError extends ScriptGenError {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly phase: TimeoutPhase | undefined;
  readonly partial: string | undefined;
  readonly usage: Usage | undefined;
  readonly cost: number | null | undefined;
  readonly attempts: readonly Attempt[];

  constructor({
    status,
    headers = {},
    phase,
    partial,
    usage,
    cost,
    attempts = [],
    ...details
  }: ErrorDetails & ModelFault) {
    super(details);
    this.status = status;
    this.headers = headers;
    this.phase = phase;
    this.partial = partial;
    this.usage = usage;
    this.cost = cost;
    this.attempts = attempts;
  }

  /** The same error with more known about it. */
  with(more: ModelFault): ModelError {
    const { code, message, hint, details, cause: origin } = this;
    const { status, headers, phase, partial, usage, cost, attempts } = this;
    return new ModelError({
      ...{ code, message, hint, details, cause: origin },
      ...{ status, headers, phase, partial, usage, cost, attempts },
      ...more,
    });
  }
}

/** Tell a model's error from others. */
export function isModelError(value: unknown): value is ModelError {
  return value instanceof ModelError;
}
