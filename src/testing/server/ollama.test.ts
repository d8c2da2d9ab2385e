import { afterEach, expect, test } from 'vitest';
import { type FaultServer, SPLIT_MODES, startFaultServer } from '../index.ts';
import { fetchPieces } from './fixtures/fetch-pieces.ts';

const ANSWER = { title: 'Fährüber 🚢', lines: ['a\r\nb'] };
let server: FaultServer | undefined;
afterEach(() => server?.close());

interface Line {
  readonly message: { readonly content: string; readonly thinking?: string };
  readonly done: boolean;
  readonly [field: string]: unknown;
}

async function chat(body: object): Promise<{ readonly lines: readonly Line[]; readonly pieces: readonly Buffer[] }> {
  const { pieces } = await fetchPieces(`${server?.url}/api/chat`, { model: 'qwen3', messages: [], ...body });
  const lines = Buffer.concat(pieces).toString('utf8').trim().split(/\r?\n/);
  return { lines: lines.map((line) => JSON.parse(line) as Line), pieces };
}

test.each(SPLIT_MODES)('a stream of Ollama cut by %s has the answer, thinking and counts', async (split) => {
  server = await startFaultServer({ answer: ANSWER, thinking: 'Hm, 🤔.', split });
  const { lines, pieces } = await chat({});
  expect(JSON.parse(lines.map(({ message }) => message.content).join(''))).toEqual(ANSWER);
  expect(lines.map(({ message }) => message.thinking ?? '').join('')).toBe('Hm, 🤔.');
  const { length } = JSON.stringify(ANSWER);
  expect(lines.at(-1)).toMatchObject({
    done: true,
    done_reason: 'stop',
    prompt_eval_count: 1,
    eval_count: Math.ceil(length / 4) + Math.ceil('Hm, 🤔.'.length / 4),
  });
  expect(lines.filter(({ done }) => done)).toHaveLength(1);
  if (split === 'bytes') expect(pieces.every((piece) => piece.length === 1)).toBe(true);
  if (split === 'characters') expect(pieces.some((piece) => piece.toString('utf8').includes('\uFFFD'))).toBe(true);
  if (split === 'line-ends') expect(pieces.some((piece) => piece[0] === 10)).toBe(true);
  if (split === 'joined') expect(pieces).toHaveLength(1);
  expect(server.questions[0]).toMatchObject({ format: 'ollama', stream: true, model: 'qwen3', status: 200 });
});

test('an answer of Ollama that is not to be streamed is one object, made for the schema in `format`', async () => {
  server = await startFaultServer();
  const format = { type: 'object', properties: { mood: { enum: ['dry', 'wet'] } }, required: ['mood'] };
  const { lines } = await chat({ stream: false, format });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]?.message.content ?? '')).toEqual({ mood: expect.stringMatching(/dry|wet/) });
  expect(lines[0]?.done).toBe(true);
});
