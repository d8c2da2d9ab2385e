import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FaultServer, type FaultServerOptions, startFaultServer } from '../../../testing/index.ts';
import type { ModelRequest } from '../../model.ts';
import { isModelError } from '../../model-error.ts';
import { makeProvider, type ProviderPackage } from '../make.ts';

const never = new AbortController().signal;
const PROVIDERS = [
  ['@ai-sdk/openai', 'openai'],
  ['@ai-sdk/anthropic', 'anthropic'],
  ['@ai-sdk/google', 'google'],
] as const satisfies readonly (readonly [ProviderPackage, string])[];

let folder: string;
const servers: FaultServer[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scriptgen-batch-'));
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  rmSync(folder, { recursive: true });
});

async function start(options: FaultServerOptions = {}): Promise<FaultServer> {
  const server = await startFaultServer(options);
  servers.push(server);
  return server;
}

function providerAt(npm: ProviderPackage, baseURL: string) {
  const { batch, ...provider } = makeProvider({ name: 'p', npm, baseURL, apiKey: 'secret-key', models: new Map() });
  if (batch === undefined) throw new TypeError('no batches');
  return { ...provider, batch };
}

function requestAbout(topic: string): ModelRequest {
  return {
    model: 'p/some-model',
    params: { maxOutputTokens: 500 },
    messages: [
      { role: 'system', content: 'Give one word.' },
      { role: 'user', content: `About ${topic}.` },
    ],
    schema: {
      type: 'object',
      properties: { word: { type: 'string' } },
      required: ['word'],
      additionalProperties: false,
    },
    task: { name: 'test.word', input: {} },
  };
}

const requests = new Map(['sea', 'sky', 'salt'].map((topic) => [`id-${topic}`, requestAbout(topic)]));
const items = [...requests].map(([id, request]) => ({ id, request }));

test.each(PROVIDERS)('%s: a batch gives what each question alone would have got', async (npm, base) => {
  const server = await start({
    answer: ({ hash: _, body }) => ({ word: JSON.stringify(body).includes('sky') ? 'blue' : 'wet' }),
  });
  const { batch, answer } = providerAt(npm, server.baseUrls[base]);
  const id = await batch.submit(items, 'sgb_tag', never);
  expect(await batch.poll(id, never)).toMatchObject({ state: 'running' });
  while ((await batch.poll(id, never)).state === 'running');
  const results = (await batch.fetch(id, requests, never)) ?? new Map();
  expect([...results.keys()].toSorted()).toEqual([...requests.keys()].toSorted());
  for (const [item, request] of requests) {
    const { firstTokenMs: _, usage, ...alone } = await answer(request, { signal: never });
    expect(results.get(item)).toMatchObject(alone);
    expect(results.get(item)?.usage?.inputTokens).toBeGreaterThan(0);
    expect(usage.inputTokens).toBeGreaterThan(0);
  }
});

test.each(PROVIDERS)('%s: a batch is found again after a crash', async (npm, base) => {
  const since = Date.now();
  const server = await start();
  const { batch } = providerAt(npm, server.baseUrls[base]);
  expect(await batch.find('sgb_tag', { since, items: 3, not: new Set() }, never)).toBeUndefined();
  const id = await batch.submit(items, 'sgb_tag', never);
  await batch.submit(items.slice(1), 'sgb_other', never);
  expect(await batch.find('sgb_tag', { since, items: 3, not: new Set() }, never)).toBe(id);
});

test('anthropic keeps no tags: another batch of the same size is told by its results, and passed over by its name', async () => {
  const since = Date.now();
  const server = await start({ batch: { polls: 1 } });
  const { batch } = providerAt('@ai-sdk/anthropic', server.baseUrls.anthropic);
  const ours = await batch.submit(items, 'sgb_ours', never);
  const theirs = await batch.submit(
    items.map(({ request }, index) => ({ id: `other-${index}`, request })),
    'sgb_theirs',
    never,
  );
  expect(await batch.find('sgb_ours', { since, items: 3, not: new Set() }, never)).toBe(theirs);
  await batch.poll(theirs, never);
  expect(await batch.fetch(theirs, requests, never)).toBeUndefined();
  expect(await batch.find('sgb_ours', { since, items: 3, not: new Set([theirs]) }, never)).toBe(ours);
});

test.each(PROVIDERS)('%s: a page where an answer was expected may pass', async (npm, base) => {
  const server = await start({ faults: () => ({ type: 'html' }) });
  const { batch } = providerAt(npm, server.baseUrls[base]);
  await expect(batch.submit(items, 'sgb_tag', never)).rejects.toMatchObject({ code: 'model/unavailable' });
  await expect(batch.poll('batch_1', never)).rejects.toMatchObject({ code: 'model/unavailable' });
});

test.each(PROVIDERS)('%s: an item that fails has its error, one that expires may be asked again', async (npm, base) => {
  const outcome = ({ id }: { readonly id: string }) =>
    id === 'id-sky' ? ('errored' as const) : id === 'id-salt' ? ('expired' as const) : ('succeeded' as const);
  const server = await start({ batch: { polls: 0, outcome } });
  const { batch } = providerAt(npm, server.baseUrls[base]);
  const id = await batch.submit(items, 'sgb_tag', never);
  while ((await batch.poll(id, never)).state === 'running');
  const results = (await batch.fetch(id, requests, never)) ?? new Map();
  expect(results.get('id-sea')).toMatchObject({ finishReason: 'stop' });
  expect(isModelError(results.get('id-sky'))).toBe(true);
  const late = results.get('id-salt');
  expect(late === undefined || (isModelError(late) && late.retryable)).toBe(true);
});

test.each(PROVIDERS)('%s: a wrong key is told as such, and the key stands in no error', async (npm, base) => {
  const server = await start({ faults: () => 'wrong-key' });
  const { batch } = providerAt(npm, server.baseUrls[base]);
  const error: unknown = await batch.submit(items, 'sgb_tag', never).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'model/unauthorized' });
  expect(JSON.stringify([error, String((error as Error).stack)])).not.toContain('secret-key');
});
