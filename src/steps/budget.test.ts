import { expect, test } from 'vitest';
import type { ModelRequest } from '../llm/index.ts';
import { createBudget } from './budget.ts';
import { createEstimator, likelyMost } from './estimate.ts';
import type { Caps, Ledger, Reservation, Verdict } from './ledger.ts';

const request: ModelRequest = { model: 'p/m', params: {}, messages: [], schema: {}, task: { name: 't', input: {} } };
const never = new AbortController().signal;

/** A ledger with one cap, in memory. */
function ledgerOf(limit: number): Pick<Ledger, 'reserve' | 'release'> & {
  spent: number;
  readonly held: Map<string, number>;
  readonly asked: Reservation[];
} {
  const held = new Map<string, number>();
  const asked: Reservation[] = [];
  return {
    spent: 0,
    held,
    asked,
    async reserve(reservation): Promise<Verdict> {
      asked.push(reservation);
      const reserved = [...held.values()].reduce((sum, cost) => sum + cost, 0);
      const granted = this.spent + reserved + reservation.cost <= limit;
      if (granted) held.set(reservation.id, reservation.cost);
      return { granted, cap: 'day', limit, spent: this.spent, reserved, unpriced: 0 };
    },
    async release(id) {
      held.delete(id);
    },
  };
}

function budgetOf(
  ledger: ReturnType<typeof ledgerOf>,
  { caps = { day: 1 }, cost = 0.4 as number | null, sleep = async () => {} } = {},
) {
  const warnings: string[] = [];
  const budget = createBudget({
    ledger: { reserve: (...asked) => ledger.reserve(...asked), release: (id) => ledger.release(id) },
    caps: caps as Caps,
    warnAt: 0.8,
    costOf: async () => cost,
    clock: { now: () => Date.UTC(2026, 10, 26, 12), sleep },
    onWarning: ({ cap, spent }) => warnings.push(`${cap} ${spent}`),
  });
  const reserve = (id: string): Promise<void> => budget.reserve({ id, run: 'r', request }, never);
  return { budget, reserve, warnings };
}

test('a call that no cap has room for is refused, and says what is spent', async () => {
  const ledger = ledgerOf(1);
  ledger.spent = 0.7;
  await expect(budgetOf(ledger).reserve('a')).rejects.toMatchObject({
    code: 'run/over-budget',
    message: expect.stringContaining('$0.70'),
  });
});

test('a call waits for those under way, and goes on when they cost less than was set aside', async () => {
  const ledger = ledgerOf(1);
  const { reserve } = budgetOf(ledger, {
    sleep: async () => {
      ledger.held.delete('a');
      ledger.spent += 0.1;
    },
  });
  await reserve('a');
  await reserve('b');
  await reserve('c');
  expect([...ledger.held.keys()]).toEqual(['b', 'c']);
});

test('a model without a price is refused under a budget, and asked without one', async () => {
  const ledger = ledgerOf(1);
  await expect(budgetOf(ledger, { cost: null }).reserve('a')).rejects.toMatchObject({ code: 'run/unpriced' });
  await budgetOf(ledger, { cost: null, caps: {} as { day: number } }).reserve('a');
});

test('a model that is free takes nothing from a budget', async () => {
  const ledger = ledgerOf(1);
  await budgetOf(ledger, { cost: 0 }).reserve('a');
  expect(ledger.asked).toEqual([]);
});

test('it warns once, before the cap is reached', async () => {
  const ledger = ledgerOf(2);
  const { reserve, warnings } = budgetOf(ledger);
  ledger.spent = 1.5;
  await reserve('a');
  expect(warnings).toEqual([]);
  ledger.held.clear();
  ledger.spent = 1.6;
  await reserve('b');
  ledger.spent = 1.7;
  await expect(reserve('c')).rejects.toMatchObject({ code: 'run/over-budget' });
  expect(warnings).toEqual(['day 1.6']);
});

test('a day begins at midnight by the clock on the wall', async () => {
  const ledger = ledgerOf(1);
  await budgetOf(ledger).reserve('a');
  const start = new Date(ledger.asked[0]?.dayStart ?? '');
  expect([start.getHours(), start.getMinutes(), start.getTime() <= Date.UTC(2026, 10, 26, 12)]).toEqual([0, 0, true]);
});

test('a call in a batch may take what a batch costs', async () => {
  const price = (discount?: number) => async () => ({
    ...{ source: 'test', dated: '2026-11-26' },
    cost: { input: 0, output: 1_000_000, ...(discount === undefined ? {} : { batch_discount: discount }) },
  });
  const estimatorOf = (discount?: number) => createEstimator({ sum: async () => [] }, price(discount), () => 0.5);
  const full = (await likelyMost(estimatorOf(), request)) ?? 0;
  expect(full).toBeGreaterThan(0);
  expect(await likelyMost(estimatorOf(), request, 'batch')).toBe(full / 2);
  expect(await likelyMost(estimatorOf(0.25), request, 'batch')).toBe(full / 4);
});
