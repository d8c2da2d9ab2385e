import { expect, test } from 'vitest';
import { contentOf, firstVersion, type NewEntry } from '../../bibles/index.ts';
import type { SuiteContext } from './context.ts';
import { AGENT, changed, created, edit, fresh, PERSON, settingContent } from './samples.ts';

/** What any bible store must do with changes that nothing stands against. */
export function changeTests({ storage }: SuiteContext): void {
  test('an update adds a version and moves only the fields that changed', async () => {
    const made = await created(storage());
    const { bibles } = storage();
    await changed(storage(), made, 1, { sound: 'Wind.' });
    const { entries } = await bibles.write(
      edit(made, 2, settingContent(made, { sound: 'Wind.' }, { name: 'TOWER', aliases: ['Tower'] })),
    );
    expect(entries).toMatchObject([{ version: 3, name: 'TOWER', aliases: ['Tower'] }]);
    expect(entries[0]?.fieldVersions).toEqual({
      ...{ name: 3, aliases: 3, interior: 1, look: 1, sound: 2, rules: 1, notes: 1 },
    });
    expect(await bibles.getEntry(made.setting.id)).toEqual(entries[0]);
    expect((await bibles.listEntries(made.script.id))[1]).toEqual(entries[0]);
  });

  test('every version stays, newest first, with its author and reason', async () => {
    const made = await created(storage());
    const { bibles } = storage();
    await changed(storage(), made, 1, { sound: 'Wind.' });
    const versions = await bibles.listVersions(made.setting.id);
    expect(versions).toMatchObject([
      { version: 2, ...settingContent(made, { sound: 'Wind.' }), author: PERSON, reason: 'for the test' },
      { version: 1, ...settingContent(made), author: PERSON, reason: 'created' },
    ]);
    for (const { time } of versions) expect(new Date(time).toISOString()).toBe(time);
    expect(await bibles.getVersion(made.setting.id, 1)).toEqual(versions[1]);
  });

  test('versions are read in pages', async () => {
    const made = await created(storage());
    for (let version = 1; version <= 5; version += 1) await changed(storage(), made, version, { sound: `${version}` });
    const pages = await Promise.all(
      [{ limit: 2 }, { limit: 2, before: 5 }, { before: 3 }, { limit: 0 }].map(async (page) => {
        const versions = await storage().bibles.listVersions(made.setting.id, page);
        return versions.map(({ version }) => version);
      }),
    );
    expect(pages).toEqual([[6, 5], [4, 3], [2, 1], []]);
  });

  test('a revert is an update: a new version with the old content and its hash', async () => {
    const made = await created(storage());
    await changed(storage(), made, 1, { sound: 'Wind.' });
    await changed(storage(), made, 2, {});
    const [third, second, first] = await storage().bibles.listVersions(made.setting.id);
    expect(third).toMatchObject({ version: 3, document: made.setting.document });
    expect(third?.fieldVersions).toMatchObject({ sound: 3, look: 1 });
    expect(third?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(third?.contentHash).toBe(first?.contentHash);
    expect(second?.contentHash).not.toBe(first?.contentHash);
  });

  test('equal content writes nothing, whatever the order of its keys', async () => {
    const made = await created(storage());
    const reversed = Object.fromEntries(Object.entries(made.setting.document).reverse());
    const content = { ...settingContent(made), document: reversed };
    const written = await storage().bibles.write(edit(made, 1, content));
    expect(written).toEqual({ entries: [firstVersion(made.setting)] });
    expect(await storage().bibles.listVersions(made.setting.id)).toHaveLength(1);
    expect(await storage().bibles.listChangeSets(made.script.id)).toHaveLength(1);
  });

  test('drafts and removed entries are listed only when asked for, and a removed one comes back as a version', async () => {
    const made = await created(storage());
    const { script, setting } = made;
    const { bibles } = storage();
    const ids = async (states?: Parameters<typeof bibles.listEntries>[1]): Promise<readonly string[]> =>
      (await bibles.listEntries(script.id, states)).map(({ id }) => id);
    await bibles.write(edit(made, 1, settingContent(made, {}, { state: 'removed' })));
    expect(await ids()).not.toContain(setting.id);
    expect(await ids(['removed', 'draft'])).toEqual([setting.id]);
    expect(await bibles.getEntry(setting.id)).toMatchObject({ state: 'removed', version: 2 });
    await bibles.write(edit(made, 2, settingContent(made, {}, { state: 'draft' })));
    expect(await ids(['draft'])).toEqual([setting.id]);
    await bibles.write(edit(made, 3, settingContent(made)));
    expect(await ids()).toEqual(made.entries.map(({ id }) => id));
    expect((await bibles.listVersions(setting.id)).map(({ state }) => state)).toEqual([
      ...['accepted', 'draft', 'removed', 'accepted'],
    ]);
    expect(await ids([])).toEqual([]);
  });

  test('facts, locks and kinds of a user come back as they were given', async () => {
    const { script } = await created(storage());
    const creature: NewEntry = {
      id: fresh('cr'),
      kind: 'creature',
      name: 'Кракен 🐙',
      aliases: ['深海の怪物', 'The "Old" One'],
      document: { size: 40.5, habits: ['sinks ships', { at: null }], sleeps: true },
      facts: [
        { id: 'fa_1', field: 'size', value: 41, from: 'sc_a', to: 'sc_b' },
        {
          id: 'fa_2',
          value: "It took Tom's boat.",
          holders: [{ character: 'ch_1', since: 'sc_a', believes: 'a storm' }],
        },
      ],
      locked: ['size'],
      state: 'draft',
    };
    const { bibles } = storage();
    const write = {
      script: script.id,
      writes: [{ type: 'create', entry: creature }],
      author: AGENT,
      reason: 'proposed',
    } as const;
    const { entries } = await bibles.write(write);
    expect(entries).toEqual([firstVersion(creature)]);
    expect(await bibles.getEntry(creature.id)).toEqual(entries[0]);
    const [version] = await bibles.listVersions(creature.id);
    expect(version).toMatchObject({ ...contentOf(creature), author: AGENT, reason: 'proposed' });
  });

  test('what was written together can be read together, newest first', async () => {
    const made = await created(storage());
    const { script, setting, entries } = made;
    const { bibles } = storage();
    const one: NewEntry = { id: fresh('ch'), kind: 'character', name: 'Tom', document: {} };
    const update = edit(made, 1, settingContent(made, { sound: 'Wind.' }));
    const { changeSet } = await bibles.write({
      ...update,
      writes: [...update.writes, { type: 'create', entry: one }],
      reason: 'a scene by the sea',
    });
    const sets = await bibles.listChangeSets(script.id);
    expect(sets).toMatchObject([
      {
        id: changeSet,
        script: script.id,
        reason: 'a scene by the sea',
        versions: [
          { entry: setting.id, version: 2 },
          { entry: one.id, version: 1 },
        ],
      },
      { reason: 'created', author: PERSON, versions: entries.map(({ id }) => ({ entry: id, version: 1 })) },
    ]);
    expect(await bibles.listChangeSets(script.id, { limit: 1 })).toEqual(sets.slice(0, 1));
    expect(changeSet).toMatch(/^cs_/);
    expect(await bibles.getChangeSet(changeSet ?? '')).toEqual(sets[0]);
    const versions = await Promise.all([bibles.getVersion(setting.id, 2), bibles.getVersion(one.id, 1)]);
    expect(versions).toMatchObject([{ changeSet }, { changeSet }]);
  });
}
