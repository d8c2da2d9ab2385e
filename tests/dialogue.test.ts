import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bible, firstVersion } from '../src/bibles/index.ts';
import { openProject } from '../src/index.ts';
import type { ModelRequest, Provider } from '../src/llm/index.ts';
import { estimateTokens } from '../src/llm/index.ts';
import { createOfflineWriter, OFFLINE_WRITER } from '../src/offline/index.ts';
import { type Draft, planStory, writeScenes } from '../src/orchestrator/index.ts';
import { packageRoot } from '../src/project/package-root.ts';
import { loadPrompts } from '../src/prompts/index.ts';
import { type Dialogue, prefixShare, type Saving } from '../src/steps/index.ts';
import { openSqlite, type Storage } from '../src/storage/index.ts';
import { scratch } from './support/cli.ts';
import { testRun } from './support/test-run.ts';

const LOGLINE = 'A small-town pawnbroker discovers the ring she bought belongs to a dead bride';
const SCENES = 40;
const folder = scratch();

interface Built {
  readonly storage: Storage;
  readonly requests: readonly ModelRequest[];
  readonly savings: readonly Saving[];
  readonly drafts: readonly Draft[];
}
const builds = new Map<Dialogue, Built>();

beforeAll(async () => {
  for (const dialogue of ['auto', 'apart', 'together'] as const) builds.set(dialogue, await build(dialogue));
}, 60_000);
afterAll(async () => {
  for (const { storage } of builds.values()) await storage.close();
  folder.remove();
});

test('in a build of 40 scenes seven tenths of the input stand in a prefix that was sent before', () => {
  expect(prefixShare(built('auto').requests)).toBeGreaterThanOrEqual(0.7);
  expect(prefixShare(built('apart').requests)).toBeGreaterThanOrEqual(0.7);
});

test('however people are asked, the script is the same text', () => {
  const blocks = (dialogue: Dialogue) => built(dialogue).drafts.map((draft) => draft.blocks);
  expect(blocks('auto')).toHaveLength(SCENES);
  expect(blocks('auto')).toEqual(blocks('apart'));
  expect(blocks('together')).toEqual(blocks('apart'));
});

test('asking several in one request makes fewer requests, and what it saves is told to the token', () => {
  const [apart, auto, together] = (['apart', 'auto', 'together'] as const).map(built);
  const tokens = ({ requests }: Built) =>
    requests.reduce(
      (sum, { messages }) => sum + messages.reduce((all, { content }) => all + estimateTokens(content), 0),
      0,
    );
  for (const merged of [auto, together]) {
    expect(merged?.savings.length).toBeGreaterThan(0);
    const saved = (of: 'calls' | 'inputTokens') => merged?.savings.reduce((sum, saving) => sum + saving[of], 0);
    expect(saved('calls')).toBe((apart?.requests.length ?? 0) - (merged?.requests.length ?? 0));
    expect(saved('inputTokens')).toBe(tokens(apart as Built) - tokens(merged as Built));
  }
  expect(together?.requests.length).toBeLessThan(auto?.requests.length ?? 0);
  expect(apart?.savings).toEqual([]);
});

/** A build of 40 scenes by the offline writer, with every request it made, in order. */
async function build(dialogue: Dialogue): Promise<Built> {
  const storage = await openSqlite(join(folder.dir, `${dialogue}.db`));
  const requests: ModelRequest[] = [];
  const savings: Saving[] = [];
  const writer = createOfflineWriter();
  const provider: Provider = {
    ...writer,
    answer: (request, call) => {
      requests.push(request);
      return writer.answer(request, call);
    },
  };
  const run = testRun(storage, provider, {
    models: () => ({ model: OFFLINE_WRITER, params: {} }),
    prompts: loadPrompts(packageRoot()),
    dialogue,
    save: (saving) => savings.push(saving),
  });
  const brief = { logline: LOGLINE, format: 'feature', scenes: SCENES } as const;
  const name = async (title: string) => ({ title, slug: 'script' });
  const { script, entries, outline } = await planStory(run, brief, { name });
  const bible: Bible = { entries: entries.map(firstVersion) };
  const outcomes = await writeScenes(run, { script, bible, outline }, new Map());
  return { storage, requests, savings, drafts: outcomes.flatMap(({ draft }) => draft ?? []) };
}

function built(dialogue: Dialogue): Built {
  const found = builds.get(dialogue);
  if (found === undefined) throw new Error(`no build ${dialogue}`);
  return found;
}

test('a secret makes stale just the scenes where its owner speaks, asks for two apart, and is named as the reason', async () => {
  const dir = join(folder.dir, 'secret');
  const project = await openProject({ dir, env: {} });
  await project.write({ logline: LOGLINE, scenes: 12 });
  const { run, story } = await project.prepare();
  const merged = [...run.slots.keys()].find((slot) => slot.includes('+')) ?? '';
  const name = merged.split(/[/+]/)[2] ?? '';
  const owner = story.bible.entries.find((entry) => entry.name === name);
  const speaking = story.outline.cards.flatMap(({ speakers }, place) =>
    speakers.includes(owner?.id ?? '') ? [place + 1] : [],
  );
  await (await project.bible()).setField(owner?.id ?? '', 'secret', 'The ring was stolen twice.');
  const plan = await project.plan();
  expect(plan.scenes.map(({ number }) => number)).toEqual(speaking);
  const reasons = plan.scenes.map(({ reason }) => reason);
  expect(reasons).toEqual(speaking.map(() => [expect.objectContaining({ label: `${name.toUpperCase()}.secret` })]));
  expect((await project.build()).status).toBe('done');
  expect((await project.plan()).scenes).toEqual([]);
  expect([...(await project.prepare()).run.slots.keys()]).toContain(merged.replace(/\+.*/, ''));
  await project.close();
});
