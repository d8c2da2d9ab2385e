import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ErrorCode, ScriptGenError, toJson } from '../src/core/index.ts';
import type { ModelRequest, Provider } from '../src/llm/index.ts';
import { createOfflineWriter } from '../src/offline/index.ts';
import { openProject, type Project, type ScriptTakes } from '../src/project.ts';
import type { Block } from '../src/screenplay/index.ts';
import { openSqlite } from '../src/storage/index.ts';
import { scratch } from './support/cli.ts';

let folder: ReturnType<typeof scratch>;
let project: Project;
let takes: ScriptTakes;
let script: string;
let scene: string;
beforeEach(async () => {
  folder = scratch();
  project = await openProject({ dir: folder.dir, env: {}, detect: false });
  script = (await project.write({ logline: 'A ferryman learns that the far bank has moved overnight.', scenes: 3 }))
    .script.id;
  scene = (await project.getOutline()).cards[1]?.id ?? '';
  takes = await project.takes();
});
afterEach(async () => {
  await project.close();
  folder.remove();
});

/** The scene as it reads. */
const text = async (): Promise<readonly string[]> => (await takes.show('2')).lines.map((line) => line.text);
const textOf = async (take: number): Promise<readonly string[]> =>
  (await takes.show('2', take)).lines.map((line) => line.text);
const stale = async (): Promise<readonly number[]> => (await project.plan()).scenes.map(({ number }) => number);

async function put(kind: 'edit' | 'lock', id: string, document: object): Promise<void> {
  const storage = await openSqlite(join(folder.dir, '.scriptgen', 'scriptgen.db'));
  const writes = [{ type: 'record' as const, kind, id, expected: 0, document: toJson(document) }];
  await storage.bibles.write({ script, writes, author: { type: 'person', name: 'Ann' }, reason: '' });
  await storage.close();
}

test('takes are written beside each other, are kept, and change nothing of the scene or of what is fresh', async () => {
  const before = await text();
  const report = await takes.write('2', { count: 2 });
  expect(report.takes.map(({ number, blocks }) => [number, (blocks?.length ?? 0) > 0])).toEqual([
    [1, true],
    [2, true],
  ]);
  expect(report.tally.asked).toBeGreaterThan(1);
  expect(await text()).toEqual(before);
  expect(await stale()).toEqual([]);
  const texts = [before, await textOf(1), await textOf(2)].map((lines) => lines.join('\n'));
  expect(new Set(texts).size).toBe(3);
  expect(await takes.list('2')).toMatchObject({
    scene: { number: 2 },
    chosen: 0,
    takes: [{ number: 1 }, { number: 2 }],
  });
  expect((await takes.list('1')).takes).toEqual([]);
});

test('numbers go up, and an instruction is kept with its take', async () => {
  await takes.write('2', { count: 1 });
  const { takes: more } = await takes.write(scene, { count: 2, instruction: 'Let nobody say a word.' });
  expect(more.map(({ number, instruction }) => [number, instruction])).toEqual([
    [2, 'Let nobody say a word.'],
    [3, 'Let nobody say a word.'],
  ]);
});

describe('choosing a take', () => {
  beforeEach(async () => void (await takes.write('2', { count: 2 })));

  test('the scene reads so at once, costs nothing, is fresh, and a build keeps to it; an undo takes it back', async () => {
    const before = await text();
    expect(await takes.use('2', 2, { author: 'Ann' })).toMatchObject({ inPlace: true, scene: { number: 2 } });
    expect(await text()).toEqual(await textOf(2));
    expect(await stale()).toEqual([]);
    expect((await project.build()).tally.asked).toBe(0);
    expect((await takes.list('2')).chosen).toBe(2);
    await project.undo();
    expect((await takes.list('2')).chosen).toBe(0);
    expect((await project.build()).tally.asked).toBe(0);
    expect(await text()).toEqual(before);
  });

  test('what its takes were made from is in use, and is not thrown away', async () => {
    await project.build();
    await project.cache().gc({ unused: true });
    expect(await takes.use('2', 2)).toMatchObject({ inPlace: true });
  });

  test('what a person wrote stays over it', async () => {
    const current = (await project.prepare()).story;
    const draft = await drafted(current.script.id);
    const mine: Block = { type: 'action', text: 'She counts the planks twice.' };
    await put('edit', scene, { base: draft, text: [...draft, mine] });
    await takes.use('2', 1);
    expect((await text()).at(-1)).toBe('She counts the planks twice.');
  });

  test('one whose scene reads something else by now is chosen, and left to the next build', async () => {
    const bible = await project.bible();
    const [theme] = (await bible.list()).filter(({ kind }) => kind === 'theme');
    await bible.setField(theme?.name ?? '', 'question', 'What does a bank owe a river?');
    const before = await text();
    expect(await takes.use('2', 1)).toMatchObject({ inPlace: false });
    expect(await text()).toEqual(before);
    expect(await stale()).toContain(2);
  });

  test('a locked scene keeps its text, though takes of it can be written', async () => {
    await put('lock', 'lk_1', { scope: 'scene', scene });
    const before = await text();
    await expect(takes.use('2', 1)).rejects.toMatchObject({
      code: 'markup/locked',
      message: expect.stringMatching(/Ann/),
    });
    await expect(takes.mix('2', [{ take: 1, from: 1, to: 1 }])).rejects.toMatchObject({ code: 'markup/locked' });
    expect((await takes.write('2', { count: 1 })).takes).toMatchObject([{ number: 3 }]);
    expect(await text()).toEqual(before);
  });
});

describe('lines of takes', () => {
  beforeEach(async () => void (await takes.write('2', { count: 2 })));

  test('they go into the scene with the steps that wrote them, and nothing else goes', async () => {
    const before = await text();
    const { lines, take } = await takes.show('2', 1);
    const own = lines.filter(({ text: line }) => line !== '' && !before.includes(line));
    const [line] = own;
    const mixed = await takes.mix('2', [{ take: 1, from: line?.number ?? 0, to: line?.number ?? 0 }], { after: 0 });
    expect(mixed.diff.changes.filter(({ type }) => type !== 'kept')).toMatchObject([{ type: 'inserted', to: 0 }]);
    const now = await text();
    expect(now[0]).toBe(lines.find(({ block }) => block === line?.block)?.text);
    expect(now).toEqual(expect.arrayContaining([...before]));
    const edit = (await project.prepare()).story.markup?.edits.get(scene);
    expect(edit?.taken).toMatchObject([{ from: 'take/1', keys: take?.keys, model: take?.model }]);
    await project.undo();
    expect(await text()).toEqual(before);
  });

  test('a whole take, line for line, has all of its lines in the scene', async () => {
    const { lines } = await takes.show('2', 2);
    await takes.mix('2', [{ take: 2, from: 1, to: lines.length }]);
    expect(await text()).toEqual(expect.arrayContaining(lines.map(({ text: line }) => line)));
  });

  test('the same lines once more change nothing', async () => {
    const picks = [{ take: 2, from: 1, to: 4 }];
    await takes.mix('2', picks);
    const first = await text();
    expect(await takes.mix('2', picks)).not.toHaveProperty('changeSet');
    expect(await text()).toEqual(first);
  });

  test('a take is proposed once, and accepting all of it makes the scene read like it', async () => {
    const id = await takes.propose('2', 1);
    expect(await takes.propose('2', 1)).toBe(id);
    const review = await project.review();
    expect(await review.list()).toMatchObject([{ id, origin: 'take' }]);
    await review.mark([id], { decision: 'accept' });
    await review.apply();
    expect(await text()).toEqual(await textOf(1));
    await expect(takes.propose('2', 1)).rejects.toMatchObject({ code: 'markup/invalid' });
  });

  test.each([
    [() => takes.show('2', 7), /Its takes are 1, 2/],
    [() => takes.mix('2', [{ take: 1, from: 900, to: 901 }]), /lines 1 to/],
    [() => takes.mix('2', [{ take: 1, from: 1, to: 2 }], { after: 900 }), /lines 1 to/],
    [() => takes.use('2', 9), /Its takes are 1, 2/],
    [() => takes.diff('2', 1, 8), /Its takes are 1, 2/],
    [() => takes.show('1', 1), /scriptgen take 1/],
  ])('what is not there is told, with what is (%#)', async (ask, hint) => {
    await expect(ask()).rejects.toMatchObject({ code: 'markup/not-found', hint: expect.stringMatching(hint) });
  });
});

test.each([[{ count: 0 }], [{ count: 21 }], [{ count: 1.5 }], [{ instruction: '  ' }]])(
  '%j writes no take',
  async (how) => {
    await expect(takes.write('2', how)).rejects.toMatchObject({ code: 'input/invalid' });
    expect((await takes.list('2')).takes).toEqual([]);
  },
);

test('a difference is from the scene to the take, and none from a take to itself', async () => {
  await takes.write('2', { count: 1 });
  expect((await takes.diff('2', 1)).changes.some(({ type }) => type !== 'kept')).toBe(true);
  expect((await takes.diff('2', 1, 1)).changes.every(({ type }) => type === 'kept')).toBe(true);
});

async function drafted(id: string): Promise<readonly Block[]> {
  const storage = await openSqlite(join(folder.dir, '.scriptgen', 'scriptgen.db'));
  const draft = (await storage.runs.loadArtifacts(id)).get(scene) as unknown as { readonly blocks: readonly Block[] };
  await storage.close();
  return draft.blocks;
}

describe('with a model that does not always answer', () => {
  const failing = (fails: (request: ModelRequest) => ErrorCode | undefined): Provider => {
    const offline = createOfflineWriter();
    return {
      ...offline,
      name: 'acme',
      answer: async (request, ...rest) => {
        const code = fails(request);
        if (code !== undefined) throw new ScriptGenError({ code, message: 'it went wrong' });
        return offline.answer(request, ...rest);
      },
    };
  };
  const withModel = async (fails: (request: ModelRequest) => ErrorCode | undefined): Promise<ScriptTakes> => {
    await project.close();
    project = await openProject({
      dir: folder.dir,
      env: {},
      detect: false,
      model: 'acme/large',
      providers: [failing(fails)],
    });
    return project.takes();
  };

  test('one take that fails leaves the others alone, and its number is not used again', async () => {
    const own = await withModel(({ task }) =>
      task.take === 2 && task.name === 'scene.direct' ? 'model/refused' : undefined,
    );
    const { takes: written, stopped } = await own.write('2', { count: 3 });
    expect(written.map(({ number, error }) => [number, error?.code])).toEqual([
      [1, undefined],
      [2, 'model/refused'],
      [3, undefined],
    ]);
    expect(stopped).toBeUndefined();
    await expect(own.show('2', 2)).rejects.toMatchObject({
      code: 'markup/not-found',
      message: expect.stringMatching(/failed/),
    });
    expect((await own.write('2', { count: 1 })).takes.map(({ number }) => number)).toEqual([4]);
  });

  test('what had come when it was stopped is kept, and the same numbers go on without paying twice', async () => {
    const stop = new AbortController();
    const own = await withModel(() => undefined);
    const first = await own.write('2', {
      count: 3,
      stop: stop.signal,
      onEvent: (event) => {
        if (event.type === 'scene-end') stop.abort();
      },
    });
    expect(first.takes.length).toBeGreaterThan(0);
    const had = first.takes.map(({ number }) => number);
    expect((await own.list('2')).takes.map(({ number }) => number)).toEqual(had);
    if (had.length === 3) return;
    const rest = await own.write('2', { count: 3 - had.length });
    expect(rest.takes.map(({ number }) => number)).toEqual([1, 2, 3].filter((number) => !had.includes(number)));
  });

  test('a key that does not hold ends it, and nothing counts as a take', async () => {
    const own = await withModel(() => 'model/unauthorized');
    expect(await own.write('2', { count: 2 })).toMatchObject({ takes: [], stopped: { code: 'model/unauthorized' } });
    expect((await own.list('2')).takes).toEqual([]);
  });
});
