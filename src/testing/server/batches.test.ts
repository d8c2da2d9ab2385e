import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type FaultServer, type FaultServerOptions, type ItemOutcome, startFaultServer } from '../index.ts';
import { BATCH_CLIENTS, type BatchClient, questionOf, results, submit } from './fixtures/batches.ts';
import { fetchPieces } from './fixtures/fetch-pieces.ts';

async function start(options: FaultServerOptions = {}): Promise<FaultServer> {
  const server = await startFaultServer(options);
  onTestFinished(() => server.close());
  return server;
}

const APIS = ['openai', 'anthropic', 'google'] as const;
const IDS = ['one', 'two', 'three'];

async function statusOf({ batch }: BatchClient, batchId: string): Promise<string> {
  return (await batch.doGetBatchStatus({ batchId })).status;
}

test.each(APIS)('%s: a batch ends after its polls, and every item is answered as if it had come alone', async (api) => {
  const server = await start({ batch: { polls: 3 } });
  const client = BATCH_CLIENTS[api](server.baseUrls);
  const id = await submit(client, IDS);
  const states = [await statusOf(client, id), await statusOf(client, id), await statusOf(client, id)];
  expect(states).toEqual(['pending', 'pending', 'completed']);
  const found = await results(client, id);
  expect([...found.keys()].toSorted()).toEqual(IDS.toSorted());
  expect([...found.keys()]).not.toEqual(IDS);
  for (const name of IDS) {
    const item = found.get(name);
    if (item?.status !== 'succeeded' || item.type !== 'text') throw new Error(`${name}: ${item?.status}`);
    const alone = await client.model.doGenerate(questionOf(name));
    expect(item.result.content).toMatchObject(alone.content.map(({ type }) => ({ type })));
    expect(JSON.stringify(item.result.content)).toContain(textOf(alone.content));
    expect(item.result.usage.inputTokens.total).toBe(alone.usage.inputTokens.total);
  }
  const [record] = server.batches;
  expect(record).toMatchObject({ api, items: IDS, state: 'ended' });
  const alone = server.questions.reduce((sum, { charged }) => sum + charged.outputTokens, 0);
  expect(record?.charged.outputTokens).toBe(alone);
});

function textOf(content: readonly { readonly type: string; readonly text?: string }[]): string {
  return JSON.stringify(content.find(({ type }) => type === 'text')?.text ?? '').slice(1, -1);
}

test.each(APIS)('%s: items fail, expire and are left out as told; only what succeeded is charged', async (api) => {
  const outcomes: Record<string, ItemOutcome> = { one: 'succeeded', two: 'context-length', three: 'expired' };
  const server = await start({
    batch: { polls: 1, outcome: ({ id }) => outcomes[id] ?? 'succeeded' },
    usage: { inputTokens: 7, outputTokens: 5 },
  });
  const client = BATCH_CLIENTS[api](server.baseUrls);
  const id = await submit(client, IDS);
  await statusOf(client, id);
  const found = await results(client, id);
  expect(IDS.map((name) => found.get(name)?.status)).toEqual([
    'succeeded',
    'failed',
    api === 'google' ? 'failed' : 'expired',
  ]);
  expect(JSON.stringify(found.get('two'))).toMatch(/context window|prompt is too long|exceeds the maximum/);
  expect(server.batches[0]?.charged).toEqual({ inputTokens: 7, outputTokens: 5 });
});

test.each(APIS)('%s: a batch that is canceled ends without answers and without a bill', async (api) => {
  const server = await start({ batch: { polls: 100 } });
  const client = BATCH_CLIENTS[api](server.baseUrls);
  const batchId = await submit(client, IDS);
  expect(server.batches[0]?.state).toBe('running');
  await client.batch.doCancelBatch?.({ batchId });
  expect(server.batches[0]?.state).toBe('canceling');
  await statusOf(client, batchId);
  expect(server.batches[0]).toMatchObject({ state: 'ended', charged: { inputTokens: 0, outputTokens: 0 } });
  const found = await results(client, batchId);
  expect(IDS.map((name) => found.get(name)?.status)).toEqual(['cancelled', 'cancelled', 'cancelled']);
});

test.each(APIS)('%s: a batch ends by the clock where milliseconds are given', async (api) => {
  let now = Date.UTC(2026, 0, 1);
  const server = await start({ batch: { ms: 60_000 }, now: () => now });
  const client = BATCH_CLIENTS[api](server.baseUrls);
  const id = await submit(client, IDS);
  const before = [await statusOf(client, id), await statusOf(client, id), await statusOf(client, id)];
  now += 60_000;
  expect([...before, await statusOf(client, id)]).toEqual(['pending', 'pending', 'pending', 'completed']);
});

test.each(APIS)('%s: another server goes on with what is kept in a file, and counts every submission', async (api) => {
  const file = join(mkdtempSync(join(tmpdir(), 'batches-')), 'batches.json');
  const first = await startFaultServer({ batch: { file, polls: 2 } });
  const id = await submit(BATCH_CLIENTS[api](first.baseUrls), IDS);
  await first.close();
  const second = await start({ batch: { file, polls: 2 } });
  const client = BATCH_CLIENTS[api](second.baseUrls);
  expect(second.batches).toMatchObject([{ api, items: IDS, state: 'running' }]);
  const listed = await client.batch.doListBatches?.({});
  expect(listed?.batches.map(({ batchId }) => batchId)).toEqual([id]);
  await submit(client, ['one', 'four']);
  expect(Object.fromEntries(second.submissions)).toEqual({ one: 2, two: 1, three: 1, four: 1 });
  await statusOf(client, id);
  await statusOf(client, id);
  expect((await results(client, id)).size).toBe(3);
});

test.each(APIS)('%s: lists are newest first and go on where they stopped', async (api) => {
  const server = await start();
  const client = BATCH_CLIENTS[api](server.baseUrls);
  const ids = [await submit(client, ['a']), await submit(client, ['b']), await submit(client, ['c'])];
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.batch.doListBatches?.({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...(page?.batches ?? []).map(({ batchId }) => batchId));
    cursor = page?.nextCursor;
  } while (cursor !== undefined);
  expect(seen).toEqual(ids.toReversed());
});

test.each(['openai', 'google'] as const)('%s: a batch can fail as a whole, and says why', async (api) => {
  const server = await start({ batch: { failure: () => 'The queue is full.' } });
  const client = BATCH_CLIENTS[api](server.baseUrls);
  const batchId = await submit(client, IDS);
  const status = await client.batch.doGetBatchStatus({ batchId });
  expect([status.status, JSON.stringify(status)]).toEqual(['failed', expect.stringContaining('The queue is full.')]);
  expect(server.batches[0]?.state).toBe('failed');
});

test('a submission whose answer is lost has been accepted all the same', async () => {
  const server = await start({
    faults: ({ operation, n }) => (operation === 'batch' && n === 1 ? 'body-broken' : undefined),
  });
  const client = BATCH_CLIENTS.anthropic(server.baseUrls);
  await expect(submit(client, IDS)).rejects.toThrow();
  expect(server.batches).toMatchObject([{ items: IDS, state: 'running' }]);
  expect(server.requests[0]).toMatchObject({ operation: 'batch', scenario: 'body-broken' });
});

test('a submission that is refused is not accepted', async () => {
  const server = await start({ faults: ({ n }) => (n === 1 ? 'unavailable' : undefined) });
  await expect(submit(BATCH_CLIENTS.google(server.baseUrls), IDS)).rejects.toThrow('overloaded');
  expect(server.batches).toEqual([]);
});

/** Upload lines and make a batch of them, as a client without a package does. */
async function rawOpenai(server: FaultServer, lines: string): Promise<Record<string, unknown>> {
  const form = new FormData();
  form.append('purpose', 'batch');
  form.append('file', new Blob([lines]), 'in put.jsonl');
  const uploaded = (await (await fetch(`${server.url}/v1/files`, { method: 'POST', body: form })).json()) as {
    id: string;
    bytes: number;
  };
  expect(uploaded.bytes).toBe(Buffer.byteLength(lines));
  const content = await fetch(`${server.url}/v1/files/${uploaded.id}/content`);
  expect(await content.text()).toBe(lines);
  const body = {
    input_file_id: uploaded.id,
    endpoint: '/v1/chat/completions',
    completion_window: '24h',
    metadata: { tag: 'x' },
  };
  const { text } = await fetchPieces(`${server.url}/v1/batches`, body);
  const { id } = JSON.parse(text) as { id: string };
  return JSON.parse((await fetchPieces(`${server.url}/v1/batches/${id}`, undefined)).text) as Record<string, unknown>;
}

const line = (id: string, model = 'm', url = '/v1/chat/completions'): string =>
  `${JSON.stringify({ custom_id: id, method: 'POST', url, body: { model, messages: [{ role: 'user', content: 'Fähre 🚢' }] } })}\n`;

test("OpenAI's batches take chat completions, keep their metadata, and end in a file of lines", async () => {
  const server = await start({ batch: { polls: 1 } });
  const batch = await rawOpenai(server, line('a') + line('b'));
  expect(batch).toMatchObject({
    status: 'completed',
    metadata: { tag: 'x' },
    error_file_id: null,
    request_counts: { total: 2, completed: 2, failed: 0 },
  });
  const { text } = await fetchPieces(`${server.url}/v1/files/${String(batch['output_file_id'])}/content`, undefined);
  const lines = text
    .trim()
    .split('\n')
    .map((each) => JSON.parse(each) as Record<string, unknown>);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({ error: null, response: { status_code: 200, body: { object: 'chat.completion' } } });
});

test.each([
  ['duplicate_custom_id', line('a') + line('a'), 2],
  ['invalid_json_line', `${line('a')}{"custom_id"\n`, 2],
  ['mismatched_model', line('a') + line('b', 'n'), 2],
  ['mismatched_endpoint', line('a', 'm', '/v1/responses'), 1],
  ['missing_required_parameter', line(''), 1],
])('OpenAI finds %s only after it has accepted the batch', async (code, lines, number) => {
  const server = await start();
  const batch = await rawOpenai(server, lines);
  expect(batch).toMatchObject({ status: 'failed', output_file_id: null, errors: { data: [{ code, line: number }] } });
});

test('Anthropic refuses ids that are no ids, and twins', async () => {
  const server = await start();
  const client = (ids: readonly string[]) =>
    fetchPieces(`${server.url}/v1/messages/batches`, { requests: ids.map((custom_id) => ({ custom_id, params: {} })) });
  expect((await client(['a b'])).text).toContain('requests.0.custom_id');
  expect((await client(['a', 'a'])).status).toBe(400);
  expect((await client([])).status).toBe(400);
  expect(server.batches).toEqual([]);
});

test('results that are not there yet are not to be had', async () => {
  const server = await start();
  const id = await submit(BATCH_CLIENTS.anthropic(server.baseUrls), IDS);
  expect((await fetchPieces(`${server.url}/v1/messages/batches/${id}/results`, undefined)).status).toBe(404);
});
