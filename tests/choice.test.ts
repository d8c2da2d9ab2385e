import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Story } from '../src/agents/index.ts';
import { openProject, type Project } from '../src/index.ts';
import { type ChoiceDocument, NO_MARKUP } from '../src/markup/index.ts';
import { planScript, renderScene } from '../src/orchestrator/index.ts';
import type { Run } from '../src/steps/index.ts';
import { scratch } from './support/cli.ts';

const folder = scratch();
let project: Project;
let run: Run;
let story: Story;
beforeAll(async () => {
  project = await openProject({ dir: folder.dir, env: {} });
  await project.write({ logline: 'A ferryman learns that the far bank has moved overnight.', scenes: 4 });
  const { run: ready, story: told } = await project.prepare();
  [run, story] = [{ ...ready, mode: 'plan' }, told];
});
afterAll(async () => {
  await project.close();
  folder.remove();
});

function chosen(choice: ChoiceDocument): Story {
  const scene = story.outline.cards[1]?.id ?? '';
  const signed = { by: { type: 'person', name: 'writer' }, time: '2026-01-01T00:00:00.000Z', reason: '', version: 1 };
  return { ...story, markup: { ...NO_MARKUP, choices: new Map([[scene, { scene, ...choice, ...signed } as never]]) } };
}

const planOf = (told: Story) => planScript({ ...run, satisfied: new Map() }, told);

test('the first sample without an instruction is what was asked before', async () => {
  expect((await planOf(chosen({ take: 0 }))).scenes).toEqual([]);
});

test('another sample asks everything of that scene anew, says so, and is forgotten with the choice', async () => {
  const { scenes } = await planOf(chosen({ take: 1 }));
  expect(scenes.map(({ number, reason }) => ({ number, reason }))).toEqual([
    { number: 2, reason: [{ label: 'take', to: '1' }] },
  ]);
  expect((await planOf(story)).scenes).toEqual([]);
});

test('an instruction is for the director alone: what the people of the scene offered stands', async () => {
  const told = chosen({ take: 0, instruction: 'Let her leave before he does.' });
  const { scenes } = await planOf(told);
  expect(scenes.map(({ number, reason }) => ({ number, reason }))).toEqual([
    { number: 2, reason: [{ label: 'instruction', to: expect.stringMatching(/^[0-9a-f]{8}$/) }] },
  ]);
  const card = told.outline.cards[1];
  if (card === undefined) throw new Error('no second scene');
  const steps = await renderScene(run, told, card);
  const missing = steps.filter(({ answered }) => !answered);
  expect(missing.map(({ task }) => task)).toEqual(['scene.direct']);
  expect(JSON.stringify(missing[0]?.messages)).toContain('Let her leave before he does.');
  expect(steps.length).toBeGreaterThan(1);
});
