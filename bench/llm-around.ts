import { join } from 'node:path';
import {
  createClient,
  createMeters,
  createTelemetry,
  type LlmClient,
  type Observer,
  observed,
} from '../src/llm/index.ts';
import { createBudget, type Run } from '../src/steps/index.ts';
import { openSqlite, type Storage } from '../src/storage/index.ts';
import { ask, forgetful, instant, runOn } from './llm-run.ts';
import { figure, inTurns, scratch, type Way } from './support.ts';

/**
 * What goes on around a call: observers, the money set aside before it, and the answer with its line on the bill.
 *
 * Steps that were never asked, over a provider that answers at once: alone, where each waits for the disk by itself, and
 * a hundred side by side, which share commits.
 */
export async function benchAround(): Promise<void> {
  const folder = scratch();
  const storage = await openSqlite(join(folder.dir, 'around.db'));
  try {
    const ways = await stepWays(storage);
    report('step, one by one', await inTurns(ways));
    report('step, 100 at once', await inTurns(ways.map(atOnce), { rounds: 15, calls: 1, warm: 3 }), 100);
    report('ask', await inTurns(await askWays(), { calls: 200 }));
  } finally {
    await storage.close();
    folder.remove();
  }
}

/** The first is the base of the others. */
function report(what: string, times: ReadonlyMap<string, number>, calls = 1): void {
  const [base = 0] = times.values();
  for (const [name, ms] of times)
    figure(
      `${what}, ${name}`,
      `${(ms / calls).toFixed(3)} ms CPU  ${ms >= base ? '+' : ''}${((ms - base) / calls).toFixed(3)} ms`,
    );
}

async function stepWays(storage: Storage): Promise<readonly Way[]> {
  const { ledger } = storage;
  const budget = createBudget({
    ...{ ledger, caps: { run: 1e6, day: 1e6, project: 1e6 }, warnAt: 0.8, costOf: async () => 0.01 },
    ...{ clock: { now: Date.now, sleep: async () => undefined }, onWarning: () => undefined },
  });
  const way = (name: string, abilities: Partial<Run>): Way => {
    const run = runOn(storage, { satisfied: forgetful(), ...abilities });
    return { name, ask: (seed) => ask(run, `${name} ${seed} ${'x'.repeat(1000)}`) };
  };
  const client = observed(plainClient(), await observers());
  return [
    way('answer with its bill', {}),
    way('and observers', { client }),
    way('and money set aside', { ledger, budget }),
  ];
}

function atOnce({ name, ask: one }: Way): Way {
  return {
    name,
    ask: (seed) => Promise.all(Array.from({ length: 100 }, (_, at) => one(1e9 + seed * 100 + at))),
  };
}

/** Only the client, without journal and database. */
async function askWays(): Promise<readonly Way[]> {
  const client = plainClient();
  const [meters, telemetry] = await observers();
  const never = new AbortController().signal;
  const way = (name: string, watched: LlmClient): Way => ({
    name,
    ask: (seed) =>
      watched.ask(
        {
          ...{ model: 'bench/model', params: {}, schema: {}, task: { name: 'bench.word', input: {} } },
          messages: [{ role: 'user', content: `${seed} ${'x'.repeat(1000)}` }],
        },
        never,
      ),
  });
  return [
    way('client alone', client),
    way('and meters', observed(client, meters === undefined ? [] : [meters])),
    way('and OpenTelemetry without SDK', observed(client, telemetry === undefined ? [] : [telemetry])),
  ];
}

function plainClient(): LlmClient {
  return createClient({ providers: new Map([['bench', instant]]) });
}

async function observers(): Promise<readonly Observer[]> {
  const telemetry = await createTelemetry();
  return [createMeters(), ...(telemetry === undefined ? [] : [telemetry])];
}
