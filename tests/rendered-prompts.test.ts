import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Bible, firstVersion } from '../src/bibles/index.ts';
import { estimateRequest, estimateTokens } from '../src/llm/index.ts';
import { createOfflineWriter, OFFLINE_WRITER } from '../src/offline/index.ts';
import { planStory, type RenderedStep, renderScene, writeScenes } from '../src/orchestrator/index.ts';
import { packageRoot } from '../src/project/package-root.ts';
import { loadPrompts } from '../src/prompts/index.ts';
import { DIALOGUES, type Dialogue } from '../src/steps/index.ts';
import { openSqlite } from '../src/storage/index.ts';
import { scratch } from './support/cli.ts';
import { testRun } from './support/test-run.ts';

const FILE = resolve(import.meta.dirname, '../docs/prompts.md');
const SECTION = /<!-- rendered -->[\s\S]*<!-- \/rendered -->/;
const LOGLINE = 'A small-town pawnbroker discovers the ring she bought belongs to a dead bride';
const folder = scratch();
afterAll(() => folder.remove());

/** What follows from the players' lines, in its order. It is asked alike in every mode, so it is shown once. */
const AFTER_LINES = ['scene.direct', 'scene.critique', 'scene.revise', 'scene.surface'];

/** Turns are asked alike, with one speech more each time: the first two are enough to see. */
const LATER_TURNS = /\/turns\/(?![12]\/)/;

/*
 * `DOCS=write npx vitest run tests/rendered-prompts.test.ts` writes the prompts anew; read what changed.
 */
test('docs/prompts.md shows the complete prompts of one scene in every mode', async () => {
  const parts: string[] = [];
  let place: number | undefined;
  for (const dialogue of DIALOGUES) {
    const scenes = await renderAll(dialogue);
    place ??= scenes.reduce((best, steps, at) => (kinds(steps) > kinds(scenes[best]) ? at : best), 0);
    const steps = [...(scenes[place] ?? [])].sort((a, b) => AFTER_LINES.indexOf(a.task) - AFTER_LINES.indexOf(b.task));
    const others = scenes.filter((_, at) => at !== place).flat();
    const shown = steps.filter(
      ({ task, slot }) => (parts.length === 0 || !AFTER_LINES.includes(task)) && !LATER_TURNS.test(slot),
    );
    parts.push(`### ${dialogue}`, ...shown.map((step) => printStep(step, others)));
  }
  const docs = readFileSync(FILE, 'utf8');
  const written = docs.replace(SECTION, () => `<!-- rendered -->\n\n${parts.join('\n\n')}\n\n<!-- /rendered -->`);
  if (process.env['DOCS'] === 'write') writeFileSync(FILE, written);
  expect(docs).toMatch(SECTION);
  expect(readFileSync(FILE, 'utf8')).toBe(written);
}, 60_000);

/** How many kinds of questions a scene asks: the more, the more there is to see. */
function kinds(steps: readonly RenderedStep[] = []): number {
  return new Set(steps.map(({ task }) => task)).size;
}

/** Every question of a short script that the offline writer has answered, scene by scene. */
async function renderAll(dialogue: Dialogue): Promise<readonly (readonly RenderedStep[])[]> {
  const storage = await openSqlite(join(folder.dir, `${dialogue}.db`));
  const run = testRun(storage, createOfflineWriter(), {
    models: () => ({ model: OFFLINE_WRITER, params: {} }),
    prompts: loadPrompts(packageRoot()),
    dialogue,
  });
  const brief = { logline: LOGLINE, format: 'short', scenes: 12 } as const;
  const { script, entries, outline } = await planStory(run, brief, {
    name: async (title) => ({ title, slug: 'script' }),
  });
  const story = { script, bible: { entries: entries.map(firstVersion) } satisfies Bible, outline };
  await writeScenes(run, story, new Map());
  const scenes: (readonly RenderedStep[])[] = [];
  for (const card of outline.cards) scenes.push(await renderScene({ ...run, mode: 'plan' }, story, card));
  await storage.close();
  return scenes;
}

/** A question in full, with a mark where it stops being the same as one of another scene. */
function printStep(step: RenderedStep, others: readonly RenderedStep[]): string {
  const text = textOf(step);
  const stable = others
    .filter(({ task }) => task === step.task)
    .reduce((most, other) => Math.max(most, commonStart(text, textOf(other))), 0);
  const cut = text.lastIndexOf('\n', stable) + 1;
  const tokens = estimateRequest(step);
  const mark = `-------- the same in other scenes up to here: about ${count(estimateTokens(text.slice(0, cut)))} tokens --------\n`;
  const [, asked = ''] = /\/(.*)$/.exec(step.slot) ?? [];
  return [
    `#### ${step.task}, \`${asked}\`: about ${count(tokens)} tokens, schema included`,
    '',
    '````text',
    text.slice(0, cut) + (cut > 0 ? mark : '') + text.slice(cut),
    '````',
  ].join('\n');
}

function textOf({ messages }: RenderedStep): string {
  return messages.map(({ role, content }) => `[${role}]\n\n${content}`).join('\n\n');
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function count(tokens: number): string {
  return tokens.toLocaleString('en-US');
}
