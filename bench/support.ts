import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const ROOT = resolve(import.meta.dirname, '..');

/** A wire-level fake in its own process, so that its work does not count as the product's. */
export interface Fake {
  readonly url: string;
  /** The hashes of all requests received, in order. */
  requests(): readonly string[];
  stop(): Promise<void>;
}

/** Start the fake OpenAI-compatible server with answers that take `from` to `to` milliseconds. */
export async function startFake(from: number, to: number): Promise<Fake> {
  const folder = scratch();
  const log = join(folder.dir, 'requests.log');
  const main = join(ROOT, 'src/testing/fake-openai-main.ts');
  const child = spawn(process.execPath, [main, '--latency', `${from}-${to}`, '--log', log], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await firstLine(child);
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    requests: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []),
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => {
          folder.remove();
          done();
        });
        child.kill();
      }),
  };
}

/** A new empty folder, and how to be rid of it. */
export function scratch(): { readonly dir: string; readonly remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'scriptgen-bench-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** The environment in which every role asks the fake. */
export function envFor(fake: Pick<Fake, 'url'>): Readonly<Record<string, string>> {
  return { OPENAI_BASE_URL: fake.url, OPENAI_API_KEY: 'bench' };
}

/** Start the command line in its own process. */
export function startCommand(
  args: readonly string[],
  { cwd, env }: { cwd: string; env: Readonly<Record<string, string>> },
): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, [join(ROOT, 'src/cli/bin.ts'), ...args], {
    cwd,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Wait for a process to end. */
export function ended(
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly out: string }> {
  return new Promise((done) => {
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.once('close', (code, signal) => done({ code, signal, out }));
  });
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** Take out garbage: all of it, or with `minor` the young, so that nobody is measured clearing up after another. */
export const collect: (options?: { readonly type: 'minor' }) => void = (() => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
})();

/** CPU milliseconds, user and system, that this process takes for each of so many calls, one after the other. */
export async function cpuOf(calls: number, ask: (call: number) => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call += 1) await ask(call);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / calls;
}

/** One way to do something. `seed` makes every call another one. */
export interface Way {
  readonly name: string;
  readonly ask: (seed: number) => Promise<unknown>;
}

/**
 * The median over rounds of the CPU milliseconds that a call takes, each way. They take turns in small rounds, each from a
 * heap without young garbage, so that what disturbs the machine disturbs all alike.
 */
export async function inTurns(
  ways: readonly Way[],
  { rounds = 40, calls = 25, warm = 10 } = {},
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>(ways.map(({ name }) => [name, []]));
  let seed = 0;
  for (let round = 0; round < warm + rounds; round += 1) {
    for (const { name, ask } of ways) {
      collect({ type: 'minor' });
      const ms = await cpuOf(calls, (call) => ask(seed + call));
      seed += calls;
      if (round >= warm) times.get(name)?.push(ms);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

/** Print one figure of a bench. */
export function figure(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(64)} ${value}\n`);
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the fake has no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the fake ended before it listened');
}
