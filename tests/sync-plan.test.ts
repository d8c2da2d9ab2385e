import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject } from '../src/index.ts';
import { applied, fileText, planSync } from '../src/markup/index.ts';
import { assembleScript, type Draft, draftsFrom } from '../src/orchestrator/index.ts';
import { type StoryText, scriptNow } from '../src/project/sync/now.ts';
import { parseFountain, printFountain } from '../src/screenplay/index.ts';
import { scratch } from './support/cli.ts';
import { mutateScript } from './support/mutate-script.ts';

/** `RUNS=300 npx vitest run tests/sync-plan.test.ts`; fewer unless asked. */
const RUNS = Number(process.env['RUNS'] ?? 20);
const folder = scratch();
const stories: StoryText[] = [];
const CREDIT = { model: 'offline/offline-writer@1', isLanguageModel: false };
const BY = { by: { type: 'person', name: 'Ana' }, time: '2026-11-26T10:00:00Z', reason: '', version: 1 } as const;

beforeAll(async () => {
  const project = await openProject({ dir: folder.dir, env: {}, detect: false });
  for (const [logline, scenes] of [
    ['A ferryman learns that the far bank has moved overnight.', 12],
    ['Two sisters inherit a lighthouse that warns of storms a day early.', 30],
  ] as const) {
    const { script } = await project.write({ logline, scenes });
    const { run, story } = await project.prepare({ script: script.id });
    const drafts = draftsFrom(await run.store.loadArtifacts(script.id));
    stories.push(together(story, drafts));
  }
  await project.close();
});
afterAll(() => folder.remove());

function together(story: StoryText['story'], drafts: ReadonlyMap<string, Draft>): StoryText {
  return { story, drafts, screenplay: assembleScript(story, drafts, CREDIT) };
}

/** Take a file in, and put the script together again. */
function synced(text: StoryText, file: string) {
  const now = scriptNow(text);
  const plan = planSync(now, now.text, fileText(parseFountain(file).screenplay, now.text.end));
  const after = applied({ cards: now.cards, markup: now.markup }, plan.writes, BY);
  const story = { ...text.story, outline: { cards: after.cards }, markup: after.markup };
  return { plan, after: together(story, text.drafts) };
}

test('an untouched file stores nothing', () => {
  for (const text of stories) {
    const { plan } = synced(text, printFountain(text.screenplay));
    expect(plan.writes).toEqual([]);
    expect(plan.scenes).toEqual([]);
  }
});

test('whatever was done to a file, the script says it afterwards, and reading it again stores nothing', () => {
  for (let run = 0; run < RUNS; run += 1) {
    const text = stories[run % stories.length];
    if (text === undefined) continue;
    const mutated = mutateScript(
      printFountain(text.screenplay),
      text.story.outline.cards.map(({ id }) => id),
      run,
    );
    const { after, plan } = synced(text, mutated.text);
    expect(printFountain(after.screenplay), `${run}: ${mutated.done.join('; ')}`).toBe(`${mutated.text}\n`);
    expect(plan.exported.scenes.map(({ id }) => id)).toEqual(after.story.outline.cards.map(({ id }) => id));
    expect(synced(after, mutated.text).plan.writes, `${run} again`).toEqual([]);
  }
});
