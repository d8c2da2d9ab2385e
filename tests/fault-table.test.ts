import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { isScriptGenError } from '../src/core/index.ts';
import { type Clock, costOf, createClient, makeProvider, type PriceList, type ProviderSpec } from '../src/llm/index.ts';
import { step } from '../src/steps/index.ts';
import { openSqlite, type Storage } from '../src/storage/index.ts';
import {
  applies,
  type FaultServer,
  SCENARIOS,
  type Scenario,
  startFaultServer,
  WIRE_FORMATS,
  type WireFormat,
} from '../src/testing/index.ts';
import { scratch } from './support/cli.ts';
import { testRun } from './support/test-run.ts';

/**
 * How much faster the clock of a scenario runs than the one on the wall. Where it waits, 90 s are no wait; where it does
 * not, a busy machine must not look like a slow server.
 */
const SPEED = { transient: 50, deterministic: 2, answer: 2 } as const;

/** US dollars for a million tokens: every kind costs something else, so that a wrong count shows. */
const COST = { input: 1, output: 10 } as const;
const price: PriceList = async () => ({ cost: COST, source: 'test', dated: '2026-11-26' });

const Answer = z.object({ title: z.string().min(1), lines: z.array(z.object({ text: z.string() })).min(1) });

/** With what is cut in half most easily. */
const TITLE = 'Fähre 😀';
const LINES = Array.from({ length: 12 }, (_, line) => ({ text: `Line ${line + 1} of a ferry.` }));

/** How many lines a request that goes on with a cut answer has already. */
function linesGiven(body: unknown): number {
  const given = /cut off after item (\d+)/.exec(JSON.stringify(body));
  return Number(given?.[1] ?? 0);
}

/** What came of one scenario in one format. */
interface Outcome {
  /** `answered`, or the error's code. */
  readonly outcome: string;
  readonly requests: number;
  /** US dollars that the server would bill, and that the ledger has. */
  readonly charged: number;
  readonly billed: number | null;
  /** Milliseconds on the fast clock. */
  readonly ms: number;
  /** Whether the value that came is the whole one. */
  readonly whole: boolean;
}

const outcomes = new Map<string, ReadonlyMap<WireFormat, Outcome>>();
let folder: ReturnType<typeof scratch>;
let storage: Storage;

beforeAll(async () => {
  folder = scratch();
  storage = await openSqlite(join(folder.dir, 'faults.db'));
  for (const scenario of SCENARIOS as readonly Scenario[]) {
    const played = WIRE_FORMATS.filter((format) => applies(scenario, format, true)).map(
      async (format) => [format, await play(scenario, format)] as const,
    );
    outcomes.set(scenario.name, new Map(await Promise.all(played)));
  }
}, 300_000);
afterAll(async () => {
  await storage.close();
  folder.remove();
});

/** Every scenario in every format, with its name for messages. */
function all(type: Scenario['type']): readonly (readonly [name: string, Outcome])[] {
  return (SCENARIOS as readonly Scenario[])
    .filter((scenario) => scenario.type === type)
    .flatMap(({ name }) =>
      [...(outcomes.get(name) ?? [])].map(([format, came]) => [`${name}, ${format}`, came] as const),
    );
}

test('every transient fault recovers', () => {
  expect(all('transient').length).toBeGreaterThan(100);
  for (const [name, { outcome }] of all('transient')) expect(`${name}: ${outcome}`).toBe(`${name}: answered`);
});

/** Asked again, one step lower or continued, because that is another question. */
const MENDED = /^(schema-rejected|length)/;

test('what a step lower, or going on, can mend is mended with one more question', () => {
  for (const [name, { outcome, requests }] of all('deterministic'))
    if (MENDED.test(name)) expect(`${name}: ${outcome}, ${requests}`).toBe(`${name}: answered, 2`);
});

test('every deterministic failure has a type of its own and is paid once', () => {
  for (const [name, { outcome, requests }] of all('deterministic')) {
    if (MENDED.test(name)) continue;
    expect(`${name}: ${outcome}`).toMatch(
      /: model\/(quota|unauthorized|unknown|context-exceeded|rejected|oversized|filtered|refused|cut-off)$/,
    );
    expect(`${name}: ${requests}`).toBe(`${name}: 1`);
  }
});

test('an answer that is whole in any dress is read, and one that is not is asked about once', () => {
  for (const [name, { outcome, requests }] of all('answer')) {
    expect(`${name}: ${outcome}`).toBe(`${name}: answered`);
    expect(requests, name).toBeLessThanOrEqual(2);
  }
});

test('no truncated answer is ever accepted', () => {
  for (const type of ['transient', 'deterministic', 'answer'] as const)
    for (const [name, { outcome, whole }] of all(type)) if (outcome === 'answered') expect(whole, name).toBe(true);
});

test('no hang outlives its deadline', () => {
  for (const [name, { ms }] of [...all('transient'), ...all('deterministic')]) expect(ms, name).toBeLessThan(DEADLINE);
});

test('what a provider bills is on our bill', () => {
  for (const type of ['transient', 'deterministic', 'answer'] as const)
    for (const [name, { charged, billed }] of all(type)) {
      // Of an answer that broke off nobody says what it cost: it is estimated.
      expect(billed, name).not.toBeNull();
      if (charged === 0) expect(billed, name).toBe(0);
      else expect(billed, name).toBeGreaterThan(0);
    }
});

test('docs/faults.md is what happened here', () => {
  const file = join(import.meta.dirname, '../docs/faults.md');
  const [intro = ''] = readFileSync(file, 'utf8').split('<!-- table -->');
  const printed = `${intro}<!-- table -->\n\n${table()}\n`;
  if (process.env['DOCS'] === 'write') writeFileSync(file, printed);
  expect(withoutChance(readFileSync(file, 'utf8'))).toBe(withoutChance(printed));
});

/** What an answer that broke off cost depends on how much of it had come. */
function withoutChance(text: string): string {
  return text.replace(/(?<=answered, [2-9], )\$[\d.]+/g, '$');
}

/** Milliseconds on the fast clock within which everything must have ended: all attempts and waits together. */
const DEADLINE = 400_000;

async function play(scenario: Scenario, format: WireFormat): Promise<Outcome> {
  const clock = fastClock(SPEED[scenario.type]);
  const server = await startFaultServer({
    scenario,
    times: scenario.type === 'deterministic' && !MENDED.test(scenario.name) ? 100 : 1,
    now: clock.now,
    ...(format === 'mistral' ? { pretend: 'mistral' as const } : {}),
    models: [{ id: 'some-model', context: 32_768 }],
    answer: ({ body }) => ({ title: TITLE, lines: LINES.slice(linesGiven(body)) }),
  });
  const start = clock.elapsed();
  try {
    const provider = makeProvider(specFor(format, server));
    const client = createClient({
      providers: new Map([[provider.name, provider]]),
      price,
      clock,
      router: {
        retries: 3,
        timeouts: { connectMs: 30_000, firstTokenMs: 30_000, chunkMs: 30_000, totalMs: 100_000 },
        mostCharacters: 1_000_000,
      },
    });
    let billed: number | null = 0;
    const run = testRun(storage, provider, {
      client,
      models: () => ({ model: `${provider.name}/some-model`, params: { maxOutputTokens: 4000 } }),
      ledger: storage.ledger,
    });
    let outcome = 'answered';
    let whole = false;
    try {
      const value = await step(run, {
        slot: `${scenario.name}/${format}`,
        prompt: 'test.word',
        variables: { topic: `${scenario.name} ${format}` },
        input: {},
        schema: Answer,
        references: [],
      });
      whole = isDeepStrictEqual(value, { title: TITLE, lines: LINES });
    } catch (error) {
      outcome = isScriptGenError(error) ? error.code : String(error);
    }
    const ms = clock.elapsed() - start;
    const [sum] = await storage.ledger.sum({ run: run.id });
    billed = sum === undefined ? 0 : sum.unpriced > 0 ? null : sum.cost;
    const charged = server.questions
      .map(({ charged: tokens }) => costOf({ ...tokens, cachedTokens: 0 }, COST))
      .reduce((total, one) => total + one, 0);
    return { outcome, requests: server.questions.length, charged, billed, ms, whole };
  } finally {
    await server.close();
  }
}

/** How each format is asked. */
function specFor(format: WireFormat, { baseUrls }: FaultServer): ProviderSpec {
  const models = new Map([['some-model', { structuredOutput: 'json_schema' as const }]]);
  const common = { name: 'faulty', apiKey: 'test-key', keySource: 'TEST_KEY', models };
  switch (format) {
    case 'openai-chat':
      return { ...common, npm: '@ai-sdk/openai', api: 'chat', baseURL: baseUrls.openai };
    case 'openai-responses':
      return { ...common, npm: '@ai-sdk/openai', api: 'responses', baseURL: baseUrls.openai };
    case 'anthropic':
      return { ...common, npm: '@ai-sdk/anthropic', baseURL: baseUrls.anthropic };
    case 'google':
      return { ...common, npm: '@ai-sdk/google', baseURL: baseUrls.google };
    case 'mistral':
      return { ...common, npm: '@ai-sdk/mistral', baseURL: baseUrls.mistral };
    case 'ollama':
      return { ...common, npm: 'ollama', baseURL: baseUrls.ollama };
  }
}

function fastClock(speed: number): Clock {
  const base = Date.now();
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) * speed;
  return {
    now: () => base + elapsed(),
    elapsed,
    sleep: (ms, signal) => wait(ms / speed, undefined, signal === undefined ? {} : { signal }),
    random: () => 0.5,
  };
}

/** The table: a row a scenario, a column a format, in each cell what came, after how many requests, at what cost. */
function table(): string {
  const head = ['scenario', 'what happens', ...WIRE_FORMATS];
  const rows = (SCENARIOS as readonly Scenario[]).map(({ name, what }) => [
    `\`${name}\``,
    what,
    ...WIRE_FORMATS.map((format) => cell(outcomes.get(name)?.get(format))),
  ]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cell(came: Outcome | undefined): string {
  if (came === undefined) return '–';
  const { outcome, requests, billed } = came;
  const said = outcome === 'answered' ? 'answered' : `\`${outcome.replace('model/', '')}\``;
  return `${said}, ${requests}, ${billed === null ? '?' : `$${billed.toFixed(6)}`}`;
}
