import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openProject } from '../src/index.ts';
import { scratch } from './support/cli.ts';

const LOGLINE = 'A small-town pawnbroker discovers the ring she bought belongs to a dead bride';
const folder = scratch();
afterAll(() => folder.remove());

test('turn by turn a scene has a call for every turn, the lead begins, and a build again asks nothing', async () => {
  const project = await openProject({ dir: folder.dir, env: {}, dialogue: 'turns' });
  const report = await project.write({ logline: LOGLINE, scenes: 6 });
  expect(report.status).toBe('done');
  const { run, story } = await project.prepare();
  const nameOf = (id: string): string => story.bible.entries.find((entry) => entry.id === id)?.name ?? id;
  for (const card of story.outline.cards) {
    const turns = [...run.slots.keys()].flatMap((slot) => {
      const [scene, step, turn, name] = slot.split('/');
      return scene === card.id && step === 'turns' ? [{ turn: Number(turn), name: name ?? '' }] : [];
    });
    turns.sort((a, b) => a.turn - b.turn);
    expect(turns.map(({ turn }) => turn)).toEqual(turns.map((_, at) => at + 1));
    expect(new Set(turns.map(({ name }) => name))).toEqual(new Set(card.speakers.map(nameOf)));
    if (turns.length > 0 && card.speakers.includes(card.lead)) expect(turns[0]?.name).toBe(nameOf(card.lead));
  }
  expect((await project.plan()).scenes).toEqual([]);
  expect((await project.build()).tally.asked).toBe(0);
  await project.close();
});

test('a plan of a new script turn by turn names the first turn for certain, and what may follow', async () => {
  const dir = join(folder.dir, 'plan');
  const project = await openProject({ dir, env: {} });
  await project.write({ logline: LOGLINE, scenes: 3 });
  await project.close();
  const other = await openProject({ dir, env: {}, dialogue: 'turns' });
  const { story } = await other.prepare();
  const plan = await other.plan();
  const speaking = story.outline.cards.filter(({ speakers }) => speakers.length > 0);
  expect(plan.scenes).toHaveLength(speaking.length);
  for (const { steps } of plan.scenes)
    expect(steps.map(({ task, isCertain }) => `${task} ${isCertain}`)).toEqual([
      'scene.turn true',
      'scene.turn false',
      'scene.direct false',
      'scene.critique false',
      'scene.revise false',
      'scene.surface false',
    ]);
  await other.close();
});
