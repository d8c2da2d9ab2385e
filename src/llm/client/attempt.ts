import type { Clock } from '../clock.ts';
import type { Completion, ModelRequest, Provider, ProviderCall } from '../model.ts';
import { ModelError, type TimeoutPhase } from '../model-error.ts';
import type { Timeouts } from '../settings.ts';
import { toFailure } from './failure.ts';
import { LONGEST_TIMER_MS } from './longest-timer.ts';
import { onAbort } from './on-abort.ts';
import { tell } from './tell.ts';
import { createTimeLimits, type TimeLimit } from './time-limits.ts';

/** What one upstream request is made with. */
export interface AttemptSettings extends Omit<ProviderCall, 'signal'> {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly timeouts: Timeouts;
  /** The provider tells of the response and of every piece of the answer. */
  readonly streams: boolean;
  readonly mostCharacters: number;
}

/**
 * Ask a provider once, within its time limits and its length.
 *
 * Ends at its time whatever the provider does: one that ignores its signal is left alone, and what it says later is dropped.
 *
 * @throws ModelError for everything; `run/aborted` by the signal. What had come stands in `partial`.
 */
export function attempt(provider: Provider, request: ModelRequest, settings: AttemptSettings): Promise<Completion> {
  const { clock, signal, mostCharacters } = settings;
  const start = clock.elapsed();
  const limits = createTimeLimits(settings.timeouts, clock, settings.streams);
  const call = new AbortController();
  const watch = new AbortController();
  const pieces: string[] = [];
  let length = 0;
  let firstTokenMs: number | undefined;

  return new Promise((resolve, reject) => {
    let isOver = false;
    const end = (): boolean => {
      if (isOver) return false;
      isOver = true;
      off();
      watch.abort(OVER);
      return true;
    };
    const fail = (error: ModelError): void => {
      if (!end()) return;
      reject(firstTokenMs === undefined ? error : error.with({ partial: error.partial ?? pieces.join('') }));
      call.abort();
    };
    const off = onAbort(signal, () => fail(stopped(request.model)));
    if (isOver) return;

    const onDelta = (text: string): void => {
      if (isOver) return;
      firstTokenMs ??= clock.elapsed() - start;
      limits.onDelta();
      if (text === '') return;
      pieces.push(text);
      length += text.length;
      if (length > mostCharacters) fail(oversized(request.model, mostCharacters));
      else tell(settings.onDelta, text);
    };
    const onResponse: NonNullable<ProviderCall['onResponse']> = (response) => {
      if (isOver) return;
      limits.onResponse();
      tell(settings.onResponse, response);
    };
    const { structuredOutput } = settings;
    answerOf(provider, request, {
      signal: call.signal,
      onDelta,
      onResponse,
      ...(structuredOutput === undefined ? {} : { structuredOutput }),
    }).then(
      (completion) => {
        if (completion.text.length > mostCharacters) fail(oversized(request.model, mostCharacters));
        else if (end()) resolve(firstTokenMs === undefined ? completion : { firstTokenMs, ...completion });
      },
      (reason: unknown) => fail(toFailure(reason, request.model)),
    );
    watchOver(limits.next, clock, watch.signal).then(
      (passed) => fail(timedOut(request.model, passed)),
      () => undefined,
    );
  });
}

/** Why nobody looks at the time any more. Made once: one for every answer, with its stack, would cost as much as all else. */
const OVER = new DOMException('The attempt is over.', 'AbortError');

/** A provider that throws instead of rejecting is one that rejects. */
async function answerOf(provider: Provider, request: ModelRequest, call: ProviderCall): Promise<Completion> {
  return provider.answer(request, call);
}

/** Resolves when a time limit has passed. One timer at a time, however many pieces come. */
async function watchOver(next: () => TimeLimit, clock: Clock, signal: AbortSignal): Promise<TimeLimit> {
  for (;;) {
    const limit = next();
    const left = limit.at - clock.elapsed();
    if (left <= 0) return limit;
    await clock.sleep(Math.min(left, LONGEST_TIMER_MS), signal);
  }
}

const MISSED: Readonly<Record<TimeoutPhase, readonly [what: string, setting: string]>> = {
  connect: ['did not begin to answer', 'connect'],
  'first-token': ['gave no first token', 'first_token'],
  chunk: ['fell silent in the middle of its answer', 'chunk'],
  total: ['did not finish its answer', 'total'],
};

function timedOut(model: string, { phase, ms }: TimeLimit): ModelError {
  const [what, setting] = MISSED[phase];
  return new ModelError({
    code: 'model/timeout',
    message: `${model} ${what} within ${Math.round(ms) / 1000} s.`,
    hint: `Ask for less at once, or raise "router.timeout.${setting}" (milliseconds) in models.json.`,
    phase,
  });
}

function oversized(model: string, most: number): ModelError {
  return new ModelError({
    code: 'model/oversized',
    message: `The answer of ${model} is longer than ${most} characters, and was stopped.`,
    hint: 'The model may be repeating itself: lower the output limit in models.json, or use another model.',
  });
}

function stopped(model: string): ModelError {
  return new ModelError({ code: 'run/aborted', message: `Stopped while waiting for ${model}.` });
}
