import type { ScriptGenError } from '../../../core/index.ts';
import type { Clock } from '../../clock.ts';
import type { Completion, ProviderCall } from '../../model.ts';
import type { EngineLimits } from './engine.ts';
import {
  type About,
  endError,
  faultError,
  grammarError,
  loadError,
  stoppedError,
  stuckError,
  tooLongError,
} from './errors.ts';
import type { ModelProcess } from './model-process.ts';
import type { Ask, EngineFault, FromChild } from './protocol.ts';
import { silence } from './silence.ts';

/** What came of one question. */
export type Outcome =
  | { readonly type: 'answered'; readonly completion: Completion }
  | {
      readonly type: 'failed';
      readonly error: ScriptGenError;
      /** The process is of no use any more. */
      readonly isBroken: boolean;
      readonly loadFault?: EngineFault;
    };

/** One question to a process. */
export interface ExchangeOptions {
  readonly process: ModelProcess;
  readonly ask: Ask;
  readonly call: ProviderCall;
  readonly about: About;
  readonly limits: EngineLimits;
  readonly clock: Clock;
}

/** Ask a process one question, and watch it until it has answered, failed, stopped or been still for too long. */
export async function exchange({ process, ask, call, about, limits, clock }: ExchangeOptions): Promise<Outcome> {
  const over = new AbortController();
  const begin = clock.elapsed();
  let heard = begin;
  let moved = begin;
  let text = '';
  let firstTokenMs: number | undefined;

  const failed = (error: ScriptGenError, isBroken: boolean, loadFault?: EngineFault): Outcome => ({
    ...{ type: 'failed', error, isBroken },
    ...(loadFault === undefined ? {} : { loadFault }),
  });
  const told = new Promise<Outcome>((resolve) => {
    process.listen((message) => {
      heard = clock.elapsed();
      if ('id' in message && message.id !== ask.id) return;
      if (message.type !== 'alive') moved = heard;
      if (message.type === 'delta') {
        firstTokenMs ??= heard - begin;
        text += message.text;
      }
      if (!call.signal.aborted) tellDelta(message, call);
      const outcome = outcomeOf(message);
      if (outcome !== undefined) resolve(outcome);
    });
  });
  const outcomeOf = (message: FromChild): Outcome | undefined => {
    switch (message.type) {
      case 'end': {
        const { finishReason, usage } = message;
        const first = firstTokenMs === undefined ? {} : { firstTokenMs };
        return { type: 'answered', completion: { text, finishReason, usage, ...first } };
      }
      case 'stopped':
        return failed(stoppedError(about), false);
      case 'too-long':
        return failed(tooLongError(message.tokens, message.context, about), false);
      case 'no-grammar':
        return failed(grammarError(about), false);
      case 'not-loaded':
        return failed(loadError(message.fault, about), true, message.fault);
      case 'fault':
        return failed(faultError(message.fault, about, text), true);
      case 'alive':
      case 'loading':
      case 'ready':
      case 'progress':
      case 'delta':
        return undefined;
    }
  };
  const stuck = async (ms: number, since: () => number, what: string): Promise<Outcome> => {
    await silence({ ms, since, clock, signal: over.signal });
    return failed(stuckError(what, about, text), true);
  };
  const stopped = new Promise<Outcome>((resolve) => {
    const stop = (): void => {
      process.tell({ type: 'stop', id: ask.id });
      const at = clock.elapsed();
      void stuck(limits.stopMs, () => at, 'did not stop').then(() => resolve(failed(stoppedError(about), true)));
    };
    if (call.signal.aborted) stop();
    else call.signal.addEventListener('abort', stop, { once: true, signal: over.signal });
  });

  call.onDelta?.('');
  process.tell(ask);
  try {
    return await Promise.race([
      told,
      stopped,
      process.ended.then((end) => failed(endError(end, about, text), true)),
      stuck(limits.silenceMs, () => heard, `gave no sign of life for ${limits.silenceMs / 1000} s`),
      stuck(limits.stallMs, () => moved, `did not get on for ${limits.stallMs / 1000} s`),
      stuck(limits.callMs, () => begin, `did not end its answer within ${limits.callMs / 1000} s`),
    ]);
  } finally {
    over.abort();
    process.listen(() => undefined);
  }
}

/** Loading and reading the prompt count as thinking: they take longest. */
function tellDelta(message: FromChild, { onDelta }: ProviderCall): void {
  if (message.type === 'delta') onDelta?.(message.text);
  else if (message.type !== 'alive') onDelta?.('');
}
