import { expect, test } from 'vitest';
import type { Call, Saving } from '../../steps/index.ts';
import type { SuiteContext } from './context.ts';
import { answer, callFor, fresh } from './samples.ts';

const PRICE = {
  cost: { input: 3, output: 15, cache_read: 0.3, cache_write: 3.75, cache_write_1h: 6, batch_discount: 0.5 },
  source: 'models.json',
  dated: '2026-11-26',
};

/** What the bill of any storage must tell. */
export function ledgerTests({ storage }: SuiteContext): void {
  /** Write calls of a run that no other test uses, the first earliest, and give them back. */
  const written = async (...owns: readonly Partial<Call>[]): Promise<readonly Call[]> => {
    const run = fresh('run');
    const calls = owns.map((own, index) => {
      const row = { ...answer(), time: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString() };
      return { row, call: callFor(row, { run, ...own }) };
    });
    await Promise.all(calls.map(({ row, call }) => storage().journal.settle(row, call)));
    return calls.map(({ call }) => call);
  };

  test('a call comes back as it was written, with what was asked and what came', async () => {
    const row = answer();
    const call = callFor(row, {
      ...{ price: PRICE, firstTokenMs: 3.5, waitedMs: 7, message: 'at "last" \u0000 🎬', lane: 'batch' },
      usage: {
        ...{ inputTokens: 100, outputTokens: 10, cachedTokens: 50 },
        ...{ cacheWriteTokens: 20, cacheWriteHourTokens: 5, reasoningTokens: 4 },
      },
    });
    const bare = callFor(answer(), { cost: null });
    const { scene: _, ...noScene } = { ...bare };
    await storage().journal.settle(row, { ...call, message: 'at "last" 🎬' });
    await storage().ledger.fail({ ...noScene, outcome: 'model/timeout' }, undefined);
    expect(await storage().ledger.call(call.id)).toEqual({
      call: { ...call, message: 'at "last" 🎬' },
      request: row.request,
      text: row.answer.text,
    });
    expect(await storage().ledger.call(bare.id)).toEqual({
      call: { ...noScene, outcome: 'model/timeout' },
      request: null,
      text: '',
    });
    expect((await storage().ledger.call(call.id.slice(0, -3)))?.call.id).toBe(call.id);
    expect(await storage().ledger.call('call_of_nobody')).toBeUndefined();
    await expect(storage().ledger.call('call_')).rejects.toMatchObject({ code: 'input/invalid' });
  });

  test('a call that failed is on the bill, and what had come of it is kept', async () => {
    const row = answer();
    const cost = async (): Promise<number> => (await storage().ledger.sum({}))[0]?.cost ?? 0;
    const [before, costBefore] = [await storage().journal.totals(), await cost()];
    const call = callFor(row, { outcome: 'model/interrupted', message: 'the stream broke off', cost: 0.5 });
    await storage().journal.claim(row.key);
    await storage().ledger.fail(call, { request: { messages: ['write'] }, text: '{"beats":["She wai' });
    await storage().ledger.fail(call, { request: { messages: ['write'] }, text: '{"beats":["She wai' });
    const after = await storage().journal.totals();
    expect(after.calls - before.calls).toBe(1);
    expect((await cost()) - costBefore).toBeCloseTo(0.5);
    expect(await storage().ledger.call(call.id)).toMatchObject({
      request: { messages: ['write'] },
      text: '{"beats":["She wai',
    });
    expect((await storage().journal.find([row.key])).size).toBe(0);
    expect(await storage().journal.claim(row.key)).toEqual({ state: 'pending' }); // the lease is the journal's to end
    await storage().journal.release(row.key);
  });

  test('every answer to a key keeps the call that paid for it, also once it is set aside', async () => {
    const first = answer();
    const late = { ...first, time: '2026-01-02T00:00:00.000Z', answer: { ...first.answer, text: 'late' } };
    const [paid, again] = [callFor(first), callFor(late)];
    await storage().journal.settle(first, paid);
    await storage().journal.settle(late, again);
    const textOf = async (id: string): Promise<string | undefined> => (await storage().ledger.call(id))?.text;
    expect([await textOf(paid.id), await textOf(again.id)]).toEqual([first.answer.text, 'late']);
    await storage().journal.setAside(first.key, 'not readable');
    expect([await textOf(paid.id), await textOf(again.id)]).toEqual([first.answer.text, 'late']);
  });

  test('calls are listed newest first, and by what they have in common', async () => {
    const [first, second, third] = await written(
      { model: 'acme/small', task: 'scene.lines' },
      { scene: 'sc_2' },
      { outcome: 'model/timeout' },
    );
    const run = first?.run ?? '';
    const ids = async (own: object, most = 10): Promise<readonly string[]> =>
      (await storage().ledger.calls({ run, ...own }, most)).map(({ id }) => id);
    expect(await ids({})).toEqual([third?.id, second?.id, first?.id]);
    expect(await ids({}, 2)).toEqual([third?.id, second?.id]);
    expect(await ids({ model: 'acme/small' })).toEqual([first?.id]);
    expect(await ids({ scene: 'sc_2' })).toEqual([second?.id]);
    expect(await ids({ outcome: 'failed' })).toEqual([third?.id]);
    expect(await ids({ outcome: 'answered' })).toEqual([second?.id, first?.id]);
    expect(await ids({ from: second?.time, until: third?.time })).toEqual([second?.id]);
    expect(await ids({ role: 'nobody' })).toEqual([]);
  });

  test('calls are found by words of the request or the answer, in any case', async () => {
    const run = fresh('run');
    const row = { ...answer(), request: { messages: ['A 100% "honest" pawnbroker'] } };
    const [call, failed] = [callFor(row, { run }), callFor(answer(), { run, outcome: 'model/interrupted' })];
    await storage().journal.settle(row, call);
    await storage().ledger.fail(failed, { request: row.request, text: 'a violin' });
    const found = async (text: string): Promise<number> => (await storage().ledger.calls({ run, text }, 10)).length;
    expect(await found('PAWNBROKER')).toBe(2);
    expect(await found('pawnbroker Violin')).toBe(1);
    expect(await found('beats')).toBe(1);
    expect(await found('"honest"')).toBe(2);
    expect(await found('10_%')).toBe(0);
    expect(await found('cello')).toBe(0);
    await storage().journal.setAside(row.key, 'not readable');
    expect(await found('pawnbroker beats')).toBe(1);
  });

  test('sums are by group, the costliest first, with unknown prices counted and not added', async () => {
    const usage = {
      inputTokens: 1000,
      outputTokens: 100,
      cachedTokens: 600,
      cacheWriteTokens: 50,
      reasoningTokens: 30,
    };
    const [{ run } = { run: '' }] = await written(
      { model: 'a/x', cost: 0.25, usage, attempts: 3 },
      { model: 'a/x', cost: null, usage, scene: 'sc_2' },
      { model: 'b/y', cost: 2, usage, outcome: 'model/cut-off' },
    );
    const sums = await storage().ledger.sum({ run }, 'model');
    expect(sums).toMatchObject([
      { group: 'b/y', calls: 1, failed: 1, unpriced: 0, cost: 2, retries: 0 },
      { group: 'a/x', calls: 2, failed: 0, unpriced: 1, cost: 0.25, retries: 2 },
    ]);
    expect(sums[1]).toMatchObject({ inputTokens: 2000, outputTokens: 200, cachedTokens: 1200 });
    expect(sums[1]).toMatchObject({ cacheWriteTokens: 100, reasoningTokens: 60 });
    expect(await storage().ledger.sum({ run })).toMatchObject([{ group: '', calls: 3, cost: 2.25, unpriced: 1 }]);
    const groups = async (by: Parameters<ReturnType<typeof storage>['ledger']['sum']>[1]): Promise<unknown> =>
      (await storage().ledger.sum({ run }, by)).map(({ group, calls }) => [group, calls]);
    expect(await groups('day')).toEqual([['2026-01-01', 3]]);
    expect(await groups('scene')).toEqual([
      ['sc_1', 2],
      ['sc_2', 1],
    ]);
    expect(await groups('lane')).toEqual([['interactive', 3]]);
    expect(await storage().ledger.sum({ run: 'none' }, 'model')).toEqual([]);
    expect(await storage().ledger.sum({ run: 'none' })).toMatchObject([
      { calls: 0, cost: 0, ms: { firstToken: null } },
    ]);
  });

  test('times are those of the middle call and of the twentieth from the end', async () => {
    const times = Array.from({ length: 100 }, (_, index) => ((index * 37) % 100) + 1);
    const [{ run } = { run: '' }] = await written(
      ...times.map((ms) => ({ ms, model: ms <= 1 ? 'a/one' : 'a/many', ...(ms <= 10 ? { firstTokenMs: ms } : {}) })),
    );
    const [all] = await storage().ledger.sum({ run });
    expect(all?.ms).toEqual({ p50: 50, p95: 95, firstToken: 5, waited: 0 });
    const byModel = new Map((await storage().ledger.sum({ run }, 'model')).map(({ group, ms }) => [group, ms]));
    expect(byModel.get('a/one')).toEqual({ p50: 1, p95: 1, firstToken: 1, waited: 0 });
    expect(byModel.get('a/many')).toMatchObject({ p50: 51, p95: 96 });
  });

  test('what the prefix cache and the batch saved is told by the price of that time', async () => {
    const usage = { inputTokens: 1_000_000, outputTokens: 100_000, cachedTokens: 800_000 };
    const [{ run } = { run: '' }] = await written(
      { price: PRICE, usage, cost: 2.34 },
      { price: PRICE, usage: { ...usage, cachedTokens: 0, cacheWriteTokens: 400_000 }, cost: 4.8 },
      { usage, cost: 2.34 },
    );
    const [sum] = await storage().ledger.sum({ run });
    expect(sum?.savedByCache).toBeCloseTo(0.8 * 2.7 - 0.4 * 0.75, 9);
    expect(sum?.savedByBatch).toBe(0);
    const [batched] = await written({ price: PRICE, usage, cost: 1.17, lane: 'batch' });
    const [half] = await storage().ledger.sum({ run: batched?.run ?? '' });
    expect(half?.savedByBatch).toBeCloseTo(1.17, 9);
    expect(half?.savedByCache).toBeCloseTo(0.4 * 2.7, 9);
  });

  test('savings of one place are added up, and an unknown price stays unknown', async () => {
    const run = fresh('run');
    const saving: Saving = {
      ...{ run, script: 'sp_1', scene: 'sc_1', task: 'scene.lines', role: 'character', model: 'a/x' },
      kind: 'journal',
      ...{ calls: 1, inputTokens: 10, outputTokens: 2, cost: 0.25 },
    };
    const { scene: _, ...whole } = saving;
    await storage().ledger.addSavings([]);
    await storage().ledger.addSavings([saving, { ...saving, kind: 'shared' }, saving, whole]);
    await storage().ledger.addSavings([saving, { ...saving, kind: 'shared', cost: null }]);
    const listed = await storage().ledger.savings({ run });
    expect(listed).toHaveLength(3);
    expect(listed).toContainEqual({ ...saving, calls: 3, inputTokens: 30, outputTokens: 6, cost: 0.75 });
    expect(listed).toContainEqual({
      ...saving,
      kind: 'shared',
      calls: 2,
      inputTokens: 20,
      outputTokens: 4,
      cost: null,
    });
    expect(listed).toContainEqual(whole);
    expect(await storage().ledger.savings({ run, until: '2026-01-01T00:00:00.000Z' })).toEqual([]);
    expect(await storage().ledger.savings({ run, script: 'sp_2' })).toEqual([]);
  });

  test('what was learned about a model is laid over what was known', async () => {
    const { memory } = storage();
    const model = fresh('acme/model');
    await memory.save(model, { tokenFactor: 1.25 });
    await memory.save(model, {});
    await memory.save(model, { structuredOutput: 'json_object' });
    await memory.save(model, { tokenFactor: 1.5 });
    expect((await memory.load()).get(model)).toEqual({ tokenFactor: 1.5, structuredOutput: 'json_object' });
  });

  test('a batch is open until it has ended, with its items in order', async () => {
    const { batches } = storage();
    const items = Array.from({ length: 1200 }, (_, index) => ({
      ...{ id: `item_${1200 - index}`, key: `k1:${index}`, request: { messages: ['\u0000', index] } },
      place: { run: 'r', script: 'sp_1', slot: 's', task: 't', role: 'director', agent: 'director' },
    }));
    const id = fresh('sgb');
    const about = { script: 'sp_1', provider: 'anthropic', model: 'anthropic/x', created: '2026-01-01T00:00:00.000Z' };
    const record = { id, ...about, state: 'submitting', items } as const;
    const find = async (): Promise<unknown> => (await batches.open()).find((one) => one.id === id);
    await batches.begin(record);
    expect(await find()).toEqual(record);
    await batches.submitted(id, 'msgbatch_1');
    expect(await find()).toEqual({ ...record, state: 'submitted', batch: 'msgbatch_1' });
    await batches.end(id, 'ended');
    expect(await find()).toBeUndefined();
    expect(await batches.named('anthropic')).toContain('msgbatch_1');
    expect(await batches.named('openai')).not.toContain('msgbatch_1');
  });
}
