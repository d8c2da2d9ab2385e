import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Critic, openProject, promptCritic } from '../src/index.ts';
import type { ModelRequest, Provider } from '../src/llm/index.ts';
import { createOfflineWriter } from '../src/offline/index.ts';
import { scratch } from './support/cli.ts';

const LOGLINE = 'A small-town pawnbroker discovers the ring she bought belongs to a dead bride';
const folder = scratch();
afterAll(() => folder.remove());

/** A provider of scenes that answers the critic's prompt too, and remembers what it was asked. */
function provider(requests: ModelRequest[], notes: (request: ModelRequest) => readonly object[]): Provider {
  const writer = createOfflineWriter();
  return {
    ...writer,
    name: 'mine',
    answer: async (request, call) => {
      requests.push(request);
      const answer = await writer.answer(
        {
          ...request,
          task: request.task.name.startsWith('critic.') ? { ...request.task, name: 'scene.critique' } : request.task,
        },
        call,
      );
      const isCritic = request.task.name.startsWith('critic.');
      return isCritic ? { ...answer, text: JSON.stringify({ notes: notes(request) }) } : answer;
    },
  };
}

test("a critic's prompt stands in the project, and what it notes reaches the reviser", async () => {
  const dir = join(folder.dir, 'props');
  mkdirSync(join(dir, 'prompts'), { recursive: true });
  const props = { file: 'critic-props.md', role: 'dramaturge' };
  writeFileSync(join(dir, 'prompts.json'), JSON.stringify({ version: 1, prompts: { 'critic.props': props } }));
  writeFileSync(
    join(dir, 'prompts/critic-props.md'),
    '# System\n\nMind the props.\n\n# User\n\n<draft>\n{{draft}}\n</draft>\n',
  );
  const requests: ModelRequest[] = [];
  const note = (request: ModelRequest) => {
    const { elements } = request.task.input as { readonly elements: readonly { readonly text: string }[] };
    const quote = elements[0]?.text ?? '';
    return [
      {
        rule: 'props/lost',
        severity: 'blocker',
        scope: 'element',
        element: 1,
        quote,
        message: 'Lost.',
        fix: 'Find it.',
      },
    ];
  };
  const project = await openProject({
    ...{ dir, env: {}, model: 'mine/x', providers: [provider(requests, note)] },
    agents: { critics: [promptCritic('props')] },
  });
  await project.write({ logline: LOGLINE, scenes: 3 });
  const asked = (name: string) => requests.filter(({ task }) => task.name === name);
  expect(asked('critic.props')).toHaveLength(3);
  expect(asked('critic.props')[0]?.messages[0]?.content).toBe('Mind the props.');
  expect(asked('scene.revise')).toHaveLength(3);
  for (const { messages } of asked('scene.revise')) expect(messages.at(-1)?.content).toContain('Lost. Fix: Find it.');
  expect((await project.plan()).scenes).toEqual([]);
  const before = requests.length;
  expect((await project.build()).tally.asked).toBe(0);
  expect(requests).toHaveLength(before);
  await project.close();
});

test('a critic that quotes what is not there is not heard', async () => {
  const requests: ModelRequest[] = [];
  const liar: Critic = async () => [
    { rule: 'x/y', severity: 'major', scope: 'scene', element: 1, quote: '«nowhere»', message: 'm', fix: 'f' },
  ];
  const project = await openProject({
    ...{ dir: join(folder.dir, 'liar'), env: {}, model: 'mine/x', providers: [provider(requests, () => [])] },
    agents: { critics: [liar] },
  });
  await project.write({ logline: LOGLINE, scenes: 3 });
  expect(requests.filter(({ messages }) => JSON.stringify(messages).includes('«nowhere»'))).toEqual([]);
  await project.close();
});
