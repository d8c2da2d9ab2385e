import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { contentOf, type NewEntry, type SceneCard, type SourceWrite } from '../src/bibles/index.ts';
import { openProject } from '../src/index.ts';
import { openSqlite } from '../src/storage/index.ts';
import { card } from '../src/storage/suite/samples.ts';
import { scratch } from './support/cli.ts';

/*
 * Taking back what was changed in a script, whatever it is: entries, cards, records.
 */

const folder = scratch();
afterAll(() => folder.remove());

const RUNS = Number(process.env['RUNS'] ?? 12);
const AUTHOR = { type: 'person', name: 'Ann' } as const;
const SCENES = ['sc_1', 'sc_2', 'sc_3', 'sc_4', 'sc_5', 'sc_6'];

/** A script of four scenes and one person, the project, and its store. */
async function world(name: string) {
  const dir = join(folder.dir, name);
  const project = await openProject({ dir, env: {} });
  const { id } = await project.createScript({ title: name });
  const storage = await openSqlite(join(dir, '.scriptgen', 'scriptgen.db'));
  const { bibles } = storage;
  const write = async (...writes: readonly SourceWrite[]): Promise<string> =>
    (await bibles.write({ script: id, writes, author: AUTHOR, reason: 'changed' })).changeSet ?? '';
  const versionOf = async (kind: 'card' | 'edit' | 'note', of: string): Promise<number> =>
    (await bibles.listRecordVersions(id, { kind, id: of }))[0]?.version ?? 0;
  const changeCard = async (of: string, change: Partial<SceneCard>, more: object = {}): Promise<string> => {
    const { cards } = await bibles.loadOutline(id);
    const now = cards.find((one) => one.id === of) ?? card(of);
    return write({ type: 'card', id: of, expected: await versionOf('card', of), card: { ...now, ...change }, ...more });
  };
  const put = async (kind: 'edit' | 'note', of: string, document: string | null): Promise<string> =>
    write({ type: 'record', kind, id: of, expected: await versionOf(kind, of), document });
  const state = async () => ({
    cards: (await bibles.loadOutline(id)).cards.map(({ version: _, ...rest }) => rest),
    records: (await bibles.loadRecords(id))
      .map((one) => `${one.kind} ${one.id} ${JSON.stringify(one.document)}`)
      .sort(),
    entries: (await bibles.listEntries(id)).map((entry) => ({ id: entry.id, ...contentOf(entry) })),
  });
  const order = async () => (await bibles.loadOutline(id)).cards.map((one) => one.id);
  await write(
    { type: 'create', entry: person(0) },
    ...SCENES.slice(0, 4).map((of) => ({ type: 'card', id: of, expected: 0, card: card(of) }) as const),
  );
  const close = async (): Promise<void> => {
    await storage.close();
    await project.close();
  };
  return { project, bibles, id, write, versionOf, changeCard, put, state, order, close };
}

function person(number: number): NewEntry {
  return { id: `ch_${number}`, kind: 'character', name: `Person ${number}`, document: { want: '', fear: '' } };
}

describe('undo', () => {
  test('takes entries, cards and records that were changed together back together', async () => {
    const { project, bibles, write, state, close } = await world('together');
    const before = await state();
    const [entry] = await bibles.listEntries((await project.getScript()).id);
    if (entry === undefined) throw new Error('no entry');
    await write(
      { type: 'update', id: 'ch_0', expected: 1, content: { ...entry, aliases: ['Zero'] } },
      { type: 'card', id: 'sc_2', expected: 1, card: null },
      { type: 'card', id: 'sc_9', expected: 0, card: card('sc_9'), after: 'sc_1' },
      { type: 'record', kind: 'edit', id: 'sc_1', expected: 0, document: 'mine' },
    );
    const undone = await project.undo(undefined, { author: 'Ben', reason: 'no' });
    expect(undone.what).toEqual(['Person 0 v2', 'card of sc_2 taken away', 'card of scene 2', 'edit of scene 1']);
    expect(await state()).toEqual(before);
    const [back, changed] = await project.listChanges(undefined, { limit: 2 });
    expect(back).toMatchObject({ id: undone.changeSet, author: { name: 'Ben' }, reason: 'no', isUndone: false });
    expect(changed).toMatchObject({ id: undone.undone.id, isUndone: true });
    await close();
  });

  test('gives cards back the very places that others took in the same change', async () => {
    const { project, bibles, id, write, close } = await world('places');
    const placeOf = async (of: string): Promise<unknown> => {
      const [head] = await bibles.listRecordVersions(id, { kind: 'card', id: of });
      return JSON.parse(JSON.stringify(head?.document ?? null))?.position;
    };
    const before = [await placeOf('sc_2'), await placeOf('sc_3')];
    await write(
      { type: 'card', id: 'sc_2', expected: 1, card: null },
      { type: 'card', id: 'sc_3', expected: 1, card: null },
      { type: 'card', id: 'sc_9', expected: 0, card: card('sc_9'), after: 'sc_1' },
    );
    expect(before).toContain(await placeOf('sc_9'));
    await project.undo();
    expect([await placeOf('sc_2'), await placeOf('sc_3')]).toEqual(before);
    await close();
  });

  test('keeps what was changed since in other fields of a card, and where it was moved to', async () => {
    const { project, changeCard, bibles, id, order, close } = await world('fields');
    const first = await changeCard('sc_2', { goal: 'to leave', tension: 9 }, { after: null });
    await changeCard('sc_2', { pattern: 'farewell' }, { after: 'sc_4' });
    await project.undo(first);
    expect((await bibles.loadOutline(id)).cards.at(-1)).toEqual({ ...card('sc_2'), pattern: 'farewell', version: 4 });
    expect(await order()).toEqual(['sc_1', 'sc_3', 'sc_4', 'sc_2']);
    await close();
  });

  test('puts a card back where it stood, if nobody moved it since', async () => {
    const { project, changeCard, order, close } = await world('moved');
    const moved = await changeCard('sc_4', {}, { after: null });
    await changeCard('sc_4', { goal: 'to leave' });
    expect(await order()).toEqual(['sc_4', 'sc_1', 'sc_2', 'sc_3']);
    await project.undo(moved);
    expect(await order()).toEqual(['sc_1', 'sc_2', 'sc_3', 'sc_4']);
    await close();
  });

  test.each<readonly [what: string, first: (at: World) => Promise<string>, then: (at: World) => Promise<string>]>([
    [
      'a card in the same field',
      ({ changeCard }) => changeCard('sc_2', { beats: ['a'] }),
      ({ changeCard }) => changeCard('sc_2', { beats: ['a', 'b'] }),
    ],
    [
      'a new card',
      ({ changeCard }) => changeCard('sc_5', {}),
      ({ changeCard }) => changeCard('sc_5', { goal: 'to leave' }),
    ],
    [
      'a card that was taken out',
      ({ changeCard }) => changeCard('sc_2', { goal: 'to leave' }),
      async ({ write, versionOf }) =>
        write({ type: 'card', id: 'sc_2', expected: await versionOf('card', 'sc_2'), card: null }),
    ],
    ['an edit', ({ put }) => put('edit', 'sc_1', 'mine'), ({ put }) => put('edit', 'sc_1', 'mine, again')],
    ['a note', ({ put }) => put('note', 'no_1', 'louder'), ({ put }) => put('note', 'no_1', 'softer')],
  ])(
    'refuses to take back what was changed since: %s; names what is in the way, and changes nothing',
    async (what, first, then) => {
      const at = await world(`since-${what}`);
      const early = await first(at);
      const late = await then(at);
      const before = await at.state();
      await expect(at.project.undo(early)).rejects.toMatchObject({
        code: 'markup/conflict',
        message: expect.stringContaining('Ann'),
        hint: expect.stringContaining(`scriptgen undo ${late}`),
      });
      expect(await at.state()).toEqual(before);
      await at.project.undo(late);
      await at.project.undo(early);
      await at.close();
    },
  );

  test('an undo can be undone, and then it is the change itself that is taken back next', async () => {
    const { project, put, state, close } = await world('again');
    await put('edit', 'sc_1', 'mine');
    const with_ = await state();
    const { changeSet } = await project.undo();
    await project.undo(changeSet);
    expect(await state()).toEqual(with_);
    expect((await project.listChanges()).map(({ isUndone }) => isUndone)).toEqual([false, true, false, false]);
    const { undone } = await project.undo();
    expect(undone.records).toMatchObject([{ kind: 'edit', id: 'sc_1', version: 1 }]);
    await close();
  });

  test('of the bible takes back the last change of entries, and lists those alone', async () => {
    const { project, put, close } = await world('bible');
    const bible = await project.bible();
    await bible.create({ kind: 'character', name: 'Maya' });
    await bible.setField('Maya', 'want', 'Sleep.');
    await put('edit', 'sc_1', 'mine');
    expect((await bible.listChangeSets(1))[0]).toMatchObject({ reason: 'set want' });
    await bible.undo();
    expect((await bible.get('Maya')).document['want']).toBe('');
    expect((await project.listChanges(undefined, { limit: 2 })).map(({ what }) => what)).toEqual([
      ['Maya v3'],
      ['edit of scene 1'],
    ]);
    await close();
  });
});

test('undo changes nothing that is locked, and takes a lock itself back', async () => {
  const dir = join(folder.dir, 'locked');
  const project = await openProject({ dir, env: {} });
  const { script } = await project.write({ logline: 'A ferryman learns that the far bank has moved.', scenes: 2 });
  const storage = await openSqlite(join(dir, '.scriptgen', 'scriptgen.db'));
  const markup = await project.markup();
  await (await project.outline()).set('2', { fields: { goal: 'to wait' } });
  const [scene] = (await project.getOutline()).cards;
  const draft = (await storage.runs.loadArtifacts(script.id)).get(scene?.id ?? '') as unknown as { blocks: object[] };
  const text = [{ type: 'action', text: 'Rain.' }, ...draft.blocks];
  const document = JSON.parse(JSON.stringify({ base: draft.blocks, text }));
  await storage.bibles.write({
    ...{ script: script.id, author: AUTHOR, reason: 'rain' },
    writes: [{ type: 'record', kind: 'edit', id: scene?.id ?? '', expected: 0, document }],
  });
  const before = await project.getScreenplay();
  await markup.lock('1', { author: 'Ann' });
  await markup.lock('outline', { author: 'Ann' });
  const [, , edited, set] = await project.listChanges();
  for (const change of [edited, set])
    await expect(project.undo(change?.id)).rejects.toMatchObject({
      code: 'markup/locked',
      message: expect.stringContaining('Ann'),
    });
  expect(await project.getScreenplay()).toEqual(before);
  await project.undo();
  await project.undo(set?.id);
  await expect(project.undo(edited?.id)).rejects.toMatchObject({ code: 'markup/locked' });
  await project.undo();
  await project.undo(edited?.id);
  expect((await markup.marks()).locks).toEqual([]);
  expect(JSON.stringify(await project.getScreenplay())).not.toContain('Rain.');
  await storage.close();
  await project.close();
});

type World = Awaited<ReturnType<typeof world>>;

/** A random change, made of what there is when it is made. */
interface Change {
  readonly type: 'entry' | 'remove-entry' | 'card' | 'move' | 'remove-card' | 'edit' | 'note';
  readonly at: number;
  readonly value: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  type: fc.constantFrom('entry', 'remove-entry', 'card', 'move', 'remove-card', 'edit', 'note'),
  at: fc.nat({ max: 5 }),
  value: fc.nat({ max: 3 }),
});

test('undoing all changes in reverse gives, after each, exactly what was before it', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(change, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      async (sets) => {
        count += 1;
        const at = await world(`random-${count}`);
        const states = [];
        const ids: string[] = [];
        for (const set of sets) {
          states.push(await at.state());
          ids.push(await at.write(...(await writesOf(at, set))));
        }
        for (const [index, id] of [...ids.entries()].reverse()) {
          if (id !== '') await at.project.undo(id);
          expect(await at.state()).toEqual(states[index]);
        }
        await at.close();
      },
    ),
    { numRuns: RUNS },
  );
});

async function writesOf({ bibles, id, versionOf }: World, set: readonly Change[]): Promise<readonly SourceWrite[]> {
  const standing = new Set((await bibles.loadOutline(id)).cards.map((one) => one.id));
  const touched = new Set<string>();
  const writes: SourceWrite[] = [];
  for (const { type, at, value } of set) {
    const scene = SCENES[at] ?? '';
    const of = type === 'entry' || type === 'remove-entry' ? `ch_${at}` : scene;
    const key = type === 'edit' || type === 'note' ? `${type} ${of}` : of;
    if (touched.has(key)) continue;
    touched.add(key);
    if (type === 'edit' || type === 'note') {
      const document = value === 0 ? null : `text ${value}`;
      writes.push({ type: 'record', kind: type, id: of, expected: await versionOf(type, of), document });
    } else if (type === 'entry' || type === 'remove-entry') {
      const entry = await bibles.getEntry(of);
      const state = type === 'entry' ? 'accepted' : 'removed';
      const document = { ...entry?.document, want: `want ${value}` };
      if (entry === undefined) writes.push({ type: 'create', entry: { ...person(at), document } });
      else writes.push({ type: 'update', id: of, expected: entry.version, content: { ...entry, document, state } });
    } else {
      const expected = await versionOf('card', of);
      const behind = SCENES[value] ?? null;
      const after = behind !== null && standing.has(behind) ? behind : null;
      const now = { ...card(of), goal: `goal ${value}` };
      const isMoved = type === 'move' || !standing.has(of);
      writes.push(
        type === 'remove-card'
          ? { type: 'card', id: of, expected, card: null }
          : { type: 'card', id: of, expected, card: now, ...(isMoved ? { after } : {}) },
      );
      if (type === 'remove-card') standing.delete(of);
      else standing.add(of);
    }
  }
  return writes;
}
