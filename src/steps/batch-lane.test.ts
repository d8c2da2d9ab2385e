import { expect, test } from 'vitest';
import { type BatchTransport, type Clock, type Completion, ModelError } from '../llm/index.ts';
import { createBatchLane, type LaneQuestion } from './batch-lane.ts';
import { takeInBatches } from './batch-look.ts';
import type { BatchRecord, BatchStore } from './batch-store.ts';
import type { Call } from './call.ts';
import type { JournalRow } from './journal.ts';
import { canonicalRequest, stepKey } from './key.ts';
import type { RunEvent } from './run.ts';

/** A clock on which nobody waits: every sleep is one turn of the event loop and moves the time. */
function quickClock(): Clock {
  let time = 0;
  return {
    now: () => time,
    elapsed: () => time,
    random: () => 0,
    sleep: async (ms, signal) => {
      time += ms;
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    },
  };
}

/** A provider's batches, which outlive whoever waits for them. */
function fakeProvider({ polls = 2, most = 3, answers = {} as Readonly<Record<string, Completion | ModelError>> } = {}) {
  const submitted: (readonly string[])[] = [];
  const tags = new Map<string, string>();
  const items = new Map<string, readonly string[]>();
  let left = polls;
  const transport: BatchTransport = {
    most: { items: most, bytes: 1_000_000 },
    discount: 0.5,
    submit: async (batch, tag) => {
      const id = `b${submitted.length}`;
      submitted.push(batch.map((item) => item.request.task.name));
      tags.set(tag, id);
      items.set(
        id,
        batch.map((item) => item.id),
      );
      return id;
    },
    find: async (tag) => tags.get(tag),
    poll: async () => {
      left -= 1;
      return { state: left < 0 ? 'ended' : 'running', done: 0, total: 1 };
    },
    fetch: async (batch, requests) =>
      new Map(
        (items.get(batch) ?? []).flatMap((id) => {
          const task = requests.get(id)?.task.name ?? '';
          const usage = { inputTokens: 1_000_000, outputTokens: 0, cachedTokens: 0 };
          const plain: Completion = { text: `answer to ${task}`, finishReason: 'stop', usage };
          return [[id, answers[task] ?? plain] as const];
        }),
      ),
    cancel: async () => {},
  };
  return { transport, submitted };
}

function memoryStore(): BatchStore & { readonly records: Map<string, BatchRecord> } {
  const records = new Map<string, BatchRecord>();
  const change = async (id: string, part: Partial<BatchRecord>): Promise<void> => {
    records.set(id, { ...(records.get(id) as BatchRecord), ...part });
  };
  return {
    records,
    begin: async (record) => void records.set(record.id, record),
    submitted: (id, batch) => change(id, { batch, state: 'submitted' }),
    end: (id, state) => change(id, { state }),
    named: async () => new Set([...records.values()].flatMap(({ batch }) => batch ?? [])),
    open: async () => [...records.values()].filter(({ state }) => state === 'submitting' || state === 'submitted'),
  };
}

function question(task: string): LaneQuestion {
  const request = { model: 'p/m', params: {}, messages: [], schema: {}, task: { name: task, input: {} } };
  const canonical = canonicalRequest(request, 0);
  const place = { run: 'r', script: 's', slot: task, task, role: 'planner', agent: 'planner' };
  return { key: stepKey(canonical), canonical, request, place };
}

function laneOf(provider: ReturnType<typeof fakeProvider>, store = memoryStore(), stop = new AbortController()) {
  const settled: JournalRow[] = [];
  const bill: Call[] = [];
  const failed: Call[] = [];
  const events: RunEvent[] = [];
  const lane = createBatchLane({
    script: 's',
    store,
    journal: {
      find: async (keys) => new Map(settled.filter(({ key }) => keys.includes(key)).map((row) => [row.key, row])),
      settle: async (row, call) => {
        settled.push(row);
        if (call !== undefined) bill.push(call);
      },
    },
    ledger: { fail: async (call) => void failed.push(call) },
    transportOf: (model) => (model === 'p/m' ? provider.transport : undefined),
    price: async () => ({ cost: { input: 2, output: 2 }, source: 'test', dated: '2026-11-26' }),
    clock: quickClock(),
    emit: (event) => events.push(event),
    stop: stop.signal,
  });
  const ask = (task: string, run = stop.signal) => lane.ask(question(task), { stop: run });
  return { ask, lane, settled, bill, failed, events, store, stop };
}

test('what is asked together is handed in together, in batches the provider takes, at half the price', async () => {
  const provider = fakeProvider();
  const { ask, settled, store } = laneOf(provider);
  const rows = await Promise.all(['a', 'b', 'c', 'd'].map((task) => ask(task)));
  expect(rows.map((row) => row?.answer.text)).toEqual(['a', 'b', 'c', 'd'].map((task) => `answer to ${task}`));
  expect(provider.submitted).toEqual([['a', 'b', 'c'], ['d']]);
  expect(rows[0]?.answer).toMatchObject({ cost: 1, batch: true });
  expect(settled).toHaveLength(4);
  expect([...store.records.values()].map(({ state }) => state)).toEqual(['ended', 'ended']);
});

test('a model whose provider takes no batches is told of once', () => {
  const { lane, events } = laneOf(fakeProvider());
  expect([lane.takes('q/m'), lane.takes('q/m'), lane.takes('p/m')]).toEqual([false, false, true]);
  expect(events).toEqual([{ type: 'batch-skip', model: 'q/m' }]);
});

test('a run that is stopped while it waits leaves the batch, and the next one fetches it without handing in again', async () => {
  const provider = fakeProvider({ polls: 3 });
  const first = laneOf(provider);
  const waiting = first.ask('a');
  await until(() => provider.submitted.length > 0);
  first.stop.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'run/aborted' });
  const second = laneOf(provider, first.store);
  expect((await second.ask('a'))?.answer.text).toBe('answer to a');
  expect(provider.submitted).toEqual([['a']]);
});

test('a crash between handing in and noting it: the batch is found by its tag', async () => {
  const provider = fakeProvider();
  const store = memoryStore();
  const { key, canonical, place } = question('a');
  const id = key.replace(':', '-').slice(0, 60);
  const items = [{ id, key, request: canonical, place }];
  await store.begin({
    id: 'sgb_1',
    script: 's',
    provider: 'p',
    model: 'p/m',
    state: 'submitting',
    created: '2026-11-26T00:00:00Z',
    items,
  });
  await provider.transport.submit([{ id, request: question('a').request }], 'sgb_1', new AbortController().signal);
  expect((await laneOf(provider, store).ask('a'))?.answer.text).toBe('answer to a');
  expect(provider.submitted).toHaveLength(1);
});

test('an answer that nobody waits for any more is kept: it is paid', async () => {
  const provider = fakeProvider({ polls: 0 });
  const store = memoryStore();
  const { key, canonical, place } = question('old');
  const items = [{ id: 'old', key, request: canonical, place }];
  await provider.transport.submit(
    [{ id: 'old', request: question('old').request }],
    'sgb_1',
    new AbortController().signal,
  );
  await store.begin({
    id: 'sgb_1',
    script: 's',
    provider: 'p',
    model: 'p/m',
    batch: 'b0',
    state: 'submitted',
    created: '2026-11-26T00:00:00Z',
    items,
  });
  const { ask, settled } = laneOf(provider, store);
  await ask('new');
  expect(new Set(settled.map(({ task }) => task))).toEqual(new Set(['new', 'old']));
});

test('what may pass or cost nothing is asked by itself; a refusal that was paid is the error of its question alone', async () => {
  const usage = { inputTokens: 1_000_000, outputTokens: 0, cachedTokens: 0 };
  const refused = new ModelError({ code: 'model/refused', message: 'no', usage });
  const expired = new ModelError({ code: 'model/unavailable', message: 'expired' });
  const rejected = new ModelError({ code: 'model/schema-rejected', message: 'a schema' });
  const answers = { bad: refused, late: expired, shaped: rejected };
  const { ask, failed, events } = laneOf(fakeProvider({ answers, most: 4 }));
  const [good, bad, late, shaped] = await Promise.allSettled(
    ['good', 'bad', 'late', 'shaped'].map((task) => ask(task)),
  );
  expect(good).toMatchObject({ status: 'fulfilled', value: { answer: { text: 'answer to good' } } });
  expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'model/refused' } });
  expect(late).toEqual({ status: 'fulfilled', value: undefined });
  expect(shaped).toEqual({ status: 'fulfilled', value: undefined });
  expect(failed).toMatchObject([{ outcome: 'model/refused', lane: 'batch', cost: 1, task: 'bad' }]);
  expect(events.find(({ type }) => type === 'batch-end')).toMatchObject({ answered: 1, failed: 3 });
});

test('a batch that is refused as a whole is asked one by one, and it is said why', async () => {
  const provider = fakeProvider();
  const error = new ModelError({ code: 'model/unknown', message: 'no such path', status: 404 });
  const { ask, events, store } = laneOf({
    ...provider,
    transport: { ...provider.transport, submit: () => Promise.reject(error) },
  });
  expect(await Promise.all(['a', 'b'].map((task) => ask(task)))).toEqual([undefined, undefined]);
  expect(events).toMatchObject([{ type: 'batch-end', answered: 0, failed: 2, reason: 'no such path' }]);
  expect(await store.open()).toEqual([]);
});

test('a wrong key is the error of all, and the batch is collected anew by the next run', async () => {
  const provider = fakeProvider();
  const error = new ModelError({ code: 'model/unauthorized', message: 'wrong key', status: 401 });
  const first = laneOf({ ...provider, transport: { ...provider.transport, submit: () => Promise.reject(error) } });
  await expect(first.ask('a')).rejects.toMatchObject({ code: 'model/unauthorized' });
  const second = laneOf(provider, first.store);
  expect((await second.ask('b'))?.answer.text).toBe('answer to b');
  expect(provider.submitted, 'a is not asked any more').toEqual([['b']]);
});

test('faults on the way are waited out and told; an answer that was lost is looked for before handing in again', async () => {
  const provider = fakeProvider();
  const faults = ['submit', 'poll', 'poll', 'fetch'];
  const lost = new ModelError({ code: 'model/unreachable', message: 'no network' });
  const failing =
    <T extends readonly unknown[], R>(name: string, work: (...args: T) => Promise<R>) =>
    async (...args: T): Promise<R> => {
      const at = faults.indexOf(name);
      // What is handed in arrives; only the answer does not.
      if (at < 0 || name === 'submit') await (at < 0 ? undefined : work(...args));
      if (at < 0) return work(...args);
      faults.splice(at, 1);
      throw lost;
    };
  const { transport } = provider;
  const { ask, events } = laneOf({
    ...provider,
    transport: {
      ...transport,
      submit: failing('submit', transport.submit),
      poll: failing('poll', transport.poll),
      fetch: failing('fetch', transport.fetch),
    },
  });
  expect((await ask('a'))?.answer.text).toBe('answer to a');
  expect(provider.submitted).toEqual([['a']]);
  const attempts = events.flatMap((event) => (event.type === 'batch-retry' ? event.attempt : []));
  expect(attempts).toEqual([1, 1, 2, 1]);
});

test("somebody else's batch that was taken for this one is passed over", async () => {
  const provider = fakeProvider();
  const store = memoryStore();
  const { key, canonical, place } = question('a');
  const record = { script: 's', provider: 'p', model: 'p/m', created: '2026-11-26T00:00:00Z' };
  const items = [{ id: 'a', key, request: canonical, place }];
  await store.begin({ id: 'sgb_1', ...record, state: 'submitting', items });
  const { transport } = provider;
  const sought: (readonly string[])[] = [];
  const { ask } = laneOf(
    {
      ...provider,
      transport: {
        ...transport,
        find: async (_tag, { not }) => {
          sought.push([...not]);
          return not.has('theirs') ? undefined : 'theirs';
        },
        fetch: async (batch, ...rest) => (batch === 'theirs' ? undefined : transport.fetch(batch, ...rest)),
      },
    },
    store,
  );
  expect((await ask('a'))?.answer.text).toBe('answer to a');
  expect(sought).toEqual([[], ['theirs']]);
  expect(provider.submitted).toEqual([['a']]);
});

test('a batch that is settled twice, after a crash, is billed once', async () => {
  const provider = fakeProvider();
  const first = laneOf(provider);
  await first.ask('a');
  const [record] = first.store.records.values();
  first.store.records.set(record?.id ?? '', { ...record, state: 'submitted' } as BatchRecord);
  const again = laneOf(provider, first.store);
  await again.ask('a');
  expect(again.bill.map(({ id }) => id)).toEqual(first.bill.map(({ id }) => id));
});

test('one scene that ends stops waiting at once; its question stays in the batch', async () => {
  const provider = fakeProvider({ polls: 50 });
  const { ask, lane, events } = laneOf(provider);
  const scene = new AbortController();
  const [left, kept] = [ask('a', scene.signal), ask('b')];
  await until(() => provider.submitted.length > 0);
  scene.abort();
  await expect(left).rejects.toMatchObject({ code: 'run/aborted' });
  expect((await kept)?.answer.text).toBe('answer to b');
  lane.close();
  expect(events.map(({ type }) => type)).not.toContain('batch-leave');
});

test('a run that ends tells of the batches that it leaves', async () => {
  const provider = fakeProvider({ polls: 1000 });
  const { ask, lane, events } = laneOf(provider);
  const waiting = ask('a');
  await until(() => events.length > 0);
  lane.close();
  await expect(waiting).rejects.toMatchObject({ code: 'run/aborted' });
  expect(events.at(-1)).toMatchObject({ type: 'batch-leave', provider: 'p', items: 1 });
});

test('a run without batches takes in what has been answered, and does not wait for the rest', async () => {
  const provider = fakeProvider({ polls: 4 });
  const first = laneOf(provider);
  void first.ask('a').catch(() => undefined);
  await until(() => first.events.length > 0);
  first.stop.abort();
  const taken: string[] = [];
  const events: RunEvent[] = [];
  const look = (): Promise<void> =>
    takeInBatches({
      ...{ script: 's', store: first.store, transportOf: () => provider.transport, price: async () => null },
      journal: { find: async () => new Map(), settle: async ({ task }) => void taken.push(task) },
      ledger: { fail: async () => undefined },
      ...{ clock: quickClock(), emit: (event) => events.push(event), stop: new AbortController().signal },
    });
  await look();
  expect(events.at(-1)).toMatchObject({ type: 'batch-leave', items: 1 });
  while (taken.length === 0) await look();
  expect(taken).toEqual(['a']);
  expect(events.at(-1)).toMatchObject({ type: 'batch-end', answered: 1 });
  expect(await first.store.open()).toEqual([]);
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}
