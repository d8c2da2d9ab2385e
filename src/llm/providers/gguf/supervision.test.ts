import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Clock } from '../../clock.ts';
import type { ModelRequest, Provider } from '../../model.ts';
import { type GgufOptions, ggufProvider } from './gguf-provider.ts';

const SCRIPTED = join(import.meta.dirname, 'fixtures', 'scripted-child.ts');

let dir = '';
let file = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'scriptgen-gguf-'));
  file = join(dir, 'model.gguf');
  await writeFile(file, 'GGUF and so on');
});
afterAll(() => rm(dir, { recursive: true, force: true }));

function providerOf(options: GgufOptions = {}, of: string | undefined = file): Provider {
  const spec = { name: 'local', npm: 'node-llama-cpp', file: of, models: new Map() } as const;
  const provider = ggufProvider(spec, { entry: SCRIPTED, ...options });
  onTestFinished(async () => provider.close?.());
  return provider;
}

const never = new AbortController().signal;

function requestOf(script: string): ModelRequest {
  return {
    model: 'local/scripted',
    ...{ params: {}, schema: {}, task: { name: 'test', input: {} } },
    messages: [{ role: 'user', content: script }],
  };
}

async function ask(provider: Provider, script: string): Promise<string> {
  return (await provider.answer(requestOf(script), { signal: never })).text;
}

/** Time that only goes when it is told to. */
function virtualClock(): Clock & { readonly pass: (ms: number) => void } {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly wake: () => void }>();
  return {
    now: () => now,
    elapsed: () => now,
    random: () => 0,
    sleep: (ms, signal) =>
      new Promise((wake, reject) => {
        const sleeper = { at: now + ms, wake };
        waiting.add(sleeper);
        signal?.addEventListener('abort', () => {
          waiting.delete(sleeper);
          reject(signal.reason);
        });
      }),
    pass(ms) {
      now += ms;
      for (const sleeper of [...waiting].filter(({ at }) => at <= now)) {
        waiting.delete(sleeper);
        sleeper.wake();
      }
    },
  };
}

describe('a process that ends', () => {
  test.each([
    ['die SIGKILL', 'was killed, as systems do when memory runs out'],
    ['die SIGSEGV', 'crashed (SIGSEGV)'],
    ['die SIGABRT', 'crashed (SIGABRT)'],
    ['exit 3', 'ended (exit 3)'],
    ['exit 0', 'ended (exit 0)'],
    ["words terminate called after throwing an instance of 'std::bad_alloc'\ndie SIGABRT", 'ran out of memory'],
    ['fault', 'lost its way in the grammar'],
  ])('%j is a fault that asking again may mend, and it is started again', async (script, said) => {
    const provider = providerOf();
    const before = await ask(provider, 'pid\nend');
    const failed = await provider.answer(requestOf(`say half\n${script}`), { signal: never }).catch((e: unknown) => e);
    expect(failed).toMatchObject({ code: 'model/unavailable', retryable: true, partial: 'half' });
    expect(failed).toMatchObject({ message: expect.stringContaining(said) });
    const after = await ask(provider, 'pid\nend');
    expect(after).not.toBe(before);
  });

  test('what it printed is in no error', async () => {
    const failed = await ask(providerOf(), 'words the secret story\nexit 1').catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'model/unavailable' });
    expect(JSON.stringify(failed) + String(failed)).not.toContain('secret story');
  });

  test('between two questions, nobody notices', async () => {
    const provider = providerOf();
    const pid = Number(await ask(provider, 'pid\nend'));
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow());
    await vi.waitFor(async () => expect(Number(await ask(provider, 'pid\nend'))).not.toBe(pid));
  });

  test('again and again is not started for ever', async () => {
    const clock = virtualClock();
    const provider = providerOf({ clock, limits: { startsPerMinute: 3 } });
    for (let start = 0; start < 3; start += 1) {
      await expect(ask(provider, 'exit 1')).rejects.toMatchObject({ message: expect.stringContaining('exit 1') });
      clock.pass(10_000);
    }
    const refused = { code: 'model/unavailable', headers: { 'retry-after': '30' } };
    await expect(ask(provider, 'say x\nend')).rejects.toMatchObject(refused);
    clock.pass(30_000);
    expect(await ask(provider, 'say x\nend')).toBe('x');
  });
});

describe('a process that hangs', () => {
  test.each([
    ['say x', { silenceMs: 1000 }, 'no sign of life for 1 s'],
    ['alive\nsay x', { silenceMs: 1e9, stallMs: 2000 }, 'did not get on for 2 s'],
    ['alive\nsay x', { silenceMs: 1e9, stallMs: 1e9, callMs: 3000 }, 'did not end its answer within 3 s'],
  ])('%j is ended, and another answers the next question', async (script, limits, said) => {
    const clock = virtualClock();
    const provider = providerOf({ clock, limits });
    const pid = await ask(provider, 'pid\nend');
    const hanging = provider.answer(requestOf(script), {
      signal: never,
      onDelta: (text) => text && clock.pass(Math.min(...Object.values(limits))),
    });
    await expect(hanging).rejects.toMatchObject({ code: 'model/unavailable', message: expect.stringContaining(said) });
    await vi.waitFor(() => expect(() => process.kill(Number(pid), 0)).toThrow());
    expect(await ask(provider, 'say y\nend')).toBe('y');
  });
});

describe('a question that is stopped', () => {
  test('is over at once, and the process goes on', async () => {
    const provider = providerOf();
    const pid = await ask(provider, 'pid\nend');
    const stop = new AbortController();
    const stopped = provider.answer(requestOf('say x'), {
      signal: stop.signal,
      onDelta: (text) => text && stop.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ code: 'run/aborted' });
    expect(await ask(provider, 'pid\nend')).toBe(pid);
  });

  test('ends a process that does not stop', async () => {
    const clock = virtualClock();
    const provider = providerOf({ clock });
    const pid = await ask(provider, 'pid\nend');
    const stop = new AbortController();
    const stopped = provider.answer(requestOf('deaf\nsay x'), {
      signal: stop.signal,
      onDelta: (text) => text && stop.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ code: 'run/aborted' });
    const next = ask(provider, 'pid\nend');
    clock.pass(2000);
    expect(await next).not.toBe(pid);
  });

  test('while it waits for another is never asked', async () => {
    const provider = providerOf();
    const stop = new AbortController();
    const first = new AbortController();
    const holding = provider.answer(requestOf('say x'), { signal: first.signal }).catch(() => undefined);
    const waiting = provider.answer(requestOf('exit 1'), { signal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'run/aborted' });
    first.abort();
    await holding;
    expect(await ask(provider, 'say z\nend')).toBe('z');
  });
});

test('questions are asked one at a time', async () => {
  const provider = providerOf();
  const told: string[] = [];
  const one = (name: string): Promise<unknown> =>
    provider.answer(requestOf(`say ${name}1\nsay ${name}2\nend`), {
      signal: never,
      onDelta: (text) => told.push(text),
    });
  await Promise.all(['a', 'b', 'c'].map(one));
  expect(told.filter(Boolean)).toEqual(['a1', 'a2', 'b1', 'b2', 'c1', 'c2']);
});

test('no key of the environment reaches the process', async () => {
  vi.stubEnv('OPENAI_API_KEY', 'sk-secret');
  onTestFinished(() => void vi.unstubAllEnvs());
  const names: readonly string[] = JSON.parse(await ask(providerOf(), 'env\nend'));
  expect(names).toContain('PATH');
  expect(names).not.toContain('OPENAI_API_KEY');
});

test('a model that does not fit into memory is not asked again', async () => {
  const refused = { code: 'model/rejected', retryable: false, message: expect.stringContaining('not enough memory') };
  await expect(ask(providerOf(), 'refuse')).rejects.toMatchObject(refused);
});

test('a closed provider has ended its process and asks nothing more', async () => {
  const provider = providerOf();
  const pid = Number(await ask(provider, 'pid\nend'));
  await provider.close?.();
  expect(() => process.kill(pid, 0)).toThrow();
  await expect(ask(provider, 'say x\nend')).rejects.toMatchObject({ code: 'run/aborted' });
});

test('a file that is not there, or is something else, is told before anything is started', async () => {
  const other = join(dir, 'other.gguf');
  await writeFile(other, 'PK');
  const told = (message: string): object => ({ code: 'config/invalid', message: expect.stringContaining(message) });
  await expect(ask(providerOf({}, other), 'end')).rejects.toMatchObject(told('is no GGUF file'));
  await expect(ask(providerOf({}, join(dir, 'none')), 'end')).rejects.toMatchObject(told('cannot be read'));
  const none = ggufProvider({ name: 'local', npm: 'node-llama-cpp', models: new Map() }, { entry: SCRIPTED });
  await expect(ask(none, 'end')).rejects.toMatchObject(told('has no file'));
});

test('without the package, the error says how to install it', async () => {
  const spec = { name: 'local', npm: 'node-llama-cpp', file, models: new Map() } as const;
  const provider = ggufProvider(spec, { engineFolder: dir, limits: { startsPerMinute: 2 } });
  onTestFinished(async () => provider.close?.());
  for (let times = 0; times < 4; times += 1) {
    const told = { code: 'model/unknown', hint: expect.stringMatching(/npm i node-llama-cpp .*--omit=optional/) };
    await expect(ask(provider, 'end')).rejects.toMatchObject(told);
  }
});
