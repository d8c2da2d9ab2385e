import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openProject } from '../src/index.ts';
import type { ModelRequest, Provider } from '../src/llm/index.ts';
import { createOfflineWriter, OFFLINE_WRITER } from '../src/offline/index.ts';
import type { Order } from '../src/project.ts';
import { scratch } from './support/cli.ts';

const LOGLINE = 'A small-town pawnbroker discovers the ring she bought belongs to a dead bride';
const SCENES = 5;
const folder = scratch();
afterAll(() => folder.remove());

test('side by side a scene reads no other scene; in order, the end of the one before, or all', async () => {
  const parallel = await written('parallel');
  expect(parallel.requests.map(earlierIn).filter((text) => text !== 'not given')).toEqual([]);
  for (const order of ['story', 'full'] as const) {
    const { requests, texts } = await written(order);
    const made = requests.filter(({ task }) => task.name === 'scene.direct').map(earlierIn);
    expect(made).toHaveLength(SCENES);
    for (const [place, text] of made.entries()) {
      const before = texts.slice(0, place);
      const ends = before.map((lines) => text.includes(lines.at(-1) ?? ''));
      const starts = before.map((lines) => text.includes(lines[0] ?? ''));
      expect(ends).toEqual(before.map((_, at) => order === 'full' || at === place - 1));
      if (order === 'full') expect(starts).toEqual(before.map(() => true));
    }
  }
});

test('whatever the order, a character is asked the same', async () => {
  const asked = async (order: Order) =>
    (await written(order)).requests
      .filter(({ task }) => /lines|together/.test(task.name))
      .map(({ messages }) => JSON.stringify(messages))
      .sort();
  const parallel = await asked('parallel');
  expect(parallel.length).toBeGreaterThan(0);
  expect(await asked('story')).toEqual(parallel);
  expect(await asked('full')).toEqual(parallel);
});

test('in order, a plan says how far a change of an early scene may reach, and a build asks no more than that', async () => {
  const dir = join(folder.dir, 'reach');
  const project = await openProject({ dir, env: {}, order: 'story' });
  await project.write({ logline: LOGLINE, scenes: SCENES });
  expect((await project.plan()).scenes).toEqual([]);
  const { story } = await project.prepare();
  const place = story.outline.cards[1]?.setting ?? '';
  const name = story.bible.entries.find(({ id }) => id === place)?.name ?? '';
  const first = story.outline.cards.findIndex(({ setting }) => setting === place) + 1;
  await (await project.bible()).setField(place, 'look', 'A room that is painted red from floor to ceiling.');
  const plan = await project.plan();
  expect(plan.scenes.map(({ number }) => number)).toEqual(
    Array.from({ length: SCENES - first + 1 }, (_, at) => first + at),
  );
  const [changed, ...after] = plan.scenes;
  expect(changed?.reason).toEqual([expect.objectContaining({ label: `${name.toUpperCase()}.look` })]);
  for (const [at, scene] of after.entries()) {
    expect(JSON.stringify(scene.reason)).toContain(`the text of scene ${first + at}`);
  }
  const report = await project.build();
  expect(report.tally.asked).toBeLessThanOrEqual(plan.calls.most);
  expect((await project.plan()).scenes).toEqual([]);
  await project.close();
});

interface Written {
  readonly requests: readonly ModelRequest[];
  /** The blocks of every scene as text. */
  readonly texts: readonly (readonly string[])[];
}
const kept = new Map<Order, Promise<Written>>();

function written(order: Order): Promise<Written> {
  const known = kept.get(order) ?? write(order);
  kept.set(order, known);
  return known;
}

async function write(order: Order): Promise<Written> {
  const requests: ModelRequest[] = [];
  const writer = createOfflineWriter();
  const provider: Provider = {
    ...writer,
    answer: (request, call) => {
      requests.push(request);
      return writer.answer(request, call);
    },
  };
  const project = await openProject({
    dir: join(folder.dir, order),
    env: {},
    order,
    providers: [provider],
    model: OFFLINE_WRITER,
  });
  await project.write({ logline: LOGLINE, scenes: SCENES });
  const { children } = await project.getScreenplay();
  await project.close();
  const texts: string[][] = [];
  for (const block of children.slice(1, -1)) {
    if (block.type === 'sceneHeading') texts.push([]);
    else if (block.type === 'dialogue') texts.at(-1)?.push(block.parts.map(({ text }) => text).join(' '));
    else if ('text' in block) texts.at(-1)?.push(block.text);
  }
  return { requests, texts };
}

function earlierIn({ messages, task }: ModelRequest): string {
  const text = messages.map(({ content }) => content).join('\n');
  const found = /<earlier>\n([\s\S]*?)\n<\/earlier>/.exec(text.slice(text.lastIndexOf('<script>')))?.[1];
  return found ?? (/direct|critique|revise/.test(task.name) ? 'missing' : 'not given');
}
