import { expect, test } from 'vitest';
import type { NewEntry } from '../../bibles/index.ts';
import type { SuiteContext } from './context.ts';
import { AGENT, changed, created, edit, fresh, PERSON, settingContent } from './samples.ts';

/** What any bible store must do when two write at the same time, or somebody writes what they may not. */
export function conflictTests({ open, storage }: SuiteContext): void {
  test('a change of an older version is refused with both sides', async () => {
    const made = await created(storage());
    await changed(storage(), made, 1, { sound: 'Wind.', look: 'Dark.' });
    const ours = settingContent(made, { sound: 'Rain.', rules: 'No fire.' });
    const refused = storage().bibles.write({ ...edit(made, 1, ours), merge: true });
    await expect(refused).rejects.toMatchObject({
      code: 'bible/conflict',
      message: expect.stringMatching(/LIGHTHOUSE.*version 2.*version 1.*sound/),
      hint: expect.any(String),
      details: {
        entry: made.setting.id,
        base: settingContent(made),
        ours,
        theirs: settingContent(made, { sound: 'Wind.', look: 'Dark.' }),
        head: 2,
        overlap: ['sound'],
      },
    });
    expect(await storage().bibles.listVersions(made.setting.id)).toHaveLength(2);
  });

  test('changes of different fields are merged when the writer asks for it, and refused otherwise', async () => {
    const made = await created(storage());
    const { bibles } = storage();
    await changed(storage(), made, 1, { sound: 'Wind.' });
    const mine = edit(made, 1, settingContent(made, { look: 'Dark.' }, { aliases: ['Light'] }));
    await expect(bibles.write(mine)).rejects.toMatchObject({ code: 'bible/conflict', details: { overlap: [] } });
    const { entries } = await bibles.write({ ...mine, merge: true });
    expect(entries).toMatchObject([{ version: 3, aliases: ['Light'], document: { sound: 'Wind.', look: 'Dark.' } }]);
    expect(entries[0]?.fieldVersions).toMatchObject({ sound: 2, look: 3, aliases: 3, rules: 1 });
  });

  test('a merge that adds nothing writes nothing', async () => {
    const made = await created(storage());
    await changed(storage(), made, 1, { sound: 'Wind.' });
    const written = await storage().bibles.write({
      ...edit(made, 1, settingContent(made, { sound: 'Wind.' })),
      merge: true,
    });
    expect(written).toMatchObject({ entries: [{ version: 2 }] });
    expect(written.changeSet).toBeUndefined();
  });

  test('a version that does not exist cannot be written upon', async () => {
    const made = await created(storage());
    for (const expected of [0, -1, 2, 1.5])
      for (const merge of [true, false])
        await expect(
          storage().bibles.write({ ...edit(made, expected, settingContent(made, { sound: 'x' })), merge }),
        ).rejects.toMatchObject({ code: 'bible/conflict' });
  });

  test('of writers who read the same version one succeeds, and the others learn of it', async () => {
    const made = await created(storage());
    const other = await open();
    const writes = Array.from({ length: 8 }, (_, index) =>
      (index % 2 ? other : storage()).bibles.write(edit(made, 1, settingContent(made, { sound: `Wind ${index}.` }))),
    );
    const results = await Promise.allSettled(writes);
    await other.close();
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(7);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'bible/conflict' });
    expect(await storage().bibles.listVersions(made.setting.id)).toHaveLength(2);
  });

  test('writers who merge at the same time lose nothing', async () => {
    const made = await created(storage());
    const other = await open();
    const fields = Array.from({ length: 12 }, (_, index) => `field${index}`);
    await Promise.all(
      fields.map((field, index) =>
        (index % 2 ? other : storage()).bibles.write({
          ...edit(made, 1, settingContent(made, { [field]: field })),
          merge: true,
        }),
      ),
    );
    await other.close();
    const entry = await storage().bibles.getEntry(made.setting.id);
    expect(entry?.version).toBe(1 + fields.length);
    expect(entry?.document).toEqual({
      ...made.setting.document,
      ...Object.fromEntries(fields.map((one) => [one, one])),
    });
    const sets = await storage().bibles.listChangeSets(made.script.id);
    expect(new Set(sets.map(({ id }) => id)).size).toBe(1 + fields.length);
  });

  test('entries that are made at the same time are all kept', async () => {
    const { script } = await created(storage());
    const other = await open();
    const made = Array.from(
      { length: 6 },
      (): NewEntry => ({ id: fresh('ch'), kind: 'character', name: 'A', document: {} }),
    );
    await Promise.all(
      made.map((entry, index) =>
        (index % 2 ? other : storage()).bibles.write({
          script: script.id,
          writes: [{ type: 'create', entry }],
          author: PERSON,
          reason: '',
        }),
      ),
    );
    await other.close();
    expect(await storage().bibles.listEntries(script.id)).toHaveLength(2 + made.length);
  });

  test('a set of changes of which one is refused is refused whole', async () => {
    const made = await created(storage());
    const { script, setting } = made;
    const { bibles } = storage();
    const entry: NewEntry = { id: fresh('ch'), kind: 'character', name: 'Tom', document: {} };
    const good = edit(made, 1, settingContent(made, { sound: 'Wind.' })).writes;
    const bad = [
      { type: 'update', id: fresh('ch'), expected: 1, content: settingContent(made) },
      { type: 'create', entry: setting },
    ] as const;
    for (const [index, code] of ['bible/not-found', 'bible/conflict'].entries()) {
      const writes = [...good, { type: 'create', entry } as const, ...bad.slice(index, index + 1)];
      await expect(bibles.write({ script: script.id, writes, author: PERSON, reason: '' })).rejects.toMatchObject({
        code,
      });
    }
    expect(await bibles.getEntry(setting.id)).toMatchObject({ version: 1 });
    expect(await bibles.getEntry(entry.id)).toBeUndefined();
    expect(await bibles.listChangeSets(script.id)).toHaveLength(1);
  });

  test('an agent changes nothing that is locked, not by a merge either', async () => {
    const made = await created(storage());
    const { bibles } = storage();
    await bibles.write(edit(made, 1, settingContent(made, {}, { locked: ['sound'] })));
    const byAgent = { ...edit(made, 1, settingContent(made, { sound: 'Rain.' })), author: AGENT, merge: true };
    await expect(bibles.write(byAgent)).rejects.toMatchObject({
      code: 'bible/locked',
      message: expect.stringContaining('LIGHTHOUSE.sound'),
    });
    await bibles.write({ ...byAgent, ...edit(made, 1, settingContent(made, { look: 'Dark.' })), author: AGENT });
    await bibles.write({ ...byAgent, author: PERSON });
    expect(await bibles.getEntry(made.setting.id)).toMatchObject({
      version: 4,
      locked: ['sound'],
      document: { sound: 'Rain.', look: 'Dark.' },
    });
  });

  test('unknown entries, entries of other scripts and unknown scripts cannot be written', async () => {
    const [made, other] = [await created(storage()), await created(storage())];
    const { bibles } = storage();
    const change = edit(made, 1, settingContent(made, { sound: 'x' }));
    await expect(bibles.write({ ...change, script: other.script.id })).rejects.toMatchObject({
      code: 'bible/not-found',
    });
    await expect(bibles.write({ ...change, script: 'nobody' })).rejects.toMatchObject({ code: 'script/not-found' });
    const writes = [{ type: 'update', id: 'nobody', expected: 1, content: settingContent(made) }] as const;
    await expect(bibles.write({ ...change, writes })).rejects.toMatchObject({ code: 'bible/not-found' });
    expect(await bibles.write({ ...change, writes: [] })).toEqual({ entries: [] });
  });
}
