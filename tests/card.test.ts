import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { CARD_FIELDS } from '../src/bibles/index.ts';
import { openProject, type Project, type ScriptOutline } from '../src/project.ts';
import { scratch, scriptgen } from './support/cli.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';
const SCENES = 8;
const written = scratch();
let folder: ReturnType<typeof scratch>;
let project: Project;
let outline: ScriptOutline;

beforeEach(async () => {
  folder = scratch();
  project = await openProject({ dir: folder.dir, env: {}, surface: false });
  await project.write({ logline: LOGLINE, scenes: SCENES });
  outline = await project.outline();
});
afterEach(async () => {
  await project.close();
  folder.remove();
});
afterAll(() => written.remove());

const staleNumbers = async (): Promise<readonly number[]> => (await project.plan()).scenes.map(({ number }) => number);
const ids = async (): Promise<readonly string[]> => (await outline.list()).map(({ id }) => id);

test('every field of every card reads back as it is shown', async () => {
  for (const { id, texts, card } of await outline.list()) {
    const { cards, changeSet } = await outline.set(id, { texts: Object.entries(texts) });
    expect({ id, cards, changeSet }).toEqual({ id, cards: [], changeSet: undefined });
    expect((await outline.get(id)).card).toEqual(card);
  }
  expect(Object.keys((await outline.get('1')).texts)).toEqual(CARD_FIELDS);
});

test('a field that is set makes stale its scene and no other, and is set back at no cost', async () => {
  const { cards } = await outline.set(
    '3',
    { texts: [['goal', 'to be paid, once']] },
    { author: 'ann', reason: 'dull' },
  );
  expect(cards).toMatchObject([{ number: 3, version: 2, card: { goal: 'to be paid, once' } }]);
  expect(await staleNumbers()).toEqual([3]);
  const [plan] = (await project.plan()).scenes;
  expect(plan?.reason).toContainEqual(expect.objectContaining({ label: 'card.goal' }));
  expect(await outline.history('3')).toMatchObject([
    { version: 2, did: 'changed', fields: ['goal'], author: { type: 'person', name: 'ann' }, reason: 'dull' },
    { version: 1, did: 'planned' },
  ]);
  await outline.restore('3', 1);
  expect(await staleNumbers()).toEqual([]);
});

test('a note that no scene reads makes nothing stale', async () => {
  await outline.set('3', { texts: [['synopsis', 'Something else.']] });
  expect(await staleNumbers()).toEqual([]);
});

test('a scene that moves keeps its id, and only what reads the order asks again', async () => {
  const before = await ids();
  const { cards } = await outline.move('2', '6');
  expect(cards).toHaveLength(1);
  const expected = [...before.slice(0, 1), ...before.slice(2, 6), before[1], ...before.slice(6)];
  expect(await ids()).toEqual(expected);
  const labels = (await project.plan()).scenes.flatMap(({ reason }) => (reason === 'new' ? [] : reason));
  for (const { label } of labels) expect(label).toMatch(/knows|card\.(firstVisit|taken|uses|learns)|facts?|\.\w+$/);
  await outline.move('6', '1');
  expect(await ids()).toEqual(before);
  expect(await staleNumbers()).toEqual([]);
});

test('a scene that is split is two, and what was one is again when they are merged', async () => {
  await outline.set('4', { fields: { length: 'standard' } });
  const { card } = await outline.get('4');
  const { cards } = await outline.split('4', 2, { texts: [['turn.to', 'doubt']] });
  expect(cards.map(({ number }) => number)).toEqual([4, 5]);
  const [first, second] = cards;
  expect([first?.id, first?.card.beats, second?.card.beats]).toEqual([
    card.id,
    card.beats.slice(0, 1),
    card.beats.slice(1),
  ]);
  expect(second?.card).toMatchObject({ becauseOf: [card.id], turn: { from: card.turn.to, to: 'doubt' }, learns: [] });
  expect((await project.plan()).scenes.filter(({ number }) => number === 4 || number === 5)).toHaveLength(2);
  await outline.set('7', { texts: [['becauseOf', '5']] });
  await outline.merge('4', '5');
  const merged = await outline.get('4');
  expect(merged.card).toMatchObject({ id: card.id, beats: card.beats, length: card.length });
  expect((await outline.get('6')).card.becauseOf).toEqual([card.id]);
  expect(await ids()).toHaveLength(SCENES);
});

test('facts that begin in a scene begin in the one that it is merged into', async () => {
  const bible = await project.bible();
  const [lead] = (await bible.list()).filter(({ kind }) => kind === 'character');
  await bible.setFact(lead?.id ?? '', { value: 'arm in a cast', from: '5' });
  const first = (await outline.get('4')).id;
  await outline.merge('4', '5');
  expect((await bible.get(lead?.id ?? '')).facts.at(-1)).toMatchObject({ value: 'arm in a cast', from: first });
});

test('what links to a scene that is taken out is told and stays, and bringing it back costs nothing', async () => {
  await outline.set('6', { texts: [['becauseOf', '2']] });
  const { id } = await outline.get('2');
  const { cards, notes } = await outline.remove('2');
  expect(cards).toEqual([]);
  expect(notes.map(({ rule, message }) => `${rule} ${message}`).join('\n')).toContain(id);
  expect(await ids()).toHaveLength(SCENES - 1);
  expect((await outline.get('5')).card.becauseOf).toEqual([id]);
  const back = await outline.restore(id);
  expect(back.cards).toMatchObject([{ id, number: 2 }]);
  expect(await staleNumbers()).toEqual([]);
  expect((await outline.history(id)).map(({ did }) => did)).toEqual(['restored', 'removed', 'planned']);
});

test('a scene that is added takes what is not said from what is there, and is all that is written', async () => {
  const before = await outline.get('2');
  const { cards } = await outline.add({ texts: [['synopsis', 'Somebody rows without a boat.']] }, { after: '2' });
  expect(cards).toMatchObject([
    { number: 3, card: { setting: before.card.setting, beats: ['Somebody rows without a boat.'] } },
  ]);
  const plan = await project.plan();
  expect(plan.scenes.find(({ number }) => number === 3)?.reason).toBe('new');
  const report = await project.build();
  expect(report.status).toBe('done');
  expect(report.scenes.filter(({ state }) => state === 'written').map(({ id }) => id)).toContain(cards[0]?.id);
});

test('a card that cannot be meant so is refused, with what was probably meant', async () => {
  const [lead] = (await (await project.bible()).list()).filter(({ kind }) => kind === 'character');
  const misspelt = `${lead?.name.slice(0, -1)}`;
  const refusals: readonly (readonly [readonly [string, string], object])[] = [
    [['gaol', 'x'], { code: 'input/invalid', hint: 'Did you mean goal?' }],
    [['tension', 'high'], { code: 'input/invalid', message: expect.stringContaining('a number') }],
    [['tension', '11'], { code: 'input/invalid' }],
    [['turn', 'trust'], { code: 'input/invalid', message: expect.stringContaining('from -> to') }],
    [['length', 'endless'], { code: 'input/invalid', message: expect.stringContaining('one of flash, short') }],
    [['cast', misspelt], { code: 'bible/not-found', hint: `Did you mean ${lead?.name}?` }],
    [['cast', ''], { code: 'input/invalid', message: expect.stringContaining('not in its cast') }],
    [['becauseOf', '99'], { code: 'scene/not-found', hint: `The scenes are 1 to ${SCENES}, or an id.` }],
    [['beats.9', 'x'], { code: 'input/invalid' }],
  ];
  for (const [pair, error] of refusals) await expect(outline.set('2', { texts: [pair] })).rejects.toMatchObject(error);
  await expect(outline.split('2', 1)).rejects.toMatchObject({ code: 'input/invalid' });
  await expect(outline.merge('2', '4')).rejects.toMatchObject({
    hint: expect.stringContaining('card move 4 --after 2'),
  });
  await expect(outline.add({})).rejects.toMatchObject({ code: 'input/invalid' });
  await expect(outline.restore('2')).rejects.toMatchObject({ code: 'input/invalid' });
  await expect(outline.restore('sc_never')).rejects.toMatchObject({ code: 'scene/not-found' });
  expect(await outline.history()).toEqual([]);
});

test('a script that was begun by hand gets its scenes one by one, and is built', async () => {
  const dir = written.dir;
  const run = (args: readonly string[]) => scriptgen([...args], { cwd: dir });
  await run(['bible', 'new', 'By Hand']);
  const empty = await run(['build', '--quiet']);
  expect(empty.code).toBe(2);
  expect(empty.stderr).toContain('scriptgen card add');
  const nobody = await run(['card', 'add', 'synopsis=She comes home.']);
  expect(nobody.stderr).toMatch(/hint: Make one: scriptgen bible add/);
  await run(['bible', 'add', 'setting', 'Kitchen', 'interior=true']);
  await run(['bible', 'add', 'character', 'Ida', 'role=protagonist', 'want=to be let in']);
  await run(['bible', 'add', 'character', 'Tom']);
  expect((await run(['card', 'add', 'synopsis=She comes home.', 'setting=Kitchen', 'cast=Ida, Tom'])).code).toBe(0);
  expect((await run(['card', 'add', 'synopsis=She leaves again.', 'turn=hope -> anger'])).code).toBe(0);
  const shown = await run(['card', 'show', '2']);
  expect(shown.stdout).toContain('hope -> anger');
  const built = await run(['build', '--quiet']);
  expect([built.code, built.stderr]).toEqual([0, '']);
});
