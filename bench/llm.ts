import { loadavg } from 'node:os';
import { z } from 'zod';
import { answerSchema, createClient, type ModelRequest, openaiCompatible, readAnswer } from '../src/llm/index.ts';
import { benchAround } from './llm-around.ts';
import { benchJournal } from './llm-journal.ts';
import { benchPace } from './llm-pace.ts';
import { peerWays } from './llm-peers.ts';
import { figure, inTurns, startFake, type Way } from './support.ts';

/** A kilobyte of prompt, and a small typed answer. */
const Scene = z.object({ heading: z.string(), action: z.string(), lines: z.array(z.string()) });
const SYSTEM = 'You direct one scene of a screenplay. '.repeat(18);
const USER = 'A pawnbroker finds a ring. '.repeat(14);

/**
 * What our own layers cost for one call, against the provider alone and against peers, and what a journal hit costs.
 *
 * CPU milliseconds (user and system) of this process; the server answers at once and is a process of its own. Ours always
 * stream; peers are asked for the whole answer, and streamed too.
 */
export async function benchLlm(): Promise<void> {
  tellLoad();
  const fake = await startFake(0, 0);
  try {
    const peers = await peerWays({ url: fake.url, system: SYSTEM, user: USER });
    const times = await inTurns([...ourWays(fake.url), ...peers]);
    const own = times.get('provider alone') ?? 1;
    const stack = times.get('full stack') ?? 1;
    for (const [name, ms] of times) {
      const more = (ms - own >= 0 ? '+' : '') + (ms - own).toFixed(2);
      figure(
        `call, ${name}`,
        `${ms.toFixed(2)} ms CPU  ${more} ms to the provider  full stack ${(stack / ms).toFixed(2)} ×`,
      );
    }
  } finally {
    await fake.stop();
  }
  await benchAround();
  await benchJournal();
  await benchPace();
  tellLoad();
}

function ourWays(url: string): readonly Way[] {
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

function tellLoad(): void {
  figure('load', `${loadavg()[0]?.toFixed(1)} on this machine, Node ${process.versions.node}`);
}
