import { expect, test } from 'vitest';
import type { SuiteContext } from './context.ts';
import { card, created, edit, makeScript, PERSON } from './samples.ts';

/** What any bible store must do. */
export function bibleTests({ open, storage }: SuiteContext): void {
  test('a created script is loaded as it was given', async () => {
    const { script, entries, outline } = await created(storage());
    const { bibles } = storage();
    expect(await bibles.getScript(script.id)).toEqual(script);
    expect(await bibles.getScript(script.slug)).toEqual(script);
    expect((await bibles.listScripts()).at(-1)).toEqual(script);
    expect(await bibles.loadOutline(script.id)).toEqual(outline);
    const bible = await bibles.loadBible(script.id);
    expect(bible.entries.map(({ id, kind, name, document }) => ({ id, kind, name, document }))).toEqual(entries);
    expect(bible.entries[1]).toMatchObject({ version: 1, fieldVersions: { name: 1, look: 1, sound: 1, interior: 1 } });
  });

  test('what is not there is absent or empty', async () => {
    const { bibles, runs, journal } = storage();
    expect(await bibles.getScript('nobody')).toBeUndefined();
    expect(await bibles.loadBible('nobody')).toEqual({ entries: [] });
    expect(await bibles.loadOutline('nobody')).toEqual({ cards: [] });
    expect(await bibles.listVersions('nobody')).toEqual([]);
    expect(await runs.lastRun('nobody')).toBeUndefined();
    expect(await runs.lastExport('/nowhere')).toBeUndefined();
    expect((await runs.loadArtifacts('nobody')).size).toBe(0);
    expect((await journal.loadSlots('nobody')).size).toBe(0);
    expect((await journal.find([])).size).toBe(0);
  });

  test('an outline of many cards keeps its order', async () => {
    const cards = Array.from({ length: 1234 }, (_, index) => card(`sc_${(index * 7919) % 1234}`));
    const { script } = await created(storage(), { cards });
    expect((await storage().bibles.loadOutline(script.id)).cards).toEqual(cards);
  });

  test('creating a script again leaves it and its edits alone', async () => {
    const { script, entries, outline, setting } = await created(storage());
    await storage().bibles.updateEntry(edit(setting, 1, { sound: 'Wind.' }));
    await storage().bibles.createScript({ ...script, title: 'Other' }, entries, outline, PERSON);
    expect(await storage().bibles.getScript(script.id)).toEqual(script);
    expect((await storage().bibles.loadBible(script.id)).entries[1]).toMatchObject({ version: 2 });
  });

  test('a script created by two handles at the same time is created once', async () => {
    const other = await open();
    const { script, entries, outline } = makeScript();
    await Promise.all([storage(), other].map(({ bibles }) => bibles.createScript(script, entries, outline, PERSON)));
    await other.close();
    expect((await storage().bibles.loadBible(script.id)).entries).toHaveLength(entries.length);
    expect((await storage().bibles.listScripts()).filter(({ id }) => id === script.id)).toEqual([script]);
  });

  test('a script that cannot be kept whole is not kept at all', async () => {
    const { script, entries, outline } = makeScript();
    const twice = [...entries, ...entries];
    await expect(storage().bibles.createScript(script, twice, outline, PERSON)).rejects.toThrow();
    expect(await storage().bibles.getScript(script.id)).toBeUndefined();
  });

  test('a name taken by another script is refused', async () => {
    const { script } = await created(storage());
    const other = makeScript();
    const taken = { ...other.script, slug: script.slug };
    await expect(storage().bibles.createScript(taken, other.entries, other.outline, PERSON)).rejects.toMatchObject({
      code: 'input/invalid',
    });
    expect(await storage().bibles.getScript(taken.id)).toBeUndefined();
  });

  test('an update adds a version and moves only the fields that changed', async () => {
    const { script, setting } = await created(storage());
    const { bibles } = storage();
    await bibles.updateEntry(edit(setting, 1, { sound: 'Wind.' }));
    const third = await bibles.updateEntry({ ...edit(setting, 2, { sound: 'Wind.' }), name: 'TOWER' });
    expect(third).toMatchObject({ version: 3, name: 'TOWER' });
    expect(third.fieldVersions).toEqual({ name: 3, interior: 1, look: 1, sound: 2, rules: 1, notes: 1 });
    expect((await bibles.loadBible(script.id)).entries[1]).toEqual(third);
  });

  test('every version stays, newest first, with its author and reason', async () => {
    const { setting } = await created(storage());
    await storage().bibles.updateEntry(edit(setting, 1, { sound: 'Wind.' }));
    const versions = await storage().bibles.listVersions(setting.id);
    expect(versions.map(({ version, document, author, reason }) => ({ version, document, author, reason }))).toEqual([
      { version: 2, document: { ...setting.document, sound: 'Wind.' }, author: PERSON, reason: 'for the test' },
      { version: 1, document: setting.document, author: PERSON, reason: expect.any(String) },
    ]);
    for (const { time } of versions) expect(new Date(time).toISOString()).toBe(time);
  });

  test('a revert is an update: a new version with the old content and its hash', async () => {
    const { setting } = await created(storage());
    await storage().bibles.updateEntry(edit(setting, 1, { sound: 'Wind.' }));
    const reverted = await storage().bibles.updateEntry(edit(setting, 2, {}));
    expect(reverted).toMatchObject({ version: 3, document: setting.document });
    expect(reverted.fieldVersions).toMatchObject({ sound: 3, look: 1 });
    const [third, second, first] = await storage().bibles.listVersions(setting.id);
    expect(third?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(third?.contentHash).toBe(first?.contentHash);
    expect(second?.contentHash).not.toBe(first?.contentHash);
  });

  test('an equal document writes nothing, whatever the order of its keys', async () => {
    const { setting } = await created(storage());
    const reversed = Object.fromEntries(Object.entries(setting.document).reverse());
    const head = await storage().bibles.updateEntry({
      ...edit(setting, 1, {}),
      document: { ...setting.document, ...reversed },
    });
    expect(head).toMatchObject({ version: 1, document: setting.document });
    expect(await storage().bibles.listVersions(setting.id)).toHaveLength(1);
  });

  test('of writers who read the same version one succeeds, and the others learn of it', async () => {
    const { setting } = await created(storage());
    const other = await open();
    const writes = Array.from({ length: 8 }, (_, index) =>
      (index % 2 ? other : storage()).bibles.updateEntry(edit(setting, 1, { sound: `Wind ${index}.` })),
    );
    const results = await Promise.allSettled(writes);
    await other.close();
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(7);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'bible/conflict' });
    expect(await storage().bibles.listVersions(setting.id)).toHaveLength(2);
  });

  test('an unknown entry cannot be updated', async () => {
    const { setting } = makeScript();
    await expect(storage().bibles.updateEntry(edit(setting, 1, {}))).rejects.toMatchObject({ code: 'bible/not-found' });
  });
}
