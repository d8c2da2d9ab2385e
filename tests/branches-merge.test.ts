import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject, type Project } from '../src/index.ts';
import { scratch } from './support/cli.ts';

const folder = scratch();
let project: Project;
let trunk: string;

beforeAll(async () => {
  project = await openProject({ dir: folder.dir, env: {}, detect: false });
  trunk = (await project.write({ logline: 'A diver returns a ring that nobody lost.', scenes: 8 })).script.slug;
});
afterAll(async () => {
  await project.close();
  folder.remove();
});

const main = (): string => `${trunk}@main`;
const ids = async (script: string): Promise<readonly string[]> =>
  (await project.getOutline(script)).cards.map(({ id }) => id);

test('scenes that were changed, moved, added and taken out in a branch come into the trunk as one change, and undo takes it back', async () => {
  const branches = await project.branches(trunk);
  const { script } = await branches.create('scenes');
  const [before, own] = [await project.getOutline(main()), await project.outline(script.slug)];
  await own.set('2', { texts: [['goal', 'to be believed at last']] });
  await own.move('5', null);
  await own.add({ texts: [['synopsis', 'The ring is found again, in a pocket.']] }, { after: null });
  await own.remove('8');
  await (await project.outline(main())).set('4', { texts: [['tension', '9']] });

  const { cards } = await branches.diff('scenes');
  expect([cards.added, cards.removed, cards.moved].map(({ length }) => length)).toEqual([1, 1, 1]);
  const merged = await branches.merge('scenes');
  expect(await ids(main())).toEqual(await ids(script.slug));
  const now = (await project.getOutline(main())).cards;
  expect(now.find(({ id }) => id === before.cards[1]?.id)?.goal).toBe('to be believed at last');
  expect(now.find(({ id }) => id === before.cards[3]?.id)?.tension).toBe(9);
  expect((await project.plan(main())).scenes.length).toBeLessThan(now.length);

  await project.build({ script: script.slug });
  await branches.merge('main', { into: 'scenes' });
  await project.build({ script: script.slug });
  expect((await project.build({ script: main() })).tally.asked).toBe(0);

  await project.undo(merged.changeSet, {}, main());
  expect(await ids(main())).toEqual(before.cards.map(({ id }) => id));
  expect((await project.getOutline(main())).cards[3]?.tension).toBe(9);
  expect((await branches.merge('scenes', { dryRun: true })).cards.added).toHaveLength(1);
});

test('the same field of a card on both sides, and a scene that one side changed and the other took out, are conflicts', async () => {
  const branches = await project.branches(trunk);
  const { script } = await branches.create('cards');
  const [ours, theirs] = [await project.outline(main()), await project.outline(script.slug)];
  await ours.set('1', { texts: [['goal', 'to hide it']] });
  await theirs.set('1', { texts: [['goal', 'to show it']] });
  await ours.remove('3');
  await theirs.set('3', { texts: [['opposition', 'the tide']] });
  const before = await project.getOutline(main());
  await expect(branches.merge('cards')).rejects.toMatchObject({
    code: 'branch/conflict',
    details: [{ at: 'sc1.goal', ours: 'to hide it', theirs: 'to show it' }, { at: 'sc3.card' }],
  });
  expect(await project.getOutline(main())).toEqual(before);
  await branches.merge('cards', { take: ['theirs:sc1', 'theirs:sc3.card'] });
  const { cards } = await project.getOutline(main());
  expect(cards[0]?.goal).toBe('to show it');
  expect(cards).toHaveLength(before.cards.length + 1);
  expect(cards.map(({ opposition }) => opposition)).toContain('the tide');
});

test('a merge changes nothing that is locked, says who locked it, and writes nothing then', async () => {
  const branches = await project.branches(trunk);
  const { script } = await branches.create('locked');
  await (await project.markup(main())).lock('2', { author: 'Ada', reason: 'shot on Monday' });
  await (await project.outline(script.slug)).set('2', { texts: [['goal', 'to swim back']] });
  await (await project.outline(script.slug)).set('1', { texts: [['image', 'A ring of light.']] });
  await expect(branches.merge('locked')).rejects.toMatchObject({
    code: 'markup/locked',
    message: expect.stringContaining('Ada'),
  });
  expect((await project.getOutline(main())).cards[0]?.image).not.toBe('A ring of light.');
  // What is locked in the trunk after the branch was made is no change of the branch.
  expect((await (await project.markup(script.slug)).marks()).locks).toEqual([]);
  await (await project.markup(main())).unlock('2');
  await branches.merge('locked');
  expect((await project.getOutline(main())).cards[0]?.image).toBe('A ring of light.');
});

test('a branch of an episode keeps the series as it was, and what it changes of it is merged into the episode alone', async () => {
  const series = await project.createScript({ title: 'The Harbour', template: 'series' });
  const above = await project.bible(series.slug);
  const captain = await above.create({ kind: 'character', name: 'Captain Roe', fields: { want: 'peace' } });
  const episode = await project.createScript({ title: 'Ebb', template: 'episode', series: series.slug });
  const branches = await project.branches(episode.slug);
  const { script } = await branches.create('mutiny');
  await above.setField(captain.id, 'need', 'company');
  const [own, theirs] = [await project.bible(`${episode.slug}@main`), await project.bible(script.slug)];
  expect((await own.get('Captain Roe')).document['need']).toBe('company');
  expect((await theirs.get('Captain Roe')).document['need']).not.toBe('company');
  const changed = await theirs.setField('Captain Roe', 'want', 'war');
  expect(changed.id).toBe(captain.id);
  expect((await theirs.listVersions('Captain Roe')).length).toBeGreaterThan(0);
  await branches.merge('mutiny');
  expect((await own.get('Captain Roe')).document).toMatchObject({ want: 'war', need: 'company' });
  expect((await above.get('Captain Roe')).document['want']).toBe('peace');
});

test('what was changed before a branch was made stands in its log, and can be taken back in it alone', async () => {
  const bible = await project.bible(main());
  const [first] = await bible.list();
  await bible.setField(first?.id ?? '', 'notes', 'Cast someone older.', { author: 'Ada' });
  const { script } = await (await project.branches(trunk)).create('log');
  const own = await project.bible(script.slug);
  expect((await own.listChangeSets(3)).map(({ author }) => author.name)).toContain('Ada');
  await project.undo(undefined, {}, script.slug);
  expect((await own.get(first?.id ?? '')).document['notes']).not.toBe('Cast someone older.');
  expect((await bible.get(first?.id ?? '')).document['notes']).toBe('Cast someone older.');
});
