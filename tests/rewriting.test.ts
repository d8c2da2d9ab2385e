import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../src/core/index.ts';
import { openProject, type Project } from '../src/project.ts';
import { type Block, sameBlock } from '../src/screenplay/index.ts';
import { openSqlite } from '../src/storage/index.ts';
import { type ScriptedModel, scriptedModel } from '../src/testing/index.ts';
import { scratch } from './support/cli.ts';

const LOGLINE = 'A small-town pawnbroker discovers the ring she bought belongs to a dead bride';
const folder = scratch();
let project: Project;
let model: ScriptedModel;
let script: string;

/** What the model says to a task; the next test says otherwise. */
let answers: Readonly<Record<string, (input: Asked) => Json>> = {};

interface Asked {
  readonly elements: readonly { readonly type: string; readonly text: string; readonly character: string }[];
  readonly notes: readonly { readonly quote: string; readonly element?: number }[];
  readonly held: readonly number[];
  readonly a: readonly { readonly text: string }[];
  readonly b: readonly { readonly text: string }[];
}

beforeAll(async () => {
  const offline = await openProject({ dir: folder.dir, env: {} });
  script = (await offline.write({ logline: LOGLINE, scenes: 4 })).script.id;
  await offline.close();
  model = scriptedModel(({ task: { name, input } }) => {
    const answer = answers[name];
    if (answer === undefined) return new Error(`nobody answers ${name}`);
    return answer(input as unknown as Asked);
  });
  project = await openProject({ dir: folder.dir, env: {}, providers: [model], model: 'scripted/m' });
});

afterAll(async () => {
  await project.close();
  folder.remove();
});

const DULL = 'That is dull.';
const NO_NOTES = { lenses: { pacing: 'a', tension: 'b', subtext: 'c' }, notes: [], keep: [] };

/** A reviser that puts a text in the place of what is quoted, or of the first line that may be changed. */
function writes(text: string): (input: Asked) => Json {
  return ({ elements, notes, held }) => {
    const free = elements.findIndex(({ type }, at) => type === 'line' && !held.includes(at + 1)) + 1;
    const element = notes[0]?.element ?? free;
    return {
      patches: [{ note: 1, element, with: [{ ...elements[element - 1], text }] }],
      declined: [],
    } as unknown as Json;
  };
}

/** A judge that prefers the version with this text, whichever comes first. */
function likes(text: string): (input: Asked) => Json {
  return ({ a, b }) => {
    const [inA, inB] = [a, b].map((version) => version.some((element) => element.text === text));
    return { reasons: 'It acts.', better: inA === inB ? 'tie' : inA ? 'A' : 'B' };
  };
}

async function sceneBlocks(number: number): Promise<readonly Block[]> {
  const { children } = await project.getScreenplay(script);
  const headings = children.flatMap((block, at) => (block.type === 'sceneHeading' ? [at] : []));
  return children.slice((headings[number - 1] ?? 0) + 1, headings[number] ?? children.length);
}

async function firstSpeech(number: number): Promise<string> {
  const dialogue = (await sceneBlocks(number)).find((block) => block.type === 'dialogue');
  return dialogue?.parts.find(({ type }) => type === 'speech')?.text ?? '';
}

test('what a person asks for is proposed, and nothing changes before it is applied', async () => {
  answers = { 'rewrite.patch': writes('Out.'), 'scene.judge': likes('Out.') };
  const before = await project.getScreenplay(script);
  const report = await project.rewrite({ script, scenes: ['1'], instruction: 'Colder.', author: 'R. Lund' });
  expect(report.scenes).toMatchObject([
    { number: 1, state: 'proposed', settled: [expect.stringMatching(/^nt_/)], left: 0 },
  ]);
  expect(await project.getScreenplay(script)).toEqual(before);
  const { story } = await project.prepare({ script });
  const [proposal] = story.markup?.proposals ?? [];
  expect(proposal).toMatchObject({ origin: 'rewrite', model: 'scripted/m', notes: report.scenes[0]?.settled });
  const [note] = await (await project.sceneNotes(script)).list({ scene: '1' });
  expect(note).toMatchObject({ message: 'Colder.', source: 'person', by: { name: 'R. Lund' }, state: 'open' });
  const asked = model.requests.length;
  const again = await project.rewrite({ script, scenes: ['1'], instruction: 'Colder.' });
  expect(again.scenes[0]?.proposal).toBe(report.scenes[0]?.proposal);
  expect(model.requests).toHaveLength(asked);
});

test('with apply it is one change set that a person made: the edit knows the steps, the note is settled, the rest stays', async () => {
  answers = { 'rewrite.patch': writes('Go.'), 'scene.judge': likes('Go.') };
  const before = await sceneBlocks(2);
  const report = await project.rewrite({ script, scenes: ['2'], instruction: 'Shorter.', apply: true });
  expect(report).toMatchObject({ scenes: [{ state: 'applied' }], changeSet: expect.any(String) });
  const after = await sceneBlocks(2);
  expect(await firstSpeech(2)).toBe('Go.');
  expect(after.filter((block, at) => !sameBlock(block, before[at] ?? block))).toHaveLength(1);
  const { story } = await project.prepare({ script });
  const card = story.outline.cards[1]?.id ?? '';
  expect(story.markup?.edits.get(card)?.taken).toMatchObject([
    { model: 'scripted/m', from: report.scenes[0]?.proposal, keys: expect.arrayContaining([expect.any(String)]) },
  ]);
  const notes = await (await project.sceneNotes(script)).list({ scene: '2', all: true });
  expect(notes).toMatchObject([{ message: 'Shorter.', state: 'settled' }]);
  expect(story.markup?.proposals.filter(({ scene }) => scene === card)).toEqual([]);
});

test.each<[string, (input: Asked) => Json, RegExp]>([
  ['prefers whatever comes second', () => ({ reasons: 'Second.', better: 'B' }), /other order/],
  [
    'prefers what stands',
    ({ a }) => ({ reasons: 'As it was.', better: a.some(({ text }) => text === DULL) ? 'B' : 'A' }),
    /preferred what stands/,
  ],
])('a judge that %s lets nothing through', async (_, judge, why) => {
  answers = { 'rewrite.patch': writes(DULL), 'scene.judge': judge };
  const report = await project.rewrite({ script, scenes: ['3'], instruction: `Do ${why.source}.` });
  expect(report.scenes).toMatchObject([{ state: 'unchanged', stopped: 'nothing-accepted', left: 1 }]);
  expect(report.scenes[0]?.decisions[0]).toMatchObject({ accepted: false, why: expect.stringMatching(why) });
});

test('a patch by which a rule finds more than before is refused, whatever a judge would say', async () => {
  const { story } = await project.prepare({ script });
  const name = story.bible.entries.find(({ kind }) => kind === 'character')?.name ?? '';
  const texts = [`${name}'s eyes are blue.`, `${name}'s eyes are brown.`, 'An *open mark.'];
  answers = {
    'rewrite.patch': ({ elements }) => {
      const places = elements.flatMap(({ type }, at) => (type === 'action' ? [at] : []));
      const patches = texts.map((text, at) => ({ place: places[at] ?? 0, text }));
      return {
        patches: patches.map(({ place, text }) => ({
          note: 1,
          element: place + 1,
          with: [{ ...elements[place], text }],
        })),
        declined: [],
      } as unknown as Json;
    },
    'scene.judge': likes(texts[0] ?? ''),
  };
  const report = await project.rewrite({ script, scenes: ['3'], instruction: 'Show their eyes.' });
  expect(report.scenes[0]?.decisions).toMatchObject([
    { accepted: true },
    { accepted: false, why: expect.stringContaining('continuity/changed-fact') },
    { accepted: false, why: expect.stringContaining('text/open-mark') },
  ]);
});

test('a locked scene is refused with who and when, a locked line stands, and so does what a person wrote', async () => {
  const { story } = await project.prepare({ script });
  const [, , third, fourth] = story.outline.cards.map(({ id }) => id);
  const blocks = await sceneBlocks(3);
  const line = blocks.find(({ type }) => type === 'dialogue') ?? blocks[0];
  const own: Block = {
    type: 'dialogue',
    name:
      story.bible.entries.find(({ id }) => id === story.outline.cards[2]?.speakers[0])?.name.toUpperCase() ?? 'MAYA',
    extensions: [],
    parts: [{ type: 'speech', text: 'Mine.' }],
  };
  await write([
    { kind: 'lock', id: 'lk_1', document: { scope: 'scene', scene: fourth } },
    { kind: 'lock', id: 'lk_2', document: { scope: 'line', scene: third, blocks: [line] } },
    { kind: 'edit', id: third ?? '', document: { base: blocks, text: [...blocks, own] } },
  ]);
  await expect(project.rewrite({ script, scenes: ['4'], instruction: 'Colder.' })).rejects.toMatchObject({
    code: 'markup/locked',
    message: expect.stringMatching(/locked by R\. Lund since \d{4}/),
  });
  answers = { 'critique.lens': () => ({ notes: [] }) };
  const all = await project.rewrite({ script, lenses: ['voice'] });
  expect(all.scenes[3]).toMatchObject({ state: 'left', why: expect.stringContaining('R. Lund') });

  const speech = (line?.type === 'dialogue' ? line.parts.find(({ type }) => type === 'speech')?.text : '') ?? '';
  const notes = await project.sceneNotes(script);
  const onLocked = await notes.add({ scene: '3', message: 'Cut.', quote: speech });
  const onOwn = await notes.add({ scene: '3', message: 'Shorter.', quote: 'Mine.' });
  answers = { 'rewrite.patch': writes('Ours.'), 'scene.judge': likes('Ours.') };
  const locked = await project.rewrite({ script, notes: [onLocked.id] });
  expect(locked.scenes[0]?.decisions[0]).toMatchObject({
    accepted: false,
    why: expect.stringMatching(/^locked by R\. Lund on/),
  });
  const mine = await project.rewrite({ script, notes: [onOwn.id] });
  expect(mine.scenes[0]?.decisions[0]).toMatchObject({ accepted: true });

  // A reader's note on a person's line, and an instruction that does not quote it, leave it alone.
  const card = third ?? '';
  answers = {
    'scene.critique': ({ elements }) => ({
      ...NO_NOTES,
      notes: [
        {
          ...{ rule: 'line/flat', severity: 'major', scope: 'element' },
          element: elements.length,
          quote: 'Mine.',
          message: 'Flat.',
          fix: 'Cut.',
        },
      ],
    }),
    'rewrite.patch': ({ elements, held }) =>
      ({
        patches: [{ note: 1, element: elements.length, with: [{ ...elements.at(-1), text: 'Ours.' }] }],
        declined: [{ note: 2, why: JSON.stringify(held) }],
      }) as unknown as Json,
    'scene.judge': likes('Ours.'),
  };
  const told = await project.rewrite({
    script,
    scenes: [card],
    instruction: 'Colder here.',
  });
  expect(told.scenes[0]?.decisions[0]).toMatchObject({
    accepted: false,
    why: expect.stringContaining('a person wrote it'),
  });
});

test('notes are kept once, told apart when their words are gone, and those that are dismissed do not come back', async () => {
  const speech = await firstSpeech(1);
  answers = {
    'scene.critique': ({ elements }) => {
      const element = elements.findIndex(({ text }) => text === speech) + 1;
      const note = { rule: 'line/on-the-nose', severity: 'major', scope: 'element', message: 'Told.', fix: 'Cut.' };
      return {
        ...NO_NOTES,
        notes: [
          { ...note, element, quote: speech },
          { ...note, element, quote: 'not there' },
        ],
      };
    },
    'critique.lens': ({ elements }) => {
      const element = elements.findIndex(({ text }) => text === speech) + 1;
      return {
        notes: [
          {
            rule: 'line/on-the-nose',
            severity: 'major',
            scope: 'element',
            element,
            quote: speech,
            message: 'Said aloud.',
            fix: 'Cut it.',
          },
        ],
      };
    },
  };
  const first = await project.critique({ script, scenes: ['1'] });
  const found = first.scenes[0]?.notes.filter(({ source }) => source === 'dramaturge') ?? [];
  expect(found).toMatchObject([{ quote: speech, source: 'dramaturge', state: 'open', by: { type: 'agent' } }]);
  const asked = model.requests.length;
  expect((await project.critique({ script, scenes: ['1'] })).scenes[0]).toMatchObject({ notes: [] });
  expect(model.requests).toHaveLength(asked);
  const lensed = await project.critique({ script, scenes: ['1'], lenses: ['subtext'] });
  expect(lensed.scenes[0]).toMatchObject({ notes: [] });
  expect(model.requests).toHaveLength(asked + 1);

  const notes = await project.sceneNotes(script);
  const id = found[0]?.id ?? '';
  expect(await notes.decide(id.slice(0, 9), 'dismissed', { reason: 'She lies.' })).toMatchObject({
    state: 'dismissed',
    reason: 'She lies.',
  });
  expect((await project.critique({ script, scenes: ['1'] })).scenes[0]?.notes).toEqual([]);
  await expect(project.rewrite({ script, notes: [id] })).rejects.toMatchObject({ code: 'markup/conflict' });

  const stale = await notes.add({ scene: '1', message: 'Longer.', quote: speech });
  const { story } = await project.prepare({ script });
  const card = story.outline.cards[0]?.id ?? '';
  const blocks = await sceneBlocks(1);
  await write([
    { kind: 'edit', id: card, document: { base: blocks, text: blocks.filter(({ type }) => type !== 'dialogue') } },
  ]);
  expect(await notes.show(stale.id)).toMatchObject({ state: 'stale' });
  await expect(project.rewrite({ script, notes: [stale.id] })).rejects.toMatchObject({
    code: 'markup/conflict',
    message: expect.stringContaining('gone'),
  });
});

test.each([
  [{ lenses: ['subtxt'] }, 'input/invalid', /subtext/],
  [{ scenes: ['99'] }, 'scene/not-found', /1 to 4/],
  [{ notes: ['nt_none'] }, 'markup/not-found', /note list/],
])('%j is refused with what would do', async (how, code, hint) => {
  await expect(project.rewrite({ script, ...how })).rejects.toMatchObject({ code, hint: expect.stringMatching(hint) });
});

test('a quote that does not stand in the scene is no note', async () => {
  const notes = await project.sceneNotes(script);
  await expect(notes.add({ scene: '2', message: 'Cut.', quote: 'not there' })).rejects.toMatchObject({
    code: 'markup/invalid',
  });
  await expect(notes.add({ scene: '2', message: ' ' })).rejects.toMatchObject({ code: 'markup/invalid' });
});

/** Write records as other parts of a project do. */
async function write(records: readonly { kind: 'lock' | 'edit'; id: string; document: object }[]): Promise<void> {
  const storage = await openSqlite(join(folder.dir, '.scriptgen', 'scriptgen.db'));
  await storage.bibles.write({
    script,
    writes: records.map((record) => ({ type: 'record', expected: 0, ...record, document: record.document as Json })),
    author: { type: 'person', name: 'R. Lund' },
    reason: '',
  });
  await storage.close();
}

test('a rewriting that is stopped leaves the proposals of the scenes that were done, and goes on from the journal', async () => {
  const dir = join(folder.dir, 'stopped');
  const offline = await openProject({ dir, env: {} });
  const written = (await offline.write({ logline: LOGLINE, scenes: 2 })).script.id;
  await offline.close();
  const stop = new AbortController();
  const scenes: string[] = [];
  const own = scriptedModel(async ({ task: { name, input } }) => {
    const asked = input as unknown as Asked;
    if (name === 'scene.judge') return likes('Out.')(asked);
    scenes.push(name);
    if (scenes.length === 2) {
      while ((await proposals()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      stop.abort();
    }
    return writes('Out.')(asked);
  });
  const opened = await openProject({ dir, env: {}, providers: [own], model: 'scripted/m' });
  const proposals = async () => (await opened.prepare({ script: written })).story.markup?.proposals ?? [];
  await expect(opened.rewrite({ instruction: 'Colder.', stop: stop.signal })).rejects.toMatchObject({
    code: 'run/aborted',
  });
  expect(await proposals()).toHaveLength(1);
  const asked = own.requests.length;
  const report = await opened.rewrite({ instruction: 'Colder.' });
  expect(report.scenes.map(({ state }) => state)).toEqual(['proposed', 'proposed']);
  expect(own.requests.length - asked).toBe(2);
  await opened.close();
});

test('a model that brings in too many faults is not let loose on its own, and still does what a person asks for', async () => {
  const { run } = await project.prepare({ script });
  const value = { 'scripted/m': { past: { accepted: 40, worse: 3 } } };
  await run.store.saveArtifacts(script, [{ name: 'rewriting', value }]);
  answers = { 'rewrite.patch': writes('Enough.'), 'scene.judge': likes('Enough.') };
  const alone = await project.rewrite({ script, scenes: ['2'] });
  expect(alone.notes).toMatchObject([
    { rule: 'rewrite/brings-in-faults', message: expect.stringMatching(/40 patches.* 3 /) },
  ]);
  expect(alone.scenes[0]).toMatchObject({ state: 'unchanged', spent: { asked: 0, journal: 0 } });
  const asked = await project.rewrite({ script, scenes: ['2'], instruction: 'End it.' });
  expect(asked.scenes[0]).toMatchObject({ state: 'proposed' });

  await run.store.saveArtifacts(script, [
    { name: 'rewriting', value: { 'scripted/m': { past: { accepted: 40, worse: 2 } } } },
  ]);
  answers = { ...answers, 'critique.lens': () => ({ notes: [] }) };
  expect((await project.rewrite({ script, scenes: ['2'], lenses: ['pacing'] })).notes).toEqual([]);
});
