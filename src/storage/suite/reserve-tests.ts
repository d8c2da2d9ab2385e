import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Caps, Reservation } from '../../steps/index.ts';
import type { SuiteContext } from './context.ts';
import { answer, callFor, fresh } from './samples.ts';

const MIDNIGHT = '2026-01-01T00:00:00.000Z';

/** Money for one call of a run; `own` replaces what a test cares about. */
function money(run: string, own: Partial<Reservation> = {}): Reservation {
  return { id: fresh('call'), run, dayStart: MIDNIGHT, cost: 1, ...own };
}

/** Who may set how much money aside. Caps are of runs that no other test uses, or far from what others spend. */
export function reserveTests({ open, storage }: SuiteContext): void {
  test('money is set aside until a cap is reached, spent when the call is written, and free when it is released', async () => {
    const { ledger, journal } = storage();
    const run = fresh('run');
    const caps = { run: 3 };
    const [first, second, third] = [money(run), money(run), money(run)];
    expect(await ledger.reserve(first, caps)).toEqual({
      ...{ granted: true, cap: 'run', limit: 3, spent: 0, reserved: 0, unpriced: 0 },
    });
    await ledger.reserve(second, caps);
    expect(await ledger.reserve(third, caps)).toMatchObject({ granted: true, reserved: 2 });
    expect(await ledger.reserve(money(run), caps)).toMatchObject({ granted: false, spent: 0, reserved: 3 });
    expect(await ledger.reserve(money(fresh('run')), caps)).toMatchObject({ granted: true, reserved: 0 });
    await ledger.release(second.id);
    const row = answer();
    await journal.settle(row, callFor(row, { id: first.id, run, cost: 0.5 }));
    await ledger.fail(callFor(answer(), { id: third.id, run, cost: null, outcome: 'model/timeout' }), undefined);
    expect(await ledger.reserve(money(run, { cost: 2.6 }), caps)).toEqual({
      ...{ granted: false, cap: 'run', limit: 3, spent: 0.5, reserved: 0, unpriced: 1 },
    });
    expect(await ledger.reserve(money(run, { cost: 2.5 }), caps)).toMatchObject({ granted: true });
  });

  test('the day begins at the midnight that is given, and the tightest cap is told', async () => {
    const { ledger, journal } = storage();
    const run = fresh('run');
    const row = { ...answer(), time: '2031-03-01T23:59:59.000Z' };
    const today = { ...answer(), time: '2031-03-02T04:30:00.000Z' };
    await journal.settle(row, callFor(row, { run, cost: 4 }));
    await journal.settle(today, callFor(today, { run, cost: 1.5 }));
    const dayStart = '2031-03-02T04:30:00.000Z'; // where clocks are four and a half hours behind
    const sums = await ledger.reserve(money(run, { dayStart, cost: 0 }), { day: 1e6, run: 1e5 });
    expect(sums).toMatchObject({ cap: 'run', spent: 5.5 });
    expect(await ledger.reserve(money(run, { dayStart, cost: 0 }), { day: 1e6 })).toMatchObject({ spent: 1.5 });
    const before = money(run, { dayStart: '2031-03-01T04:30:00.000Z', cost: 0 });
    expect(await ledger.reserve(before, { day: 1e6 })).toMatchObject({ spent: 5.5 });
    expect((await ledger.reserve(money(run, { cost: 0 }), { project: 1e6 })).spent).toBeGreaterThanOrEqual(5.5);
    expect(await ledger.reserve(money(run), {})).toMatchObject({ granted: true });
  });

  test('of many who reserve at once in several handles as many are granted as the cap allows', async () => {
    const handles = await Promise.all([open(), open(), open()]);
    const run = fresh('run');
    const asked = handles.flatMap(({ ledger }) =>
      Array.from({ length: 20 }, () => ledger.reserve(money(run, { cost: 0.1 }), { run: 2.5, project: 1e9 })),
    );
    const verdicts = await Promise.all(asked);
    expect(verdicts.filter(({ granted }) => granted)).toHaveLength(25);
    await Promise.all(handles.map((handle) => handle.close()));
  });

  test('money of a handle that closed, or that is not heard of, is free', async () => {
    const run = fresh('run');
    const [closing, away] = await Promise.all([open(), open({ host: 'away', clock: () => Date.UTC(2020, 0, 1) })]);
    const caps = { run: 2 };
    await closing.ledger.reserve(money(run), caps);
    await away.ledger.reserve(money(run), caps);
    const early = await open({ clock: () => Date.UTC(2020, 0, 1, 0, 0, 14) });
    expect(await early.ledger.reserve(money(run), caps)).toMatchObject({ granted: false, reserved: 2 });
    await closing.close();
    expect(await early.ledger.reserve(money(run), caps)).toMatchObject({ granted: true, reserved: 1 });
    await early.close();
    expect(await storage().ledger.reserve(money(run, { cost: 2 }), caps)).toMatchObject({ granted: true, reserved: 0 });
    await away.close();
  });

  test('any order of reserving, spending and releasing is what a sum says', async () => {
    const cost = fc.constantFrom(0.1, 0.25, 0.3, 1, 2.7);
    const act = fc.oneof(
      fc.record({ kind: fc.constantFrom('reserve' as const), cost, run: fc.constantFrom(0, 1), day: fc.option(cost) }),
      fc.record({
        kind: fc.constantFrom('settle' as const),
        pick: fc.double({ min: 0, max: 0.99, noNaN: true }),
        cost: fc.option(cost),
      }),
      fc.record({ kind: fc.constantFrom('release' as const), pick: fc.double({ min: 0, max: 0.99, noNaN: true }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const runs = [fresh('run'), fresh('run')];
        const spent = [0, 0];
        const held = new Map<string, { run: number; cost: number }>();
        const picked = (pick: number): string | undefined => [...held.keys()][Math.floor(pick * held.size)];
        for (const one of acts) {
          if (one.kind === 'reserve') {
            const own = money(runs[one.run] ?? '', { cost: one.cost });
            const reserved = [...held.values()]
              .filter(({ run }) => run === one.run)
              .reduce((sum, { cost: each }) => sum + each, 0);
            const caps: Caps = { run: 3, project: 1e9, ...(one.day === null ? {} : { day: 1e9 }) };
            const verdict = await storage().ledger.reserve(own, caps);
            expect(verdict).toMatchObject({
              cap: 'run',
              granted: (spent[one.run] ?? 0) + reserved + one.cost <= 3 + 1e-9,
            });
            expect(verdict.spent).toBeCloseTo(spent[one.run] ?? 0, 9);
            expect(verdict.reserved).toBeCloseTo(reserved, 9);
            if (verdict.granted) held.set(own.id, { run: one.run, cost: one.cost });
            continue;
          }
          const id = picked(one.pick);
          const of = id === undefined ? undefined : held.get(id);
          if (id === undefined || of === undefined) continue;
          held.delete(id);
          if (one.kind === 'release') await storage().ledger.release(id);
          else {
            const row = answer();
            await storage().journal.settle(row, callFor(row, { id, run: runs[of.run] ?? '', cost: one.cost }));
            spent[of.run] = (spent[of.run] ?? 0) + (one.cost ?? 0);
          }
        }
        await Promise.all([...held.keys()].map((id) => storage().ledger.release(id)));
      }),
      { numRuns: 30 },
    );
  });
}
