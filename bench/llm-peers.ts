import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPeers } from './peers.ts';
import type { Way } from './support.ts';

const PACKAGES = ['ai@7', '@ai-sdk/openai-compatible@3', '@langchain/openai@1', '@langchain/core@1', 'zod@4'];

/** Where the peers ask, and what: the same system and user message as ours. */
interface Question {
  readonly url: string;
  readonly system: string;
  readonly user: string;
}

/** How the AI SDK and LangChain ask for the same typed scene: whole, as they do unless told otherwise, and streamed. */
export async function peerWays({ url, system, user }: Question): Promise<readonly Way[]> {
  const folder = installPeers('scriptgen-bench-llm-peers', PACKAGES);
  const require = createRequire(join(folder, 'x.js'));
  const load = (name: string) => import(pathToFileURL(require.resolve(name)).href);
  const [ai, compatible, langchain, messages, { z }] = await Promise.all([
    load('ai'),
    load('@ai-sdk/openai-compatible'),
    load('@langchain/openai'),
    load('@langchain/core/messages'),
    load('zod'),
  ]);
  const schema = z.object({ heading: z.string(), action: z.string(), lines: z.array(z.string()) });
  const model = compatible
    .createOpenAICompatible({
      ...{ name: 'fake', baseURL: url, apiKey: 'bench' },
      ...{ supportsStructuredOutputs: true, includeUsage: true },
    })
    .chatModel('model');
  const chat = new langchain.ChatOpenAI({
    ...{ model: 'model', apiKey: 'bench', configuration: { baseURL: url } },
    ...{ maxRetries: 0, maxTokens: 1000 },
  }).withStructuredOutput(schema, { method: 'jsonSchema', name: 'scene' });
  const options = (seed: number) => ({
    ...{ model, system, prompt: `${user}${seed}`, maxOutputTokens: 1000 },
    output: ai.Output.object({ schema }),
  });
  const turns = (seed: number) => [new messages.SystemMessage(system), new messages.HumanMessage(`${user}${seed}`)];
  return [
    { name: 'AI SDK generateText', ask: (seed) => ai.generateText(options(seed)) },
    { name: 'AI SDK streamText', ask: (seed) => ai.streamText(options(seed)).output },
    { name: 'LangChain', ask: (seed) => chat.invoke(turns(seed)) },
    { name: 'LangChain, streamed', ask: async (seed) => readAll(await chat.stream(turns(seed))) },
  ];
}

async function readAll(stream: AsyncIterable<unknown>): Promise<unknown> {
  let last: unknown;
  for await (const part of stream) last = part;
  return last;
}
