import { expect, test } from 'vitest';
import type { SceneCard } from '../../bibles/index.ts';
import type { SuiteContext } from './context.ts';
import { answer, card, created, decided, fresh, makeScript, PERSON } from './samples.ts';

/** What any bible store must do with records and with the versions of cards. */
export function recordTests({ open, storage }: SuiteContext): void {
  const goal = (id: string, text: string): SceneCard => ({ ...card(id), goal: text });
  const orderOf = async (script: string): Promise<readonly string[]> =>
    (await storage().bibles.loadOutline(script)).cards.map(({ id }) => id);

  test('records stand in their last versions, in the order in which they were written', async () => {
    const made = await created(storage());
    const { bibles } = storage();
    await decided(storage(), made, { kind: 'lock', id: 'lk_1', expected: 0, document: { of: 'scene' } });
    await decided(
      storage(),
      made,
      { kind: 'note', id: 'no_1', expected: 0, document: { text: 'a 🎬 "note"' } },
      { kind: 'edit', id: 'sc_a', expected: 0, document: [1, null] },
    );
    const changeSet = await decided(storage(), made, {
      kind: 'lock',
      id: 'lk_1',
      expected: 1,
      document: { of: 'act' },
    });
    const records = await bibles.loadRecords(made.script.id);
    expect(records.map(({ kind, id, version, document }) => [kind, id, version, document])).toEqual([
      ['note', 'no_1', 1, { text: 'a 🎬 "note"' }],
      ['edit', 'sc_a', 1, [1, null]],
      ['lock', 'lk_1', 2, { of: 'act' }],
    ]);
    expect(records[2]).toMatchObject({ author: PERSON, reason: 'decided', changeSet });
    expect((await bibles.loadRecords(made.script.id, ['edit', 'pin'])).map(({ id }) => id)).toEqual(['sc_a']);
    expect(await bibles.loadRecords(made.script.id, [])).toEqual([]);
    expect(await bibles.loadRecords('nobody')).toEqual([]);
  });

  test('a record that is taken away stays in its versions, and can be written again', async () => {
    const made = await created(storage());
    const { bibles } = storage();
    const pin = { kind: 'pin', id: 'sc_a' } as const;
    await decided(storage(), made, { ...pin, expected: 0, document: { at: 1 } });
    await decided(storage(), made, { ...pin, expected: 1, document: null });
    expect(await bibles.loadRecords(made.script.id)).toEqual([]);
    await decided(storage(), made, { ...pin, expected: 2, document: { at: 1 } });
    const versions = await bibles.listRecordVersions(made.script.id, pin);
    expect(versions.map(({ version, document }) => [version, document])).toEqual([
      [3, { at: 1 }],
      [2, null],
      [1, { at: 1 }],
    ]);
    expect(await bibles.loadRecords(made.script.id)).toEqual([versions[0]]);
  });

  test('what says the same is not written again', async () => {
    const made = await created(storage());
    const { bibles } = storage();
    await decided(storage(), made, { kind: 'note', id: 'no_1', expected: 0, document: { a: 1, b: 2 } });
    const before = await bibles.listChangeSets(made.script.id);
    const again = await decided(
      storage(),
      made,
      { kind: 'note', id: 'no_1', expected: 1, document: { b: 2, a: 1 } },
      { kind: 'note', id: 'no_2', expected: 0, document: null },
      { type: 'card', id: 'sc_b', expected: 1, card: card('sc_b') },
      { type: 'card', id: 'sc_b', expected: 1, card: card('sc_b'), after: null },
      { type: 'card', id: 'sc_a', expected: 1, card: card('sc_a'), after: 'sc_b' },
      { type: 'card', id: 'sc_x', expected: 0, card: null },
    );
    expect(again).toBeUndefined();
    expect(await bibles.listChangeSets(made.script.id)).toEqual(before);
  });

  test('a card is changed, put elsewhere, taken out and put back, each a version', async () => {
    const made = await created(storage());
    const { bibles } = storage();
    const { id: script } = made.script;
    const of = { type: 'card', id: 'sc_a' } as const;
    await decided(storage(), made, { ...of, expected: 1, card: goal('sc_a', 'to wait') });
    expect(await orderOf(script)).toEqual(['sc_b', 'sc_a']);
    await decided(storage(), made, { ...of, expected: 2, card: goal('sc_a', 'to wait'), after: null });
    expect(await orderOf(script)).toEqual(['sc_a', 'sc_b']);
    await decided(storage(), made, { ...of, expected: 3, card: null });
    expect(await orderOf(script)).toEqual(['sc_b']);
    await decided(storage(), made, { ...of, expected: 4, card: goal('sc_a', 'to leave'), after: 'sc_b' });
    expect((await bibles.loadOutline(script)).cards[1]).toEqual({ ...goal('sc_a', 'to leave'), version: 5 });
    const versions = await bibles.listRecordVersions(script, { kind: 'card', id: 'sc_a' });
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
      [5, 'decided'],
      [4, 'decided'],
      [3, 'decided'],
      [2, 'decided'],
      [1, 'created'],
    ]);
    expect(versions.map(({ document }) => document === null)).toEqual([false, true, false, false, false]);
    expect(versions[4]?.document).toMatchObject({ card: card('sc_a') });
  });

  test('a card goes back to the place that it had, or behind who stands there now', async () => {
    const made = await created(storage(), { cards: ['sc_1', 'sc_2', 'sc_3'].map(card) });
    const { id: script } = made.script;
    const [planned] = await storage().bibles.listRecordVersions(script, { kind: 'card', id: 'sc_2' });
    const { position } = JSON.parse(JSON.stringify(planned?.document));
    await decided(storage(), made, { type: 'card', id: 'sc_2', expected: 1, card: null });
    await decided(storage(), made, { type: 'card', id: 'sc_4', expected: 0, card: card('sc_4'), position });
    await decided(storage(), made, { type: 'card', id: 'sc_2', expected: 2, card: card('sc_2'), position });
    expect(await orderOf(script)).toEqual(['sc_1', 'sc_4', 'sc_2', 'sc_3']);
  });

  test('cards that are put in one after the other stand where each was put', async () => {
    const made = await created(storage(), { cards: [] });
    const { id: script } = made.script;
    const put = (id: string, after?: string | null) =>
      ({ type: 'card', id, expected: 0, card: card(id), ...(after === undefined ? {} : { after }) }) as const;
    await decided(
      storage(),
      made,
      put('sc_1'),
      put('sc_2'),
      put('sc_0', null),
      put('sc_3', 'sc_1'),
      put('sc_4', 'sc_1'),
    );
    expect(await orderOf(script)).toEqual(['sc_0', 'sc_1', 'sc_4', 'sc_3', 'sc_2']);
    await expect(decided(storage(), made, put('sc_5', 'sc_9'))).rejects.toMatchObject({ code: 'scene/not-found' });
  });

  test('a script that was made by hand, without a bible, has the first versions of its cards', async () => {
    const { bibles } = storage();
    const { script, outline } = makeScript();
    await bibles.createScript(script, [], outline, PERSON);
    await decided(storage(), { script }, { type: 'card', id: 'sc_a', expected: 1, card: goal('sc_a', 'to wait') });
    const versions = await bibles.listRecordVersions(script.id, { kind: 'card', id: 'sc_a' });
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
      [2, 'decided'],
      [1, 'created'],
    ]);
    const empty = makeScript({ cards: [] });
    await bibles.createScript(empty.script, [], empty.outline, PERSON);
    expect(await bibles.listChangeSets(empty.script.id)).toEqual([]);
    await decided(storage(), empty, { type: 'card', id: 'sc_a', expected: 0, card: card('sc_a') });
    expect(await orderOf(empty.script.id)).toEqual(['sc_a']);
  });

  test('entries, cards and records are written together, all or none', async () => {
    const made = await created(storage());
    const { bibles } = storage();
    const { id: script } = made.script;
    const entry = { id: fresh('ch'), kind: 'character', name: 'Tom', document: {} };
    const writes = [
      { type: 'record', kind: 'note', id: 'no_1', expected: 0, document: 'louder' },
      { type: 'card', id: 'sc_a', expected: 1, card: goal('sc_a', 'to wait') },
      { type: 'create', entry },
      { type: 'card', id: 'sc_b', expected: 1, card: null },
    ] as const;
    const changes = { script, author: PERSON, reason: 'together' };
    const bad = { type: 'record', kind: 'lock', id: 'lk_1', expected: 3, document: 1 } as const;
    await expect(bibles.write({ ...changes, writes: [...writes, bad] })).rejects.toMatchObject({
      code: 'markup/conflict',
    });
    expect(await bibles.loadRecords(script)).toEqual([]);
    expect(await bibles.loadOutline(script)).toEqual(made.outline);
    expect(await bibles.getEntry(entry.id)).toBeUndefined();
    const { changeSet } = await bibles.write({ ...changes, writes });
    expect(await bibles.getChangeSet(changeSet ?? '')).toMatchObject({
      versions: [{ entry: entry.id, version: 1 }],
      records: [
        { kind: 'note', id: 'no_1', version: 1 },
        { kind: 'card', id: 'sc_a', version: 2 },
        { kind: 'card', id: 'sc_b', version: 2 },
      ],
    });
  });

  test('of those who write one record or card at once one succeeds, and the others learn of it', async () => {
    const made = await created(storage());
    const other = await open();
    const at = (index: number) => (index % 2 ? other : storage());
    const results = await Promise.allSettled([
      ...Array.from({ length: 6 }, (_, index) =>
        decided(at(index), made, { kind: 'edit', id: 'sc_a', expected: 0, document: index }),
      ),
      ...Array.from({ length: 6 }, (_, index) =>
        decided(at(index), made, { type: 'card', id: 'sc_a', expected: 1, card: goal('sc_a', `goal ${index}`) }),
      ),
    ]);
    await other.close();
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(10);
    for (const { reason } of refused)
      expect(reason).toMatchObject({ code: 'markup/conflict', message: expect.stringMatching(/version \d now/) });
    expect(await storage().bibles.listRecordVersions(made.script.id, { kind: 'edit', id: 'sc_a' })).toHaveLength(1);
    expect(await storage().bibles.listRecordVersions(made.script.id, { kind: 'card', id: 'sc_a' })).toHaveLength(2);
  });

  test('a card is found by what it says now, and its scene goes with it', async () => {
    const made = await created(storage());
    const { bibles, runs } = storage();
    const { id: script } = made.script;
    await runs.saveArtifacts(script, [{ name: 'sc_a', value: {}, text: 'Rain on the glass.' }]);
    await decided(storage(), made, { type: 'card', id: 'sc_a', expected: 1, card: goal('sc_a', 'to find the wick') });
    expect(await bibles.search(script, 'wick')).toMatchObject([{ in: 'card', id: 'sc_a', version: 2, field: 'goal' }]);
    expect((await bibles.search(script, 'light the lamp')).map(({ id }) => id)).toEqual(['sc_b']);
    expect(await bibles.search(script, 'glass')).toMatchObject([{ in: 'scene', id: 'sc_a', version: 2 }]);
    await decided(storage(), made, { type: 'card', id: 'sc_a', expected: 2, card: null });
    expect(await bibles.search(script, 'wick')).toEqual([]);
    expect(await bibles.search(script, 'glass')).toMatchObject([{ in: 'scene', id: 'sc_a' }]);
  });

  test('records of one script are none of another, whatever their ids', async () => {
    const [one, two] = [await created(storage()), await created(storage())];
    const { key } = answer();
    await decided(storage(), one, { kind: 'edit', id: 'sc_a', expected: 0, document: key });
    expect(await storage().bibles.loadRecords(two.script.id)).toEqual([]);
    await decided(storage(), two, { kind: 'edit', id: 'sc_a', expected: 0, document: 'other' });
    expect(await storage().bibles.loadRecords(one.script.id)).toMatchObject([{ document: key }]);
  });
}
