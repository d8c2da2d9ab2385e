import { expect, test } from 'vitest';
import { hashContent } from '../../bibles/index.ts';
import { ANSWER } from '../fixtures/version-1.ts';
import type { Storage } from '../storage.ts';
import { card, PERSON } from './samples.ts';

/** What must be there when a database that `makeOldVersion` made is opened now. */
export function migrationTests(open: () => Promise<Storage>): void {
  test('an old database is read as it was written', async () => {
    const { bibles, runs, journal, close } = await open();
    const script = { id: 'script_1', slug: 'the-lamp', title: 'The Lamp', scenes: 2, format: 'short' };
    expect(await bibles.listScripts()).toEqual([{ ...script, logline: 'A keeper loses the light.', premise: '' }]);
    const entries = await bibles.listEntries('script_1');
    expect(entries).toMatchObject([
      {
        id: 'st_lamp',
        kind: 'setting',
        name: 'TOWER',
        version: 3,
        state: 'accepted',
        aliases: [],
        facts: [],
        locked: [],
      },
      { id: 'ch_maya', kind: 'character', name: 'Maya', version: 1, fieldVersions: { name: 1, voice: 1 } },
    ]);
    expect(await bibles.loadOutline('script_1')).toEqual({ cards: [card('sc_b'), card('sc_a')] });
    expect(await runs.lastRun('script_1')).toMatchObject({ id: 'run_1', status: 'done' });
    expect(await runs.loadArtifacts('script_1')).toEqual(new Map([['sc_a', { blocks: [] }]]));
    expect(await runs.lastExport('/the-lamp.fountain')).toEqual({ fileHash: 'a', sourceHash: 'b' });
    expect(await journal.find([ANSWER.key])).toEqual(new Map([[ANSWER.key, ANSWER]]));
    expect(await journal.totals()).toMatchObject({ calls: 2, cost: 0.5 });
    expect((await journal.loadSlots('script_1')).size).toBe(1);
    await close();
  });

  test('every answer it kept is a call on the bill, with what is known of it', async () => {
    const { ledger, journal, close } = await open();
    const calls = await ledger.calls({}, 10);
    const known = {
      key: ANSWER.key,
      task: ANSWER.task,
      model: 'test/model',
      servedBy: 'test/model',
      cost: 0.25,
      ms: 12,
    };
    const unknown = { run: '', script: '', slot: '', role: '', agent: '', outcome: 'answered', lane: 'interactive' };
    expect(calls).toEqual(
      calls.map(({ id }) => ({
        ...{ id, ...known, ...unknown, attempts: 1, time: ANSWER.time, usage: ANSWER.answer.usage },
      })),
    );
    expect(calls).toHaveLength(2);
    const logs = await Promise.all(calls.map(({ id }) => ledger.call(id)));
    expect(logs.map((log) => log?.text)).toEqual([ANSWER.answer.text, ANSWER.answer.text]);
    expect(await journal.totals()).toEqual({ calls: 2, inputTokens: 200, outputTokens: 20, cost: 0.5 });
    expect(await ledger.reserve({ id: 'next', run: 'run', dayStart: ANSWER.time, cost: 0.6 }, { project: 1 })).toEqual({
      ...{ granted: false, cap: 'project', limit: 1, spent: 0.5, reserved: 0, unpriced: 0 },
    });
    await close();
  });

  test('old versions keep their hashes, and belong to change sets', async () => {
    const { bibles, close } = await open();
    const versions = [...(await bibles.listVersions('st_lamp')), ...(await bibles.listVersions('ch_maya'))];
    expect(versions).toHaveLength(4);
    for (const version of versions) expect(hashContent(version)).toBe(version.contentHash);
    const sets = await bibles.listChangeSets('script_1');
    expect(sets.map(({ reason, versions: written }) => [reason, written])).toEqual([
      ['renamed', [{ entry: 'st_lamp', version: 3 }]],
      ['louder', [{ entry: 'st_lamp', version: 2 }]],
      ['created', ['st_lamp', 'ch_maya'].map((entry) => ({ entry, version: 1 }))],
    ]);
    expect(sets[1]).toMatchObject({ author: PERSON, time: '2026-11-22T11:00:00.000Z' });
    for (const { entry, version, changeSet } of versions)
      expect((await bibles.getChangeSet(changeSet))?.versions).toContainEqual({ entry, version });
    await close();
  });

  test('old cards have the version in which they were planned, and are written on', async () => {
    const { bibles, close } = await open();
    const of = { kind: 'card', id: 'sc_a' } as const;
    const planned = await bibles.listRecordVersions('script_1', of);
    expect(planned).toMatchObject([{ version: 1, reason: 'created', document: { card: card('sc_a') } }]);
    expect((await bibles.getChangeSet(planned[0]?.changeSet ?? ''))?.records).toEqual([]);
    const write = { type: 'card', id: 'sc_a', expected: 1, card: { ...card('sc_a'), goal: 'to wait' } } as const;
    await bibles.write({ script: 'script_1', writes: [write], author: PERSON, reason: 'a slower scene' });
    expect((await bibles.loadOutline('script_1')).cards[1]).toMatchObject({ version: 2, goal: 'to wait' });
    await bibles.write({
      ...{ script: 'script_1', writes: [{ ...write, expected: 2, card: card('sc_a') }] },
      ...{ author: PERSON, reason: 'as before' },
    });
    expect(await bibles.listRecordVersions('script_1', of)).toHaveLength(3);
    await close();
  });

  test('and can be written on', async () => {
    const { bibles, close } = await open();
    const entry = await bibles.getEntry('ch_maya');
    if (entry === undefined) throw new Error('no entry');
    const writes = [{ type: 'update', id: 'ch_maya', expected: 1, content: { ...entry, aliases: ['May'] } }] as const;
    const { entries } = await bibles.write({ script: 'script_1', writes, author: PERSON, reason: 'a nickname' });
    expect(entries).toMatchObject([{ version: 2, aliases: ['May'], fieldVersions: { name: 1, aliases: 2 } }]);
    expect((await bibles.listChangeSets('script_1'))[0]).toMatchObject({ reason: 'a nickname' });
    await close();
  });
}
