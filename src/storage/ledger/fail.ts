import type { Transaction } from 'kysely';
import type { Json } from '../../core/index.ts';
import type { ModelAnswer } from '../../llm/model.ts';
import type { Call } from '../../steps/index.ts';
import { keepAside } from '../set-aside.ts';
import type { Tables } from '../tables.ts';
import { writeCalls } from './write-calls.ts';

/** A call that failed, and what had come of it. */
export interface Failure {
  readonly call: Call;
  readonly kept: { readonly request: Json; readonly text: string } | undefined;
}

/** Write calls that failed, and keep what had come of them with the answers that are set aside. */
export async function failAll(trx: Transaction<Tables>, failures: readonly Failure[], now: string): Promise<void> {
  await writeCalls(
    trx,
    failures.map(({ call }) => call),
  );
  await keepAside(
    trx,
    failures.flatMap(({ call, kept }) =>
      kept === undefined
        ? []
        : [
            {
              row: { ...call, request: kept.request, answer: answerOf(call, kept.text) },
              call: call.id,
              reason: [call.outcome, ...(call.message === undefined ? [] : [call.message])].join(': '),
            },
          ],
    ),
    now,
  );
}

function answerOf({ usage, cost, attempts, ms }: Call, text: string): ModelAnswer {
  return { text, finishReason: 'other', usage, cost, attempts, ms };
}
