import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { startWire, type WireRequest, type WireServer } from './fixtures/wire-server.ts';
import { createHttpFetch, createSend } from './http-fetch.ts';
import { networkCode } from './network-fault.ts';

let server: WireServer | undefined;
afterEach(() => server?.close());

async function start(answer: (request: WireRequest, response: ServerResponse) => void): Promise<string> {
  server = await startWire(answer);
  return server.url;
}

test('method, headers and body are sent, with their length, and the answer is a standard Response', async () => {
  const url = await start((_, response) => {
    response.writeHead(201, 'Made', { 'X-One': '1', 'x-two': ['a', 'b'] }).end('schön');
  });
  const response = await createHttpFetch()(`${url}/path?q=1`, {
    method: 'POST',
    headers: new Headers({ 'X-More': 'yes' }),
    body: '"grüße"',
  });
  expect(server?.requests).toEqual([
    {
      method: 'POST',
      path: '/path?q=1',
      headers: expect.objectContaining({ 'x-more': 'yes', 'content-length': '9', 'accept-encoding': 'identity' }),
      body: 'grüße',
    },
  ]);
  expect([response.status, response.statusText, response.ok]).toEqual([201, 'Made', true]);
  expect([response.headers.get('x-one'), response.headers.get('x-two')]).toEqual(['1', 'a, b']);
  expect(await response.text()).toBe('schön');
});

test('bytes and forms are sent as they are', async () => {
  const url = await start((_, response) => response.end());
  const fetch = createHttpFetch();
  const form = new FormData();
  form.set('file', new Blob(['{"a":1}\n']), 'batch.jsonl');
  await fetch(url, { method: 'POST', body: new TextEncoder().encode('{"n":1}') });
  await fetch(url, { method: 'POST', body: form });
  expect(server?.requests[0]?.body).toEqual({ n: 1 });
  expect(server?.requests[1]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(server?.requests[1]?.body).toContain('filename="batch.jsonl"');
});

test('connections are kept: many requests one after the other go over one', async () => {
  const url = await start((_, response) => response.end('x'));
  const fetch = createHttpFetch();
  for (let n = 0; n < 5; n += 1) await (await fetch(url)).text();
  expect(server?.connections()).toBe(1);
});

test('a body comes piece by piece, as it is sent', async () => {
  let more: ServerResponse | undefined;
  const url = await start((_, response) => {
    more = response.writeHead(200);
    response.write('one');
  });
  const reader = (await createHttpFetch()(url)).body?.getReader();
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('one');
  more?.write('two');
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('two');
  more?.end();
  expect((await reader?.read())?.done).toBe(true);
});

test('a body that nobody reads is not taken in', async () => {
  let written = 0;
  const url = await start(({ path }, response) => {
    if (path !== '/large') return response.end();
    response.on('error', () => {});
    const piece = Buffer.alloc(256 * 1024);
    const fill = (): void => {
      do written += piece.length;
      while (response.write(piece) && written < 256 * 1024 * 1024);
      if (written < 256 * 1024 * 1024) response.once('drain', fill);
    };
    return fill();
  });
  const fetch = createHttpFetch({ maxBytes: Number.POSITIVE_INFINITY });
  const reader = (await fetch(`${url}/large`)).body?.getReader();
  await reader?.read();
  // Time enough for both sides to take it all in, measured in other requests.
  for (let n = 0; n < 500; n += 1) await (await fetch(url)).text();
  expect(written).toBeLessThan(32 * 1024 * 1024);
  await reader?.cancel();
});

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const)('a server that compresses by %s all the same is understood', async (encoding, compress) => {
  const url = await start((_, response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(compress('{"a":"long"}'));
  });
  const response = await createHttpFetch()(url);
  expect(await response.json()).toEqual({ a: 'long' });
  expect(response.headers.get('content-encoding')).toBeNull();
});

test('a compressed body that is cut is an error', async () => {
  const url = await start((_, response) => {
    const whole = gzipSync('x'.repeat(10_000));
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(whole.subarray(0, whole.length / 2));
  });
  await expect((await createHttpFetch()(url)).text()).rejects.toThrow();
});

test('a redirect is an answer, and is not followed', async () => {
  const url = await start((_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
  expect((await createHttpFetch()(url, { redirect: 'follow' })).status).toBe(302);
  expect(server?.requests).toHaveLength(1);
});

test('an answer without a body is one', async () => {
  const url = await start((_, response) => response.writeHead(204).end());
  const response = await createHttpFetch()(url, { method: 'DELETE' });
  expect([response.status, response.body, server?.requests[0]?.method]).toEqual([204, null, 'DELETE']);
});

test('a body larger than allowed is broken off, compressed or not', async () => {
  const url = await start(({ path }, response) => {
    const body = Buffer.alloc(3000);
    if (path === '/plain') response.end(body);
    else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body));
  });
  const fetch = createHttpFetch({ maxBytes: 2000 });
  for (const path of ['/plain', '/gzip']) {
    const error: unknown = await (await fetch(url + path)).text().catch((reason: unknown) => reason);
    expect(networkCode(error)).toBe('ERR_RESPONSE_TOO_LARGE');
  }
  expect((await createHttpFetch({ maxBytes: 3000 })(`${url}/plain`)).status).toBe(200);
});

test('a connection that breaks is an error by the name of the system, before the answer and in it', async () => {
  const url = await start(({ path }, response) => {
    if (path === '/before') return response.destroy();
    response.writeHead(200, { 'content-length': '100' });
    return response.write('half', () => response.destroy());
  });
  const fetch = createHttpFetch();
  const before: unknown = await fetch(`${url}/before`).catch((reason: unknown) => reason);
  const within: unknown = await (await fetch(`${url}/within`)).text().catch((reason: unknown) => reason);
  expect([before, within].map(networkCode)).toEqual(['ECONNRESET', 'ECONNRESET']);
  await server?.close();
  const refused: unknown = await fetch(url).catch((reason: unknown) => reason);
  expect(networkCode(refused)).toBe('ECONNREFUSED');
});

test('the signal ends a request before it is made, before its answer, and in its body', async () => {
  let closed = 0;
  const url = await start(({ path }, response) => {
    response.once('close', () => {
      closed += 1;
    });
    if (path === '/body') response.write('half');
  });
  const fetch = createHttpFetch();
  await expect(fetch(url, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  expect(server?.requests).toHaveLength(0);

  const waiting = new AbortController();
  const answer = fetch(url, { signal: waiting.signal });
  await expect.poll(() => server?.requests.length).toBe(1);
  waiting.abort();
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });

  const reading = new AbortController();
  const response = await fetch(`${url}/body`, { signal: reading.signal });
  const body = response.text();
  reading.abort();
  await expect(body).rejects.toMatchObject({ name: 'AbortError' });
  await expect.poll(() => closed).toBe(2);
});

test('a proxy of the environment is used, but not for this machine', async () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const proxies = major > 24 || (major === 24 && minor >= 5) || (major === 22 && minor >= 21);
  const url = await start((_, response) => response.end('from the proxy'));
  const fetch = createHttpFetch({ env: { HTTP_PROXY: url, http_proxy: url } });
  if (proxies) {
    expect(await (await fetch('http://models.invalid/v1/models')).text()).toBe('from the proxy');
    expect(server?.requests[0]?.path).toBe('http://models.invalid/v1/models');
  }
  const local = await startWire((_, response) => response.end('direct'));
  expect(await (await fetch(local.url)).text()).toBe('direct');
  await local.close();
});

test('a body can be read piece by piece without a Response, up to where it is enough', async () => {
  const url = await start((_, response) => {
    response.writeHead(200, { 'X-One': '1', 'x-two': ['a', 'b'] });
    response.write('one');
    setImmediate(() => response.write('two'));
  });
  const answer = await createSend()(url);
  expect(answer).toMatchObject({ status: 200, headers: { 'x-one': '1', 'x-two': 'a, b' } });
  let text = '';
  // The server does not end it.
  await answer.read((piece) => {
    text += new TextDecoder().decode(piece);
    return text === 'onetwo';
  });
  expect(text).toBe('onetwo');
});

test('what breaks or is ended before its body is read fails when that is read', async () => {
  let sent: ServerResponse | undefined;
  const url = await start((_, response) => {
    sent = response.writeHead(200, { 'content-length': '100' });
    response.write('x');
  });
  const broken = await createSend()(url);
  sent?.destroy();
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  await expect(broken.read(() => false)).rejects.toSatisfy((error) => networkCode(error) === 'ECONNRESET');
  const ended = new AbortController();
  const answer = await createSend()(url, { signal: ended.signal });
  ended.abort();
  await expect(answer.read(() => false)).rejects.toThrow('ended');
});

test('a reader that throws ends the connection, and its error is told', async () => {
  let gone: Promise<unknown> | undefined;
  const url = await start((_, response) => {
    response.write('x');
    gone = new Promise((resolve) => response.once('close', resolve));
  });
  const answer = await createSend()(url);
  const reading = answer.read(() => {
    throw new RangeError('no more');
  });
  await expect(reading).rejects.toThrow('no more');
  await gone;
});
