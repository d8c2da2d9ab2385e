import { isScriptGenError } from '../core/index.ts';
import { isModelError, type ModelAnswer, type ModelRequest, NO_USAGE } from '../llm/index.ts';
import type { Call, CallPlace } from './call.ts';

/** What a line of the bill is made from, before it is known how the call ended. */
export interface Begun {
  readonly id: string;
  readonly key: string;
  readonly place: CallPlace;
  readonly request: ModelRequest;
}

/** The line of an answer. */
export function answeredCall({ id, key, place, request }: Begun, answer: ModelAnswer, time: string): Call {
  const { usage, cost, attempts, ms, servedBy = request.model, price, batch, firstTokenMs, waitedMs } = answer;
  return {
    ...place,
    id,
    key,
    time,
    outcome: 'answered',
    model: request.model,
    servedBy,
    lane: batch ? 'batch' : 'interactive',
    usage,
    cost,
    attempts,
    ms,
    ...(price === undefined ? {} : { price }),
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
    ...(waitedMs === undefined ? {} : { waitedMs }),
  };
}

/** The line of a call that failed; `undefined` when nothing was sent. */
export function failedCall(
  { id, key, place, request }: Begun,
  error: unknown,
  time: string,
  lane: Call['lane'] = 'interactive',
): Call | undefined {
  if (!isScriptGenError(error) || error.code === 'run/aborted') return undefined;
  const { attempts = [], usage = NO_USAGE, cost = 0 } = isModelError(error) ? error : {};
  if (attempts.length === 0 && usage === NO_USAGE) return undefined;
  return {
    ...place,
    id,
    key,
    time,
    outcome: error.code,
    model: request.model,
    servedBy: attempts.at(-1)?.model ?? request.model,
    lane,
    usage,
    cost,
    attempts: Math.max(1, attempts.length),
    ms: attempts.reduce((sum, attempt) => sum + attempt.ms, 0),
    message: error.message,
  };
}
