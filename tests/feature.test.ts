import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { canonicalJson } from '../src/core/index.ts';
import { openProject, type Project } from '../src/index.ts';
import type { Message } from '../src/llm/index.ts';
import { createOfflineWriter } from '../src/offline/index.ts';
import { layoutScreenplay, measureScreenplay, parseFountain, type Screenplay } from '../src/screenplay/index.ts';
import { scriptedModel, startFakeOpenAI } from '../src/testing/index.ts';
import { scratch } from './support/cli.ts';

const LOGLINE = 'A deaf luthier must prove that the violin in the museum is hers before it is sold.';
const folder = scratch();
afterAll(() => folder.remove());

/** What the scripted model answered, by what it was told: the server says the same over the wire. */
const answers = new Map<string, string>();
const keyOf = (messages: readonly Pick<Message, 'role' | 'content'>[]): string =>
  canonicalJson(messages.map(({ role, content }) => ({ role, content })));

test('a feature is planned, written and linted from end to end by a scripted model', async () => {
  const writer = createOfflineWriter();
  const model = scriptedModel(async (request) => {
    const { text } = await writer.answer(request, { signal: new AbortController().signal });
    answers.set(keyOf(request.messages), text);
    return text;
  });
  const project = await openProject({
    dir: join(folder.dir, 'scripted'),
    env: {},
    model: 'scripted/m',
    providers: [model],
  });
  await project.write({ logline: LOGLINE, format: 'feature' });
  await expectFeature(project);
  await project.close();
}, 120_000);

test('and the same over the wire, request by request', async () => {
  let unknown = 0;
  const server = await startFakeOpenAI({
    answer: ({ body }) => {
      const text = answers.get(keyOf(body.messages as readonly Message[]));
      if (text === undefined) unknown += 1;
      return text;
    },
  });
  const project = await openProject({
    dir: join(folder.dir, 'wire'),
    env: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'test' },
    model: 'openai/m',
  });
  await project.write({ logline: LOGLINE, format: 'feature' });
  expect(unknown).toBe(0);
  expect(server.requestCount).toBe(server.distinctCount);
  await expectFeature(project);
  await project.close();
  await server.close();
  const [one, other] = ['scripted', 'wire'].map((name) => fountainIn(join(folder.dir, name)).split('FADE IN:')[1]);
  expect(one).toBe(other);
}, 120_000);

function fountainIn(dir: string): string {
  const [file = ''] = readdirSync(dir).filter((name) => name.endsWith('.fountain'));
  return readFileSync(join(dir, file), 'utf8');
}

/** What makes it a feature: enough scenes, a valid plan, the right length, as produced ones measure, and nobody and no place that is not known. */
async function expectFeature(project: Project): Promise<void> {
  const { bible, outline } = (await project.prepare()).story;
  expect(outline.cards.length).toBeGreaterThanOrEqual(100);
  const { notes, pages } = await project.checkOutline();
  expect(notes.filter(({ severity }) => severity !== 'minor')).toEqual([]);
  expect((await project.plan()).scenes).toEqual([]);

  const { findings } = await project.lint();
  expect(findings).toEqual([]);

  const { screenplay } = parseFountain(fountainIn(project.dir));
  const within = measureScreenplay(screenplay).metrics.filter(
    ({ band }) => band !== undefined && !band.startsWith('very'),
  );
  expect(within.length).toBeGreaterThanOrEqual(24);
  const laid = layoutScreenplay(screenplay).filter(({ number }) => number !== null).length;
  expect(Math.abs(laid / pages.budget - 1)).toBeLessThanOrEqual(0.1);

  const named = (kind: string) => bible.entries.filter((entry) => entry.kind === kind);
  const people = named('character').flatMap(({ name, aliases }) => [name, ...aliases]);
  const extras = outline.cards.flatMap(({ extras: all = [] }) => all.map(({ name }) => name));
  const known = new Set([...people, ...extras].map((name) => name.toUpperCase()));
  expect(cuesOf(screenplay).filter((cue) => !known.has(cue))).toEqual([]);
  const places = named('setting').map(({ name }) => name.toUpperCase());
  expect(headingsOf(screenplay).filter((heading) => !places.some((place) => heading.includes(place)))).toEqual([]);
}

function cuesOf({ children }: Screenplay): readonly string[] {
  return children.flatMap((block) => (block.type === 'dialogue' ? [block.name] : []));
}

function headingsOf({ children }: Screenplay): readonly string[] {
  return children.flatMap((block) => (block.type === 'sceneHeading' ? [block.text] : []));
}
