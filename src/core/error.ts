import type { Json } from './json.ts';

/** Every way a run can fail, with what each front end makes of it: HTTP status, CLI exit code, and whether asking again may help. */
export const ERRORS = {
  'input/invalid': { status: 422, exit: 2, retryable: false },
  'script/not-found': { status: 404, exit: 2, retryable: false },
  'scene/not-found': { status: 404, exit: 2, retryable: false },
  'bible/invalid': { status: 422, exit: 2, retryable: false },
  'bible/conflict': { status: 409, exit: 2, retryable: false },
  'bible/locked': { status: 423, exit: 2, retryable: false },
  'bible/not-found': { status: 404, exit: 2, retryable: false },
  'markup/invalid': { status: 422, exit: 2, retryable: false },
  'markup/not-found': { status: 404, exit: 2, retryable: false },
  'markup/conflict': { status: 409, exit: 2, retryable: false },
  'markup/locked': { status: 423, exit: 2, retryable: false },
  'sync/refused': { status: 422, exit: 2, retryable: false },
  'branch/not-found': { status: 404, exit: 2, retryable: false },
  'branch/conflict': { status: 409, exit: 2, retryable: false },
  'config/invalid': { status: 422, exit: 3, retryable: false },
  'prompt/missing-variable': { status: 500, exit: 3, retryable: false },
  'model/unknown': { status: 422, exit: 3, retryable: false },
  'model/unauthorized': { status: 502, exit: 3, retryable: false },
  'model/rate-limited': { status: 503, exit: 4, retryable: true },
  'model/unavailable': { status: 503, exit: 4, retryable: true },
  'model/timeout': { status: 504, exit: 4, retryable: true },
  'model/unreachable': { status: 503, exit: 4, retryable: true },
  'model/interrupted': { status: 503, exit: 4, retryable: true },
  'model/rejected': { status: 502, exit: 4, retryable: false },
  'model/quota': { status: 502, exit: 4, retryable: false },
  'model/context-exceeded': { status: 422, exit: 4, retryable: false },
  'model/schema-rejected': { status: 502, exit: 4, retryable: false },
  'model/refused': { status: 502, exit: 4, retryable: false },
  'model/filtered': { status: 502, exit: 4, retryable: false },
  'model/cut-off': { status: 502, exit: 4, retryable: false },
  'model/oversized': { status: 502, exit: 4, retryable: false },
  'model/not-recorded': { status: 409, exit: 4, retryable: false },
  'model/unreadable': { status: 502, exit: 4, retryable: false },
  'run/over-budget': { status: 402, exit: 5, retryable: false },
  'run/unpriced': { status: 402, exit: 5, retryable: false },
  'storage/unwritable': { status: 500, exit: 6, retryable: false },
  'storage/newer': { status: 500, exit: 6, retryable: false },
  'storage/damaged': { status: 500, exit: 6, retryable: false },
  'storage/not-empty': { status: 409, exit: 6, retryable: false },
  'run/busy': { status: 409, exit: 6, retryable: true },
  'run/incomplete': { status: 502, exit: 7, retryable: true },
  'run/aborted': { status: 499, exit: 130, retryable: true },
} as const;

/** One of the keys of {@link ERRORS}: what went wrong, noun first. */
export type ErrorCode = keyof typeof ERRORS;

/** What an error says: `message` for what happened, `hint` for what the reader can do about it, in one sentence. */
export interface ErrorDetails {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string | undefined;
  /** What a program can go on with: the two sides of a conflict, the path of a fault. */
  readonly details?: Json | undefined;
  readonly cause?: unknown;
}

const brand: unique symbol = Symbol.for('scriptgen.error');

/**
 * The one error that ScriptGen throws on purpose. Branch on `code`, not on the message.
 *
 * Faults in the writing (an unknown character, a scene without a heading) are not
 * errors: they come back as `Note` values beside the result.
 */
export class ScriptGenError extends Error {
  override readonly name = 'ScriptGenError';
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly details: Json | undefined;
  readonly [brand] = true;

  constructor({ code, message, hint, details, cause }: ErrorDetails) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
    this.details = details;
  }

  /** Whether the same call may succeed later without a change by the caller. */
  get retryable(): boolean {
    return ERRORS[this.code].retryable;
  }

  /** The error as plain JSON, for events, HTTP responses and the journal. Holds no cause: causes can carry secrets. */
  toJSON(): { code: ErrorCode; message: string; hint: string | undefined; details?: Json } {
    const { code, message, hint, details } = this;
    return { code, message, hint, ...(details === undefined ? {} : { details }) };
  }
}

/** Tell a ScriptGen error from any other value, also across two copies of the package. */
export function isScriptGenError(value: unknown): value is ScriptGenError {
  return value instanceof Error && brand in value;
}
