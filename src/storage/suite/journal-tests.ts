import { expect, test } from 'vitest';
import type { SuiteContext } from './context.ts';
import { answer, callFor, fresh, keys, slot } from './samples.ts';

/** What any journal must do. */
export function journalTests({ open, storage }: SuiteContext): void {
  test('a claimed key is settled once and answered ever after', async () => {
    const { journal } = storage();
    const row = answer();
    expect(await journal.claim(row.key)).toEqual({ state: 'claimed' });
    expect((await journal.find([row.key])).size).toBe(0);
    expect(await journal.claim(row.key)).toEqual({ state: 'pending' });
    await journal.settle(row);
    expect(await journal.claim(row.key)).toEqual({ state: 'answered', row });
    expect(await journal.find([row.key, 'another'])).toEqual(new Map([[row.key, row]]));
  });

  test('an answer is durable for every other handle once settle has resolved', async () => {
    const row = answer();
    await storage().journal.settle(row);
    const other = await open();
    expect((await other.journal.find([row.key])).get(row.key)).toEqual(row);
    await other.close();
  });

  test('awkward text comes back as it went in', async () => {
    const text = 'nul \u0000, lone \ud800, "quotes", \u2028 and 🎬';
    const row = { ...answer(), request: { b: text, 2: 0, a: [null, true, 1.5] }, answer: { ...answer().answer, text } };
    await storage().journal.settle(row);
    expect((await storage().journal.find([row.key])).get(row.key)).toEqual(row);
  });

  test('thousands of keys are found in one read', async () => {
    const rows = Array.from({ length: 5000 }, () => answer());
    await Promise.all(rows.map((row) => storage().journal.settle(row)));
    const found = await storage().journal.find([...rows.map(({ key }) => key), ...keys(5000)]);
    expect(found.size).toBe(rows.length);
  });

  test('a batch of claims answers each key by its own state', async () => {
    const [done, held, fresh] = [answer(), answer(), answer()];
    await storage().journal.settle(done);
    await storage().journal.claim(held.key);
    const all = [done, fresh, held, fresh].map(({ key }) => storage().journal.claim(key));
    const states = (await Promise.all(all)).map(({ state }) => state);
    expect(states).toEqual(['answered', 'claimed', 'pending', 'pending']);
  });

  test('a released key may be claimed by another', async () => {
    const other = await open();
    const { key } = answer();
    await storage().journal.claim(key);
    await other.journal.release(key); // not its own: nothing happens
    expect(await other.journal.claim(key)).toEqual({ state: 'pending' });
    await storage().journal.release(key);
    expect(await other.journal.claim(key)).toEqual({ state: 'claimed' });
    await other.close();
  });

  test('releasing an answered key keeps the answer', async () => {
    const row = answer();
    await storage().journal.settle(row);
    await storage().journal.release(row.key);
    expect((await storage().journal.find([row.key])).size).toBe(1);
  });

  test('the first answer to a key is kept, and a second one is still counted', async () => {
    const first = answer();
    const late = { ...first, time: '2026-01-02T00:00:00.000Z' };
    const before = await storage().journal.totals();
    const [call, second] = [callFor(first), callFor(late)];
    await storage().journal.settle(first, call);
    await storage().journal.settle(late, second);
    await storage().journal.settle(first, call); // the same again is not a second
    await storage().journal.settle(late, second);
    expect((await storage().journal.find([first.key])).get(first.key)).toEqual(first);
    expect((await storage().journal.totals()).calls - before.calls).toBe(2);
  });

  test('two answers to a key in one commit are kept the same way', async () => {
    const first = answer();
    const late = { ...first, time: '2026-01-02T00:00:00.000Z' };
    const before = await storage().journal.totals();
    const settles = [first, late].map((row) => storage().journal.settle(row, callFor(row)));
    await Promise.all(settles);
    expect((await storage().journal.find([first.key])).get(first.key)).toEqual(first);
    expect((await storage().journal.totals()).calls - before.calls).toBe(2);
  });

  test('an answer set aside answers no more, is asked anew, and stays in the totals', async () => {
    const row = answer();
    const cost = async (): Promise<number> => (await storage().ledger.sum({}))[0]?.cost ?? 0;
    const [before, costBefore] = [await storage().journal.totals(), await cost()];
    await storage().journal.settle(row, callFor(row));
    await storage().journal.setAside(row.key, 'not readable');
    await storage().journal.setAside(row.key, 'not readable');
    expect((await storage().journal.find([row.key])).size).toBe(0);
    expect(await storage().journal.claim(row.key)).toEqual({ state: 'claimed' });
    const again = { ...row, time: '2026-01-02T00:00:00.000Z' };
    await storage().journal.settle(again, callFor(again));
    const after = await storage().journal.totals();
    expect(after.calls - before.calls).toBe(2);
    expect(after.inputTokens - before.inputTokens).toBe(200);
    expect(after.outputTokens - before.outputTokens).toBe(20);
    expect((await cost()) - costBefore).toBeCloseTo(0.5);
  });

  test('a recording that is read in answers its key, and was not paid for', async () => {
    const row = answer();
    const before = await storage().journal.totals();
    await storage().journal.settle(row);
    expect((await storage().journal.find([row.key])).get(row.key)).toEqual(row);
    expect(await storage().journal.totals()).toEqual(before);
  });

  test('slots are replaced by name and kept by script', async () => {
    const script = fresh('script');
    const slots = Array.from({ length: 2500 }, (_, index) => slot(`sc_${index}/direct`, 'k1'));
    await storage().journal.saveSlots(script, slots);
    await storage().journal.saveSlots(script, [slot('sc_7/direct', 'k2'), slot('sc_7/direct', 'k3')]);
    await storage().journal.saveSlots(fresh('script'), [slot('sc_8/direct', 'k4')]);
    await storage().journal.saveSlots(script, []);
    const loaded = await storage().journal.loadSlots(script);
    expect(loaded.size).toBe(2500);
    expect(loaded.get('sc_7/direct')).toEqual(slot('sc_7/direct', 'k3'));
    expect(loaded.get('sc_8/direct')).toEqual(slot('sc_8/direct', 'k1'));
  });
}
