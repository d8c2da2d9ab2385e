import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { modelsFolder } from '../config/detect/local-models.ts';
import { type PullOptions, pullModel } from './pull.ts';
import { fileName } from './pull-address.ts';

const MODEL = randomBytes(300_000);
const SHA256 = createHash('sha256').update(MODEL).digest('hex');

let folder = '';
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'scriptgen-pull-')), 'models');
  onTestFinished(() => rm(join(folder, '..'), { recursive: true, force: true }));
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves with each of these in turn, the last for all after; tells the ranges that it was asked for. */
async function serve(...answers: readonly Answer[]): Promise<{ url: string; ranges: (string | undefined)[] }> {
  const ranges: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range);
    answers[Math.min(ranges.length, answers.length) - 1]?.(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/files/tiny.gguf`, ranges };
}

const whole: Answer = (_, response) => {
  response.writeHead(200, { 'content-length': MODEL.length }).end(MODEL);
};
/** As static servers do. */
const ranged: Answer = (request, response) => {
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (from === 0) return whole(request, response);
  if (from >= MODEL.length) return void response.writeHead(416).end();
  const range = `bytes ${from}-${MODEL.length - 1}/${MODEL.length}`;
  const rest = MODEL.subarray(from);
  response.writeHead(206, { 'content-length': rest.length, 'content-range': range }).end(rest);
};
/** Sends a part, and breaks off when `cut` is called. */
function broken(): { readonly answer: Answer; readonly cut: () => void } {
  let held: ServerResponse | undefined;
  return {
    answer(_, response) {
      held = response;
      response.writeHead(200, { 'content-length': MODEL.length }).write(MODEL.subarray(0, 100_000));
    },
    cut: () => void held?.destroy(),
  };
}
const status =
  (code: number, headers = {}): Answer =>
  (_, response) =>
    void response.writeHead(code, headers).end('secret body');

const pull = (url: string, options: Partial<PullOptions> = {}) =>
  pullModel({ url, sha256: SHA256, folder, ...options });

test('a model is fetched, and there already the next time', async () => {
  const { url, ranges } = await serve(whole);
  const progress: number[] = [];
  const pulled = await pull(url, {
    onProgress: ({ bytes, total }) => {
      progress.push(bytes);
      expect(total).toBe(MODEL.length);
    },
  });
  expect(pulled).toEqual({ file: join(folder, 'tiny.gguf'), bytes: MODEL.length, sha256: SHA256, isNew: true });
  expect(await readFile(pulled.file)).toEqual(MODEL);
  expect(progress.at(-1)).toBe(MODEL.length);
  expect(await pull(url)).toMatchObject({ isNew: false, bytes: MODEL.length });
  expect(ranges).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['tiny.gguf']);
});

test('a connection that breaks keeps what came, and the next call goes on there', async () => {
  const { answer, cut } = broken();
  const { url, ranges } = await serve(answer, status(403), ranged);
  await expect(pull(url, { onProgress: cut })).rejects.toMatchObject({ code: 'model/interrupted', retryable: true });
  await expect(pull(url)).rejects.toMatchObject({ code: 'model/rejected' });
  const [part = ''] = await readdir(folder);
  const kept = (await readFile(join(folder, part))).length;
  expect(kept).toBeGreaterThan(0);
  expect(await readFile((await pull(url)).file)).toEqual(MODEL);
  expect(ranges).toEqual([undefined, `bytes=${kept}-`, `bytes=${kept}-`]);
});

test('a server that does not resume is read from the beginning', async () => {
  const { answer, cut } = broken();
  const { url } = await serve(answer, whole);
  await expect(pull(url, { onProgress: cut })).rejects.toMatchObject({ code: 'model/interrupted' });
  expect(await readFile((await pull(url)).file)).toEqual(MODEL);
});

test('a part that is whole already only needs its name', async () => {
  const { url } = await serve(ranged);
  await pull(url);
  await rm(join(folder, 'tiny.gguf'));
  await writeFile(join(folder, `tiny.gguf.${SHA256.slice(0, 12)}.part`), MODEL);
  expect(await pull(url)).toMatchObject({ isNew: true, bytes: MODEL.length });
});

test.each([
  ['from the beginning', (): Promise<void> => Promise.resolve()],
  ['after a part that was damaged', () => writeFile(join(folder, `tiny.gguf.${'0'.repeat(12)}.part`), 'xx')],
])('a file that is another is refused and removed, %s', async (_, before) => {
  const { url } = await serve(ranged);
  await pull(url, { name: 'other' });
  await before();
  const wrong = pull(url, { sha256: '0'.repeat(64) });
  await expect(wrong).rejects.toMatchObject({ code: 'model/rejected', message: expect.stringContaining('SHA-256') });
  expect(await readdir(folder)).toEqual(['other.gguf']);
});

test('another file of that name stays', async () => {
  const { url, ranges } = await serve(whole);
  await pull(url, { name: 'mine' });
  await writeFile(join(folder, 'mine.gguf'), 'mine');
  await expect(pull(url, { name: 'mine' })).rejects.toMatchObject({ code: 'input/invalid' });
  expect(await readFile(join(folder, 'mine.gguf'), 'utf8')).toBe('mine');
  expect(ranges).toHaveLength(1);
});

test.each([
  [404, 'model/rejected', /404/],
  [403, 'model/rejected', /403/],
  [503, 'model/unavailable', /503/],
])('a server that answers %i is quoted by its number alone', async (code, expected, message) => {
  const { url } = await serve(status(code));
  const error = await pull(`${url}?token=secret`).catch((e: unknown) => e);
  expect(error).toMatchObject({ code: expected, message: expect.stringMatching(message) });
  expect(JSON.stringify(error) + String(error)).not.toContain('secret');
  expect(await readdir(folder)).toEqual([]);
});

test('redirects are followed on this machine, and not to what is not encrypted', async () => {
  const { url: target } = await serve(whole);
  const { url } = await serve(status(302, { location: target }));
  expect(await pull(url)).toMatchObject({ isNew: true });
  const { url: bad } = await serve(status(302, { location: 'http://example.com/tiny.gguf' }));
  const refused = { code: 'model/rejected', message: expect.stringContaining('not https') };
  await expect(pull(bad, { name: 'x' })).rejects.toMatchObject(refused);
  const { url: round } = await serve(status(302, { location: '/again' }));
  await expect(pull(round, { name: 'x' })).rejects.toMatchObject({ code: 'model/rejected' });
});

test('nothing is asked without a SHA-256, or of an address that is not encrypted', async () => {
  const { url, ranges } = await serve(whole);
  const refused = { code: 'input/invalid', hint: expect.stringContaining('--sha256') };
  await expect(pull(url, { sha256: undefined })).rejects.toMatchObject(refused);
  await expect(pull(url, { sha256: 'abc' })).rejects.toMatchObject(refused);
  for (const address of ['http://example.com/x.gguf', 'file:///etc/passwd', 'ftp://127.0.0.1/x', 'x', '']) {
    await expect(pull(address)).rejects.toMatchObject({ code: 'input/invalid' });
  }
  const password = url.replace('//', '//ann:secret@');
  const error = await pull(password).catch((e: unknown) => e);
  expect(error).toMatchObject({ code: 'input/invalid' });
  expect(String(error)).not.toContain('secret');
  expect(ranges).toEqual([]);
});

test('without space on the disk nothing is written', async () => {
  const { url } = await serve(whole);
  const full = { code: 'storage/unwritable', message: expect.stringContaining('not enough space') };
  await expect(pull(url, { freeBytes: async () => 256 * 1024 ** 2 })).rejects.toMatchObject(full);
  expect(await pull(url, { freeBytes: async () => 257 * 1024 ** 2 })).toMatchObject({ isNew: true });
});

test('a file larger than allowed is refused, also when the server does not say how large it is', async () => {
  const { url } = await serve(whole, (_, response) => void response.writeHead(200).end(MODEL));
  const large = { code: 'input/invalid', message: expect.stringContaining('larger') };
  await expect(pull(url, { mostBytes: 299_999 })).rejects.toMatchObject(large);
  await expect(pull(url, { mostBytes: 299_999 })).rejects.toMatchObject(large);
  expect(await readdir(folder)).toEqual([]);
  expect(await pull(url, { mostBytes: 300_000 })).toMatchObject({ isNew: true });
});

test('stopped, it keeps what came', async () => {
  const { url } = await serve(broken().answer, ranged);
  const stop = new AbortController();
  const stopped = pull(url, { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(stopped).rejects.toMatchObject({ code: 'run/aborted' });
  expect(await readFile((await pull(url)).file)).toEqual(MODEL);
});

test('no name leads out of the folder', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webPath(), fc.string({ unit: 'grapheme' }), fc.constant('/..%2f..%2fx')), (path) => {
      const url = new URL('https://example.com/');
      url.pathname = path;
      for (const asked of [undefined, path]) {
        try {
          expect(fileName(url, asked)).toMatch(/^[\w+-][\w.+-]*\.gguf$/i);
        } catch (error) {
          expect(error).toMatchObject({ code: 'input/invalid' });
        }
      }
    }),
  );
});

test('models are kept where the user keeps data', () => {
  expect(modelsFolder({ XDG_DATA_HOME: '/data', HOME: '/home/ann' })).toBe('/data/scriptgen/models');
  expect(modelsFolder({ XDG_DATA_HOME: 'data', HOME: '/home/ann' })).toBe('/home/ann/.local/share/scriptgen/models');
});
