import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { answerSchema, createClient, type ModelRequest, openaiCompatible, readAnswer } from '../src/llm/index.ts';
import { benchJournal } from './llm-journal.ts';
import { installPeers } from './peers.ts';
import { figure, median, startFake } from './support.ts';

const PACKAGES = ['ai@7', '@ai-sdk/openai-compatible@3', '@langchain/openai@1', '@langchain/core@1', 'zod@4'];

/** A kilobyte of prompt, and a small typed answer. */
const Scene = z.object({ heading: z.string(), action: z.string(), lines: z.array(z.string()) });
const SYSTEM = 'You direct one scene of a screenplay. '.repeat(18);
const USER = 'A pawnbroker finds a ring. '.repeat(14);

/** One way to ask for a scene. `seed` makes every prompt another one. */
interface Way {
  readonly name: string;
  readonly ask: (seed: number) => Promise<unknown>;
}

/**
 * What our own layers cost for one call, against the provider alone and against peers, and what a journal hit costs.
 *
 * CPU milliseconds (user and system) of this process; the server answers at once and is a process of its own. The ways
 * take turns call by call in small rounds, so that what disturbs the machine disturbs all alike.
 */
export async function benchLlm(): Promise<void> {
  const fake = await startFake(0, 0);
  try {
    const ways = [...(await ourWays(fake.url)), ...(await peerWays(fake.url))];
    const times = await inTurns(ways, { rounds: 40, calls: 25, warm: 10 });
    const own = times.get('provider alone') ?? 1;
    const stack = times.get('full stack') ?? 1;
    for (const [name, ms] of times) {
      const more = name === 'provider alone' ? '' : `  ${(ms - own >= 0 ? '+' : '') + (ms - own).toFixed(2)} ms`;
      figure(`call, ${name}`, `${ms.toFixed(2)} ms CPU${more}  full stack is ${(stack / ms).toFixed(2)} × it`);
    }
  } finally {
    await fake.stop();
  }
  await benchJournal();
}

async function ourWays(url: string): Promise<readonly Way[]> {
  const provider = openaiCompatible({ name: 'fake', baseURL: url, apiKey: 'bench' });
  const client = createClient({ providers: new Map([['fake', provider]]) });
  const never = new AbortController().signal;
  const schema = answerSchema(Scene);
  const requestOf = (seed: number): ModelRequest => ({
    model: 'fake/model',
    params: { maxOutputTokens: 1000 },
    messages: [
      { role: 'system', content: SYSTEM },
      { role: 'user', content: `${USER}${seed}` },
    ],
    schema,
    task: { name: 'scene.direct', input: {} },
  });
  return [
    { name: 'provider alone', ask: (seed) => provider.answer(requestOf(seed), { signal: never }) },
    {
      name: 'full stack',
      ask: async (seed) => {
        const answer = await client.ask(requestOf(seed), never);
        const read = readAnswer(answer.text, Scene, answer);
        if (!read.ok) throw new Error(read.problem);
      },
    },
  ];
}

async function peerWays(url: string): Promise<readonly Way[]> {
  const folder = installPeers('scriptgen-bench-llm-peers', PACKAGES);
  const require = createRequire(join(folder, 'x.js'));
  const load = (name: string) => import(pathToFileURL(require.resolve(name)).href);
  const [ai, compatible, langchain, messages, peerZod] = await Promise.all([
    load('ai'),
    load('@ai-sdk/openai-compatible'),
    load('@langchain/openai'),
    load('@langchain/core/messages'),
    load('zod'),
  ]);
  const schema = peerZod.z.object({
    heading: peerZod.z.string(),
    action: peerZod.z.string(),
    lines: peerZod.z.array(peerZod.z.string()),
  });
  const model = compatible
    .createOpenAICompatible({ name: 'fake', baseURL: url, apiKey: 'bench', supportsStructuredOutputs: true })
    .chatModel('model');
  const chat = new langchain.ChatOpenAI({
    model: 'model',
    apiKey: 'bench',
    configuration: { baseURL: url },
    maxRetries: 0,
    maxTokens: 1000,
  }).withStructuredOutput(schema, { method: 'jsonSchema', name: 'scene' });
  return [
    {
      name: 'AI SDK generateText',
      ask: (seed) =>
        ai.generateText({
          model,
          system: SYSTEM,
          prompt: `${USER}${seed}`,
          maxOutputTokens: 1000,
          output: ai.Output.object({ schema }),
        }),
    },
    {
      name: 'LangChain',
      ask: (seed) => chat.invoke([new messages.SystemMessage(SYSTEM), new messages.HumanMessage(`${USER}${seed}`)]),
    },
  ];
}

/** The median over rounds of the CPU milliseconds that a call takes, each way. */
async function inTurns(
  ways: readonly Way[],
  { rounds, calls, warm }: { readonly rounds: number; readonly calls: number; readonly warm: number },
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>(ways.map(({ name }) => [name, []]));
  let seed = 0;
  for (let round = 0; round < warm + rounds; round += 1) {
    for (const { name, ask } of ways) {
      const before = process.cpuUsage();
      for (let call = 0; call < calls; call += 1) {
        seed += 1;
        await ask(seed);
      }
      const { user, system } = process.cpuUsage(before);
      if (round >= warm) times.get(name)?.push((user + system) / 1000 / calls);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}
