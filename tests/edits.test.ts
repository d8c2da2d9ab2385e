import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toJson } from '../src/core/index.ts';
import { parseSource } from '../src/index.ts';
import { type EditDocument, edited, sameBlocks } from '../src/markup/index.ts';
import { draftsFrom } from '../src/orchestrator/index.ts';
import { openProject, type Project } from '../src/project.ts';
import { action, type Block, blockText, plainText, printFountain, scenesOf } from '../src/screenplay/index.ts';
import type { Order } from '../src/steps/index.ts';
import { openSqlite, type Storage } from '../src/storage/index.ts';
import { scratch } from './support/cli.ts';

/*
 * What people make of the text of a script: it is read wherever a scene is read, and stands whatever is generated.
 */

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';

let folder: ReturnType<typeof scratch>;
let project: Project;
let storage: Storage;
let script: string;
beforeEach(() => {
  folder = scratch();
});
afterEach(async () => {
  await storage.close();
  await project.close();
  folder.remove();
});

async function written(order: Order = 'parallel'): Promise<void> {
  project = await openProject({ dir: folder.dir, env: {}, detect: false, order });
  script = (await project.write({ logline: LOGLINE, scenes: 5 })).script.id;
  storage = await openSqlite(join(folder.dir, '.scriptgen', 'scriptgen.db'));
}

/** A scene as it reads, by number, without its heading. */
async function reads(number: number): Promise<readonly Block[]> {
  const scenes = scenesOf(await project.getScreenplay()).filter(({ heading }) => heading !== undefined);
  return scenes[number - 1]?.blocks.slice(1) ?? [];
}

/** Let a person make something of a scene. */
async function edit(
  number: number,
  change: (blocks: readonly Block[]) => readonly Block[],
  more: Partial<EditDocument> = {},
): Promise<string> {
  const { story } = await project.prepare();
  const id = story.outline.cards[number - 1]?.id ?? '';
  const { blocks = [] } = draftsFrom(await storage.runs.loadArtifacts(script)).get(id) ?? {};
  const document = edited(blocks, story.markup?.edits.get(id), change(await reads(number)));
  const [last] = await storage.bibles.listRecordVersions(script, { kind: 'edit', id });
  const { changeSet = '' } = await storage.bibles.write({
    script,
    writes: [
      { type: 'record', kind: 'edit', id, expected: last?.version ?? 0, document: toJson({ ...document, ...more }) },
    ],
    author: { type: 'person', name: 'Mara' },
    reason: 'hers',
  });
  return changeSet;
}

/** Change how somebody speaks who does in this scene, so that it is stale. */
async function makeStale(number: number): Promise<void> {
  const { story } = await project.prepare();
  const speaker = story.outline.cards[number - 1]?.speakers[0] ?? '';
  await (await project.bible()).setField(speaker, 'voice.sentences', 'Long ones, that never quite come to an end.');
}

const LINE = 'The river has three banks tonight.';
const withLine = (blocks: readonly Block[]): readonly Block[] => [...blocks, action(LINE)];
const textOf = (blocks: readonly Block[]): string => blocks.map((block) => plainText(blockText(block))).join('\n');
const numbers = (list: readonly { readonly number: number }[]): readonly number[] => list.map(({ number }) => number);

describe('an edit', () => {
  test('stands in all that is read of a script, costs nothing, and goes without a trace when it is undone', async () => {
    await written();
    const before = printFountain(await project.getScreenplay());
    const heading = { type: 'sceneHeading', text: 'EXT. THE OTHER BANK - DAWN' } as const;
    await edit(2, withLine, { heading });
    expect(printFountain(await project.getScreenplay())).toContain(`${LINE}\n`);
    expect(printFountain(await project.getScreenplay())).toContain(heading.text);
    expect((await project.plan()).scenes).toEqual([]);
    const report = await project.build({ continuity: 'off' });
    expect(report.tally.asked).toBe(0);
    const onward = await project.continue({ script, scenes: 1, fromScene: 3 });
    expect(printFountain(await project.getScreenplay(onward.script.id))).toContain(LINE);
    const [newest] = await storage.bibles.listChangeSets(script);
    const undone = await project.undo(newest?.id, {}, script);
    expect(printFountain(await project.getScreenplay(script))).toBe(before);
    const found = async () => (await project.bible(script)).search('river banks tonight');
    expect(await found()).toEqual([]);
    await project.undo(undone.changeSet, {}, script);
    expect(await found()).toMatchObject([{ in: 'scene' }]);
  });

  test('of a script that was taken over leaves every other byte of it as it was', async () => {
    await written();
    const text = [
      'INT. TOLL HOUSE - NIGHT #7#',
      '',
      'Rain.   It goes on.',
      '',
      '@McAvoy',
      '~la la',
      '',
      'The door.',
      '',
    ].join('\n');
    const source = await parseSource(new TextEncoder().encode(text), 'toll.fountain');
    script = (await project.continue({ source, scenes: 0 })).script.id;
    expect(printFountain(await project.getScreenplay(script))).toBe(text);
    await edit(1, (blocks) => blocks.with(2, action('The window.')));
    expect(printFountain(await project.getScreenplay(script))).toBe(text.replace('The door.', 'The window.'));
    expect((await project.status(script)).scenes).toMatchObject([{ state: 'pinned' }]);
  });

  test('stands when its scene is generated again, and what is generated anew stands around it', async () => {
    await written();
    const generated = await reads(2);
    await edit(2, ([first, ...rest]) => (first === undefined ? [] : [first, action(LINE), ...rest.slice(1)]));
    await makeStale(2);
    const report = await project.build();
    expect(report.scenes[1]?.state).toBe('written');
    const text = textOf(await reads(2));
    expect(text).toContain(LINE);
    const kept = generated.filter((block) => text.includes(textOf([block])));
    expect(kept.length).toBeLessThan(generated.length);
  });

  test('is read by the scenes that are written after it, and they are stale until they have', async () => {
    await written('story');
    const made = await edit(2, withLine);
    const plan = await project.plan();
    expect(numbers(plan.scenes)[0]).toBe(3);
    const asked = JSON.stringify(await project.render('3'));
    expect(asked).toContain(LINE);
    expect((await project.why('3')).changes.length).toBeGreaterThan(0);
    await project.undo(made);
    expect((await project.plan()).scenes).toEqual([]);
    expect(JSON.stringify(await project.render('3'))).not.toContain(LINE);
  });

  test('of what stands outside of the scenes is there too', async () => {
    await written();
    const front = {
      titlePage: { entries: [{ key: 'Title', lines: ['THE THIRD BANK'] }] },
      front: [action('Water.')],
      end: [],
    };
    await storage.bibles.write({
      script,
      writes: [{ type: 'record', kind: 'edit', id: 'front', expected: 0, document: toJson(front) }],
      author: { type: 'person', name: 'Mara' },
      reason: '',
    });
    const text = printFountain(await project.getScreenplay());
    expect(text).toMatch(/^Title: THE THIRD BANK\n\nWater\.\n\n(INT|EXT)/);
    expect(text).not.toContain('FADE');
  });
});

describe('what people keep', () => {
  test('locked lines stand byte for byte when their scene is generated again', async () => {
    await written();
    const markup = await project.markup();
    const before = await reads(2);
    const { lines } = await markup.lines('2');
    const third = lines.filter(({ block }) => block === 2).map(({ line }) => line);
    const fourth = lines.filter(({ block }) => block === 3).map(({ line }) => line);
    await markup.lock(`2:${third[0]}-${fourth.at(-1)}`, { author: 'Mara', reason: 'hers' });
    await makeStale(2);
    await project.build();
    const after = await reads(2);
    const at = [...after.keys()].find((from) => sameBlocks(after.slice(from, from + 2), before.slice(2, 4)));
    expect(at).toBeDefined();
    expect(sameBlocks(after, before)).toBe(false);
    expect((await markup.marks()).locks).toMatchObject([{ scope: 'line', by: { name: 'Mara' }, reason: 'hers' }]);
    const { lines: now } = await markup.lines('2');
    expect(now.filter(({ locked }) => locked).map(({ text }) => text)).toEqual(
      lines.filter(({ block }) => block === 2 || block === 3).map(({ text }) => text),
    );
    const [first] = now.filter(({ locked }) => locked);
    await markup.unlock(`2:${first?.line}`);
    expect((await markup.marks()).locks).toEqual([]);
  });

  test('a build leaves what is locked, approved and still fine, and says so', async () => {
    await written();
    const markup = await project.markup();
    for (const number of [1, 2, 3, 4]) await makeStale(number);
    const stale = numbers((await project.plan()).scenes);
    const [one = 0, two = 0, three = 0] = stale;
    const before = await Promise.all([one, two, three].map(reads));
    await markup.lock(String(one), { author: 'Mara', reason: 'shot already' });
    await markup.pin(String(two), { author: 'Tom' });
    await markup.markFine(String(three), { author: 'Mara', reason: 'it does not show' });
    const plan = await project.plan();
    expect(numbers(plan.scenes)).toEqual(stale.slice(3));
    expect(plan.leftScenes?.map(({ number, because }) => [number, because])).toEqual([
      [one, 'locked'],
      [two, 'pinned'],
      [three, 'fine'],
    ]);
    const { scenes } = await project.status();
    expect([one, two, three].map((number) => scenes[number - 1])).toMatchObject([
      { state: 'locked', stale: true },
      { state: 'pinned', stale: true },
      { state: 'fine' },
    ]);
    expect(await project.why(String(one))).toMatchObject({
      state: 'locked',
      kept: { by: { name: 'Mara' }, reason: 'shot already' },
    });
    expect(await project.why(String(three))).toMatchObject({ state: 'fine', kept: { reason: 'it does not show' } });
    const report = await project.build();
    expect([one, two, three].map((number) => report.scenes[number - 1])).toMatchObject([
      { state: 'left', because: 'locked' },
      { state: 'left', because: 'pinned' },
      { state: 'left', because: 'fine' },
    ]);
    expect(await Promise.all([one, two, three].map(reads))).toEqual(before);

    await expect(project.build({ scenes: [String(one)], rewrite: true })).rejects.toMatchObject({
      code: 'markup/locked',
      message: expect.stringMatching(/^Scene \d is locked by Mara since \d{4}-\d\d-\d\d: shot already\.$/),
    });
    const rewritten = await project.build({ scenes: [String(two)], rewrite: true });
    expect(rewritten.scenes[two - 1]?.state).toBe('written');
  });

  test('what is still fine is stale again as soon as anything else changes', async () => {
    await written();
    const markup = await project.markup();
    await makeStale(2);
    const [number = 0] = numbers((await project.plan()).scenes);
    await markup.markFine(String(number));
    expect(numbers((await project.plan()).scenes)).not.toContain(number);
    const { story } = await project.prepare();
    const speaker = story.outline.cards[number - 1]?.speakers[0] ?? '';
    await (await project.bible()).setField(speaker, 'voice.sentences', 'None at all.');
    expect(numbers((await project.plan()).scenes)).toContain(number);
    expect((await markup.marks()).fines).toMatchObject([{ number, holds: false }]);
    await expect(markup.markFine('99')).rejects.toMatchObject({ code: 'scene/not-found' });
    await markup.unmarkFine(String(number));
    expect((await markup.marks()).fines).toEqual([]);
  });

  test('a locked scene keeps its heading when its place is renamed', async () => {
    await written();
    const markup = await project.markup();
    const headingOf = async (): Promise<string | undefined> =>
      scenesOf(await project.getScreenplay()).flatMap(({ heading }) => heading ?? [])[0]?.text;
    const before = await headingOf();
    const { story } = await project.prepare();
    const rename = async (name: string): Promise<unknown> =>
      (await project.bible()).setField(story.outline.cards[0]?.setting ?? '', 'name', name);
    await markup.lock('1');
    await rename('The Drowned Chapel');
    expect(await headingOf()).toBe(before);
    await markup.unlock('1');
    expect(await headingOf()).toContain('THE DROWNED CHAPEL');
  });

  test('an act is locked with its scenes and their cards, the outline with all cards', async () => {
    await written();
    script = (await project.write({ logline: LOGLINE, scenes: 6, structure: 'three-act' })).script.id;
    const markup = await project.markup(script);
    const lock = await markup.lock('act:3', { author: 'Mara' });
    const { story } = await project.prepare({ script });
    const last = story.outline.cards.slice(4).map(({ id }) => id);
    expect(lock).toMatchObject({ scope: 'act', act: 'Act three', scenes: last });
    await expect(project.build({ script, scenes: ['6'], rewrite: true })).rejects.toMatchObject({
      code: 'markup/locked',
      message: expect.stringMatching(/^Act three is locked by Mara/),
    });
    const outline = await project.outline(script);
    await expect(outline.set('6', { fields: { goal: 'To drown.' } })).rejects.toMatchObject({ code: 'markup/locked' });
    await outline.set('1', { fields: { goal: 'To cross.' } });
    await markup.lock('outline');
    await expect(outline.set('1', { fields: { goal: 'To stay.' } })).rejects.toMatchObject({ code: 'markup/locked' });
    expect(await markup.unlock('act:act three')).toHaveLength(1);
    expect((await markup.marks()).locks).toMatchObject([{ scope: 'outline', on: 'the outline' }]);
  });

  test('what there is not cannot be locked or unlocked', async () => {
    await written();
    const markup = await project.markup();
    for (const [what, code, says] of [
      ['2:900', 'markup/not-found', /Nothing of scene 2 stands in the lines 900/],
      ['2:1', 'markup/not-found', /heading|Nothing/],
      ['2:9-3', 'input/invalid', /run backwards/],
      ['9', 'scene/not-found', /no scene "9"/],
      ['act:7', 'markup/not-found', /no act "7"/],
    ] as const)
      await expect(markup.lock(what)).rejects.toMatchObject({ code, message: expect.stringMatching(says) });
    await expect(markup.unlock('2')).rejects.toMatchObject({ code: 'markup/not-found' });
    await expect(markup.markFine('2')).rejects.toMatchObject({ code: 'markup/invalid' });
    await markup.lock('2');
    await expect(markup.lock('2')).rejects.toMatchObject({ code: 'markup/conflict' });
  });
});
