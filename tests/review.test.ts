import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordWrite } from '../src/bibles/index.ts';
import { toJson } from '../src/core/index.ts';
import { type BibleProposal, sceneText, type TextProposal } from '../src/markup/index.ts';
import { draftsFrom } from '../src/orchestrator/index.ts';
import { openProject, type Project, type ScriptReview } from '../src/project.ts';
import { type Block, blockText } from '../src/screenplay/index.ts';
import { openSqlite, type Storage } from '../src/storage/index.ts';
import { scratch } from './support/cli.ts';

let folder: ReturnType<typeof scratch>;
let project: Project;
let storage: Storage;
let script: string;
let review: ScriptReview;
let scene: string;
let generated: readonly Block[];
beforeEach(async () => {
  folder = scratch();
  project = await openProject({ dir: folder.dir, env: {}, detect: false });
  script = (await project.write({ logline: 'A ferryman learns that the far bank has moved overnight.', scenes: 3 }))
    .script.id;
  storage = await openSqlite(join(folder.dir, '.scriptgen', 'scriptgen.db'));
  review = await project.review();
  scene = (await project.getOutline()).cards[1]?.id ?? '';
  generated = draftsFrom(await storage.runs.loadArtifacts(script)).get(scene)?.blocks ?? [];
});
afterEach(async () => {
  await storage.close();
  await project.close();
  folder.remove();
});

const rain: Block = { type: 'action', text: 'Rain drums on the hull of the ferry.' };
const gulls: Block = { type: 'action', text: 'Gulls wheel over the far bank.' };

async function propose(id: string, document: Partial<TextProposal>): Promise<void> {
  const from = { type: 'text', scene, origin: 'rewrite', notes: [], why: [], keys: ['k1:a'], model: 'acme/large' };
  await put({ kind: 'proposal', id, document: toJson({ ...from, base: generated, ...document }) });
}

async function proposeEntry(change: BibleProposal['change']): Promise<void> {
  const said = { type: 'bible', scene, quote: 'his left hand', why: 'The scene says which hand.', keys: [], change };
  await put({ kind: 'proposal', id: 'pr_bible', document: toJson(said) });
}

async function put(write: Omit<RecordWrite, 'type' | 'expected'>, expected = 0): Promise<void> {
  const author = { type: 'agent', name: 'reviser' } as const;
  await storage.bibles.write({ script, writes: [{ type: 'record', ...write, expected }], author, reason: 'proposed' });
}

/** How the scene reads. */
async function text(): Promise<readonly string[]> {
  const { story } = await project.prepare();
  return sceneText(generated, story.markup?.edits.get(scene)).blocks.map(blockText);
}

const plain = (): readonly string[] => generated.map(blockText);

describe('a proposal of two changes', () => {
  beforeEach(async () => propose('pr_one', { text: [rain, ...generated, gulls] }));

  test('it is listed with its changes, and nothing changes before it is applied', async () => {
    expect(await review.list()).toMatchObject([
      {
        id: 'pr_one',
        origin: 'rewrite',
        scene: { number: 2 },
        hunks: [{ id: 'pr_one#1', state: 'open' }, { id: 'pr_one#2' }],
      },
    ]);
    await review.mark(['pr_one'], { decision: 'accept' }, { author: 'Ann' });
    expect(await text()).toEqual(plain());
    expect(await review.show('pr_o')).toMatchObject({
      hunks: [{ mark: { decision: 'accept', by: { name: 'Ann' } } }, { mark: {} }],
    });
  });

  test('one change is applied, the other stays proposed under its number, until the proposal is closed', async () => {
    await review.mark(['pr_one#2'], { decision: 'accept' });
    const first = await review.apply();
    expect(first).toMatchObject({ accepted: ['pr_one#2'], left: 1, scenes: [{ number: 2 }] });
    expect(await text()).toEqual([...plain(), blockText(gulls)]);
    expect((await review.list()).map(({ hunks }) => hunks.map(({ id }) => id))).toEqual([['pr_one#1']]);
    await expect(review.mark(['pr_one#2'], { decision: 'reject' })).rejects.toMatchObject({
      code: 'markup/not-found',
      message: expect.stringMatching(/applied already/),
    });
    await review.mark(['pr_one'], { decision: 'reject' });
    expect(await review.apply()).toMatchObject({ rejected: ['pr_one#1'], left: 0 });
    expect(await review.list()).toEqual([]);
    await expect(review.show('pr_one')).rejects.toMatchObject({ message: expect.stringMatching(/closed/) });
    expect(await text()).toEqual([...plain(), blockText(gulls)]);
  });

  test('what is taken is kept with the steps that wrote it, and what is edited is the person’s', async () => {
    await review.mark(['pr_one#1'], { decision: 'accept' });
    await review.mark(['pr_one#2'], { decision: 'edit', text: 'Gulls. Nothing else.\n\nTOM\nWell.' });
    await review.apply({}, { author: 'Ann' });
    expect(await text()).toEqual([blockText(rain), ...plain(), 'Gulls. Nothing else.', 'TOM\nWell.']);
    const edit = (await project.prepare()).story.markup?.edits.get(scene);
    expect(edit?.by.name).toBe('Ann');
    expect(edit?.taken).toMatchObject([{ block: rain, keys: ['k1:a'], from: 'pr_one', model: 'acme/large' }]);
  });

  test('a decision can be changed and taken back, also by somebody else', async () => {
    await review.mark(['pr_one#1'], { decision: 'accept' });
    await review.mark(['pr_one#1'], { decision: 'undecided' }, { author: 'Bo' });
    await review.mark(['pr_one#1'], { decision: 'reject' }, { author: 'Bo' });
    expect((await review.show('pr_one')).hunks).toMatchObject([
      { mark: { decision: 'reject', by: { name: 'Bo' } } },
      {},
    ]);
    await review.mark(['pr_one'], { decision: 'undecided' });
    expect(await review.apply()).toEqual({
      accepted: [],
      edited: [],
      rejected: [],
      refused: [],
      scenes: [],
      entries: [],
      notes: [],
      left: 2,
    });
  });

  test('a change whose place a person changed is stale: accepting it is refused, and changes nothing', async () => {
    const own = generated.with(0, {
      type: 'action',
      text: 'Nothing here is as it was, and nobody says a word about it.',
    });
    await review.mark(['pr_one#1', 'pr_one#2'], { decision: 'accept' });
    await put({ kind: 'edit', id: scene, document: toJson({ base: generated, text: [gulls, ...own, rain, rain] }) });
    const before = await text();
    expect(await review.apply()).toMatchObject({
      accepted: [],
      refused: [
        { id: 'pr_one#1', state: 'stale' },
        { id: 'pr_one#2', state: 'stale' },
      ],
      left: 2,
    });
    expect(await text()).toEqual(before);
    await expect(review.mark(['pr_one#1'], { decision: 'accept' })).rejects.toMatchObject({ code: 'markup/conflict' });
    expect(await review.mark(['pr_one'], { decision: 'accept' })).toEqual([]);
  });

  test('nothing goes into a locked scene, and who locked it is told', async () => {
    await put({ kind: 'lock', id: 'lk_1', document: { scope: 'scene', scene } });
    const locked = { code: 'markup/locked', message: expect.stringMatching(/reviser/) };
    await expect(review.mark(['pr_one#1'], { decision: 'accept' })).rejects.toMatchObject(locked);
    await expect(review.mark(['pr_one#1'], { decision: 'edit', text: 'No.' })).rejects.toMatchObject(locked);
    await review.mark(['pr_one'], { decision: 'reject' });
    expect(await review.apply()).toMatchObject({ rejected: ['pr_one#1', 'pr_one#2'], left: 0 });
  });

  test.each([
    ['pr_onee', /Did you mean pr_one\?/],
    ['pr_one#7', /#1 to #2/],
    ['pr_one#x', /#1 to #2/],
    ['', /review list/],
  ])('%j names nothing, and what was probably meant is told', async (id, hint) => {
    await expect(review.mark([id], { decision: 'accept' })).rejects.toMatchObject({
      code: 'markup/not-found',
      hint: expect.stringMatching(hint),
    });
  });

  test.each([
    ['  \n ', /empty/],
    ['INT. ELSEWHERE - DAY\n\nRain.', /scene heading/],
  ])('the text %j is no change of a scene', async (written, message) => {
    await expect(review.mark(['pr_one#1'], { decision: 'edit', text: written })).rejects.toMatchObject({
      code: 'markup/invalid',
      message: expect.stringMatching(message),
    });
  });

  test('one text does not stand for two changes', async () => {
    await expect(review.mark(['pr_one'], { decision: 'edit', text: 'Rain.' })).rejects.toMatchObject({
      code: 'markup/invalid',
    });
  });
});

test('a note is settled when something that answers it is taken, and stays open when that is rejected', async () => {
  const note = {
    scene,
    source: 'dramaturge',
    rule: 'scene/weather',
    severity: 'minor',
    message: 'No weather.',
    state: 'open',
  };
  for (const id of ['nt_1', 'nt_2']) await put({ kind: 'note', id, document: note });
  await propose('pr_one', { text: [rain, ...generated], notes: ['nt_1'] });
  await propose('pr_two', { text: [...generated, gulls], notes: ['nt_2'] });
  await review.mark(['pr_one'], { decision: 'accept' });
  await review.mark(['pr_two'], { decision: 'reject' });
  expect(await review.apply()).toMatchObject({ notes: ['nt_1'] });
  const { story } = await project.prepare();
  expect(story.markup?.notes.map(({ id, state }) => [id, state]).sort()).toEqual([
    ['nt_1', 'settled'],
    ['nt_2', 'open'],
  ]);
});

test('two proposals for one scene are applied together, whatever the order of the decisions', async () => {
  await propose('pr_one', { text: [rain, ...generated] });
  await propose('pr_two', { text: [...generated, gulls] });
  await review.mark(['pr_two', 'pr_one'], { decision: 'accept' });
  expect(await review.apply()).toMatchObject({ accepted: ['pr_one#1', 'pr_two#1'] });
  expect(await text()).toEqual([blockText(rain), ...plain(), blockText(gulls)]);
});

describe('a scene that was written anew where a person changed it', () => {
  const mine: Block = { type: 'action', text: 'She counts the planks. There is one too many.' };
  const old: Block = { type: 'action', text: 'She counts the planks of the landing.' };
  beforeEach(async () => {
    const document = toJson({ base: generated.with(0, old), text: generated.with(0, mine) });
    await put({ kind: 'edit', id: scene, document });
  });

  test('the person’s text stands, and the generated one is proposed', async () => {
    expect((await text())[0]).toBe(blockText(mine));
    const [{ id, origin, hunks } = { id: '', origin: '', hunks: [] }] = await review.list();
    expect({ id, origin, hunks }).toMatchObject({
      ...{ id: expect.stringMatching(/^mc_/), origin: 'merge' },
      hunks: [{ id: `${id}#1`, state: 'open', base: [mine], text: [{ type: generated[0]?.type }] }],
    });
  });

  test.each([
    ['accept', () => plain()],
    ['reject', () => [blockText(mine), ...plain().slice(1)]],
    ['edit', () => ['Enough.', ...plain().slice(1)]],
  ] as const)('%s decides it, once and for all', async (decision, expected) => {
    const [{ id } = { id: '' }] = await review.list();
    await review.mark([id], decision === 'edit' ? { decision, text: 'Enough.' } : { decision });
    const { scenes, left } = await review.apply();
    expect(left).toBe(0);
    expect(scenes.length).toBe(decision === 'reject' ? 0 : 1);
    expect(await text()).toEqual(expected());
    expect(await review.list()).toEqual([]);
    expect((await project.prepare()).story.markup?.marks).toEqual([]);
  });
});

describe('a change of the bible', () => {
  test('one field is taken, another not, in one change set with the text', async () => {
    const open = await project.bible();
    const [person] = (await open.list()).filter(({ kind }) => kind === 'character');
    const id = person?.id ?? '';
    const want = String(person?.document['want']);
    const changes = [
      { field: 'want', from: want, to: 'To be found.' },
      { field: 'need', from: String(person?.document['need']), to: 'To be lost.' },
    ];
    await proposeEntry({ type: 'update', entry: id, changes });
    await propose('pr_one', { text: [rain, ...generated] });
    expect(await review.list({ origin: 'bible' })).toMatchObject([
      { origin: 'bible', hunks: [{ field: 'want', to: 'To be found.' }, { field: 'need' }] },
    ]);
    await review.mark(['pr_bible#1', 'pr_one'], { decision: 'accept' });
    await review.mark(['pr_bible#2'], { decision: 'edit', text: 'To be left alone.' });
    const { changeSet, entries } = await review.apply();
    expect(entries).toEqual([person?.name]);
    expect((await open.get(id)).document).toMatchObject({ want: 'To be found.', need: 'To be left alone.' });
    const set = await storage.bibles.getChangeSet(changeSet ?? '');
    expect([set?.versions.length, set?.records.map(({ kind }) => kind).sort()]).toEqual([
      1,
      ['edit', 'mark', 'mark', 'mark', 'proposal', 'proposal'],
    ]);
  });

  test('a field that was changed since is stale, and one that is locked is not changed', async () => {
    const open = await project.bible();
    const [person] = (await open.list()).filter(({ kind }) => kind === 'character');
    const id = person?.id ?? '';
    const changes = [
      { field: 'want', from: 'Something else.', to: 'To be found.' },
      { field: 'need', from: String(person?.document['need']), to: 'To be lost.' },
    ];
    await open.update(id, { locked: ['need'] });
    await proposeEntry({ type: 'update', entry: id, changes });
    expect((await review.show('pr_bible')).hunks.map(({ state }) => state)).toEqual(['stale', 'locked']);
    await expect(review.mark(['pr_bible#2'], { decision: 'accept' })).rejects.toMatchObject({ code: 'markup/locked' });
  });

  test('a new entry counts when it is accepted', async () => {
    const entry = {
      id: 'ch_new',
      kind: 'theme',
      name: 'Left hands',
      document: { question: 'What does a hand know?' },
    };
    await proposeEntry({ type: 'create', entry });
    await review.mark(['pr_bible'], { decision: 'accept' });
    expect(await review.apply()).toMatchObject({ entries: ['Left hands'] });
    expect((await (await project.bible()).get('Left hands')).state).toBe('accepted');
  });
});
