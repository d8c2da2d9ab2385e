import { expect, test } from 'vitest';
import { type BatchTransport, type Clock, type Completion, ModelError, NO_USAGE } from '../llm/index.ts';
import { createBatchLane, type LaneQuestion } from './batch-lane.ts';
import type { BatchRecord, BatchStore } from './batch-store.ts';
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
function fakeProvider({ polls = 2, answers = {} as Readonly<Record<string, Completion | ModelError>> } = {}) {
  const submitted: (readonly string[])[] = [];
  const tags = new Map<string, string>();
  const items = new Map<string, readonly string[]>();
  let left = polls;
  const transport: BatchTransport = {
    most: { items: 3, bytes: 1_000_000 },
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
    open: async () => [...records.values()].filter(({ state }) => state === 'submitting' || state === 'submitted'),
  };
}

function question(task: string): LaneQuestion {
  const request = { model: 'p/m', params: {}, messages: [], schema: {}, task: { name: task, input: {} } };
  const canonical = canonicalRequest(request, 0);
  const place = { run: 'r', script: 's', slot: task, task, role: 'planner', agent: 'planner' };
  return { id: `call-${task}`, key: stepKey(canonical), canonical, request, place };
}

function laneOf(provider: ReturnType<typeof fakeProvider>, store = memoryStore(), stop = new AbortController()) {
  const settled: JournalRow[] = [];
  const events: RunEvent[] = [];
  const lane = createBatchLane({
    script: 's',
    store,
    journal: { settle: async (row) => void settled.push(row) },
    transportOf: (model) => (model === 'p/m' ? provider.transport : undefined),
    price: async () => ({ cost: { input: 2, output: 2 }, source: 'test', dated: '2026-11-26' }),
    clock: quickClock(),
    emit: (event) => events.push(event),
    stop: stop.signal,
  });
  return { ask: (task: string) => lane.ask(question(task), { stop: stop.signal }), lane, settled, events, store, stop };
}

test('what is asked together is handed in together, in batches the provider takes, at half the price', async () => {
  const provider = fakeProvider();
  const { ask, settled, store } = laneOf(provider);
  const rows = await Promise.all(['a', 'b', 'c', 'd'].map(ask));
  expect(rows.map((row) => row?.answer.text)).toEqual(['a', 'b', 'c', 'd'].map((task) => `answer to ${task}`));
  expect(provider.submitted).toEqual([['a', 'b', 'c'], ['d']]);
  expect(rows[0]?.answer).toMatchObject({ cost: 1, batch: true });
  expect(settled).toHaveLength(4);
  expect([...store.records.values()].map(({ state }) => state)).toEqual(['ended', 'ended']);
});

test('a model whose provider takes no batches is asked by itself', async () => {
  const { lane } = laneOf(fakeProvider());
  const other = { ...question('a'), request: { ...question('a').request, model: 'q/m' } };
  expect(await lane.ask(other, { stop: new AbortController().signal })).toBeUndefined();
});

test('a run that is stopped while it waits leaves the batch, and the next one fetches it without handing in again', async () => {
  const provider = fakeProvider({ polls: 3 });
  const first = laneOf(provider);
  const waiting = first.ask('a');
  await new Promise<void>((resolve) => {
    const look = (): void => void (provider.submitted.length > 0 ? resolve() : setImmediate(look));
    look();
  });
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

test('an item that may succeed another time is asked by itself; a refusal is the error of its question alone', async () => {
  const refused = new ModelError({ code: 'model/refused', message: 'no', usage: NO_USAGE });
  const expired = new ModelError({ code: 'model/unavailable', message: 'expired' });
  const { ask } = laneOf(fakeProvider({ answers: { bad: refused, late: expired } }));
  const [good, bad, late] = await Promise.allSettled(['good', 'bad', 'late'].map(ask));
  expect(good).toMatchObject({ status: 'fulfilled', value: { answer: { text: 'answer to good' } } });
  expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'model/refused' } });
  expect(late).toEqual({ status: 'fulfilled', value: undefined });
});
