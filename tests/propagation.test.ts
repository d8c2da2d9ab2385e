import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '../src/core/index.ts';
import { openProject, type Plan, type Project } from '../src/index.ts';
import type { Message } from '../src/llm/index.ts';
import { createOfflineWriter } from '../src/offline/index.ts';
import { printFountain } from '../src/screenplay/index.ts';
import { openSqlite, type Storage } from '../src/storage/index.ts';
import { type FakeOpenAi, scriptedModel, startFakeOpenAI } from '../src/testing/index.ts';
import { seededRandom } from '../src/testing/random.ts';
import { scratch } from './support/cli.ts';
import { filesOf, pick, putFiles, STORY_EDITS, UNREAD, writeModels } from './support/story-edits.ts';

const LOGLINE = 'A deaf luthier must prove that the violin in the museum is hers before it is sold.';
const SCENES = 60;
/** `RUNS=full`: 200 edits, some minutes; `RUNS=40 SEED=7` others. */
const { RUNS: wanted = '12', SEED = '1' } = process.env;
const RUNS = wanted === 'full' ? 200 : Number(wanted);

const folder = scratch();
const dir = join(folder.dir, 'edited');
const fresh = join(folder.dir, 'fresh');
let server: FakeOpenAi;
let unknown = 0;
let project: Project;
let storage: Storage;
let script: string;

/** What is answered, by what is told: a full rebuild is written by it first, so whatever a build asks beyond that is not there. */
const answers = new Map<string, string>();
const keyOf = (messages: readonly Pick<Message, 'role' | 'content'>[]): string =>
  canonicalJson(messages.map(({ role, content }) => ({ role, content })));
const writer = createOfflineWriter();
const scripted = () =>
  scriptedModel(
    async (request) => {
      const key = keyOf(request.messages);
      const text = answers.get(key) ?? (await writer.answer(request, { signal: new AbortController().signal })).text;
      answers.set(key, text);
      return text;
    },
    { name: 'openai' },
  );

const open = (): Promise<Project> =>
  openProject({ dir, env: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'k' }, detect: false });

beforeAll(async () => {
  server = await startFakeOpenAI({
    answer: ({ body }) => {
      const text = answers.get(keyOf(body.messages as readonly Message[]));
      if (text === undefined) unknown += 1;
      return text;
    },
  });
  putFiles(dir, new Map());
  putFiles(fresh, new Map());
  for (const one of [dir, fresh]) writeModels(one);
  const first = await openProject({ dir: fresh, env: {}, providers: [scripted()] });
  await first.write({ logline: LOGLINE, format: 'feature', scenes: SCENES });
  await first.close();
  project = await open();
  script = (await project.write({ logline: LOGLINE, format: 'feature', scenes: SCENES })).script.id;
  storage = await openSqlite(join(dir, '.scriptgen', 'scriptgen.db'));
  expect(unknown).toBe(0);
}, 600_000);
afterAll(async () => {
  await storage.close();
  await project.close();
  await server.close();
  folder.remove();
});

/** What scenes ask, by scene: the keys of their questions, those of the surface pass apart. */
interface Asked {
  readonly own: ReadonlyMap<string, readonly string[]>;
  readonly surface: ReadonlyMap<string, string>;
  readonly text: string;
}

/** Write the whole story as it stands from scratch, in a database in which nothing was ever asked. */
async function rebuilt(): Promise<Asked> {
  const { story } = await project.prepare();
  rmSync(join(fresh, '.scriptgen'), { recursive: true, force: true });
  putFiles(fresh, filesOf(dir));
  const opened = await openSqlite(join(fresh, '.scriptgen', 'scriptgen.db'));
  await opened.bibles.createScript(story.script, story.bible.entries, story.outline, {
    type: 'person',
    name: 'writer',
  });
  await opened.close();
  const other = await openProject({ dir: fresh, env: {}, providers: [scripted()] });
  const report = await other.build();
  expect(report.status).toBe('done');
  const { slots } = (await other.prepare()).run;
  const text = textOf(await other.getScreenplay());
  await other.close();
  const own = new Map<string, string[]>();
  const surface = new Map<string, string>();
  for (const { slot, key } of slots.values()) {
    const [scene = '', step] = slot.split('/');
    if (step === 'surface') surface.set(scene, key);
    else own.set(scene, [...(own.get(scene) ?? []), key]);
  }
  return { own, surface, text };
}

const sorted = (ids: Iterable<string>): readonly string[] => [...ids].sort((a, b) => (a < b ? -1 : 1));
const textOf = (screenplay: Parameters<typeof printFountain>[0]): string => printFountain(screenplay);

/** Which of these keys were never asked in the edited project. */
async function unasked(keys: readonly string[]): Promise<ReadonlySet<string>> {
  const known = await storage.journal.find(keys);
  return new Set(keys.filter((key) => !known.has(key)));
}

const isSurface = ({ steps }: Plan['scenes'][number]): boolean =>
  steps.every(({ task, isCertain }) => task === 'scene.surface' || !isCertain);

/** What an edit is taken back from. */
interface Before {
  readonly change: string | undefined;
  readonly files: ReadonlyMap<string, string | undefined>;
  readonly text: string;
}

const lastChange = async (): Promise<string | undefined> => (await project.listChanges(script, { limit: 1 }))[0]?.id;

async function asItIs(): Promise<Before> {
  return { change: await lastChange(), files: filesOf(dir), text: textOf(await project.getScreenplay()) };
}

/** Undo what was changed since, in the database and in files. */
async function takeBack(before: Before): Promise<void> {
  const change = await lastChange();
  if (change !== before.change) await project.undo(change);
  putFiles(dir, before.files);
  await reopen();
}

async function reopen(): Promise<void> {
  await project.close();
  project = await open();
}

test(`after each of ${RUNS} edits a plan names just the scenes that ask something new, and a build is a rebuild from scratch`, async () => {
  const random = seededRandom(Number(SEED));
  const names = Object.keys(STORY_EDITS);
  let reached = 0;
  for (let n = 1; n <= RUNS; n += 1) {
    const before = await asItIs();
    const name = n <= names.length ? (names[n - 1] ?? '') : pick(names, random);
    const edit = await STORY_EDITS[name]?.({ project, dir, random, n });
    if (edit?.reopen) await reopen();
    const about = `edit ${n}: ${name} (${edit?.did})`;

    const counted = server.requestCount;
    const plan = await project.plan();
    expect([about, server.requestCount]).toEqual([about, counted]);
    const full = await rebuilt();
    const missing = await unasked([...full.own.values()].flat());
    const stale = [...full.own].filter(([, keys]) => keys.some((key) => missing.has(key))).map(([scene]) => scene);
    const named = plan.scenes.filter((scene) => !isSurface(scene)).map(({ id }) => id);
    expect([about, sorted(named)]).toEqual([about, sorted(stale)]);
    if (UNREAD.has(name)) expect([about, plan.scenes]).toEqual([about, []]);

    const missingLines = await unasked([...full.surface.values()]);
    const lines = [...full.surface].flatMap(([scene, key]) => (missingLines.has(key) ? [scene] : []));
    const namedLines = plan.scenes.filter(isSurface).map(({ id }) => id);
    if (named.length === 0) expect([about, sorted(namedLines)]).toEqual([about, sorted(lines)]);
    else expect([about, namedLines, plan.mayFollow ?? 0]).toEqual([about, [], full.own.size - named.length]);

    const report = await project.build();
    const asked = report.scenes.filter(({ state }) => state === 'written').map(({ id }) => id);
    expect([about, report.status, sorted(asked)]).toEqual([about, 'done', sorted(new Set([...stale, ...lines]))]);
    expect([about, textOf(await project.getScreenplay())]).toEqual([about, full.text]);
    expect([about, (await project.plan()).scenes, unknown]).toEqual([about, [], 0]);
    reached += asked.length;

    if (random() < 0.5) {
      await takeBack(before);
      expect([about, (await project.plan()).scenes]).toEqual([about, []]);
      const paid = server.requestCount;
      await project.build();
      expect([about, server.requestCount]).toEqual([about, paid]);
      expect([about, textOf(await project.getScreenplay())]).toEqual([about, before.text]);
    }
  }
  expect(reached).toBeGreaterThan(RUNS);
}, 3_600_000);
