import type { Transaction } from 'kysely';
import type { Call } from '../../steps/index.ts';
import { chunks } from '../chunks.ts';
import type { Tables } from '../tables.ts';

/** The period that has every call in it. */
export const PROJECT = 'project';

/** The period of a run. */
export function runPeriod(run: string): string {
  return `run:${run}`;
}

/**
 * The quarter of an hour that holds a time. Midnight is at the start of one everywhere: clocks differ from UTC by whole
 * quarters (https://www.iana.org/time-zones), so a day is a number of them.
 */
export function quarterPeriod(time: string): string {
  const minute = Math.floor(Number(time.slice(14, 16)) / 15) * 15;
  return `time:${time.slice(0, 14)}${String(minute).padStart(2, '0')}`;
}

/** Add calls to each period that they are in. */
export async function addSpending(trx: Transaction<Tables>, calls: readonly Call[]): Promise<void> {
  // In one order everywhere, so that two processes never wait for each other.
  const rows = spendingOf(calls).toSorted((a, b) => (a.period < b.period ? -1 : 1));
  for (const part of chunks(rows)) {
    await trx
      .insertInto('spending')
      .values(part)
      .onConflict((conflict) =>
        conflict.column('period').doUpdateSet((is) => ({
          calls: is('spending.calls', '+', is.ref('excluded.calls')),
          unpriced: is('spending.unpriced', '+', is.ref('excluded.unpriced')),
          input_tokens: is('spending.input_tokens', '+', is.ref('excluded.input_tokens')),
          output_tokens: is('spending.output_tokens', '+', is.ref('excluded.output_tokens')),
          cost: is('spending.cost', '+', is.ref('excluded.cost')),
        })),
      )
      .execute();
  }
}

/** What a call adds to a period. */
type Spent = Pick<Call, 'run' | 'time' | 'cost' | 'usage'>;

/** What calls came to, a row for each period. */
export function spendingOf(calls: readonly Spent[]): readonly Tables['spending'][] {
  const rows = new Map<string, Tables['spending']>();
  for (const { run, time, cost, usage } of calls)
    for (const period of [PROJECT, runPeriod(run), quarterPeriod(time)]) {
      const row = rows.get(period);
      rows.set(period, {
        period,
        calls: (row?.calls ?? 0) + 1,
        unpriced: (row?.unpriced ?? 0) + (cost === null ? 1 : 0),
        input_tokens: (row?.input_tokens ?? 0) + usage.inputTokens,
        output_tokens: (row?.output_tokens ?? 0) + usage.outputTokens,
        cost: (row?.cost ?? 0) + (cost ?? 0),
      });
    }
  return [...rows.values()];
}
