import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Author, EntryWrite, NewEntry, Outline, SceneCard, Script } from '../bibles/index.ts';
import type { Storage, StorageOptions } from '../storage/storage.ts';
import type { JournalRow } from '../steps/index.ts';

/** Open another handle on one and the same database. */
export type OpenStorage = (options?: StorageOptions) => Promise<Storage>;

const PERSON: Author = { type: 'person', name: 'Ann' };

/**
 * Run the tests that every storage must pass. `open` must always give a handle on the same database;
 * what it holds already does not matter, as long as the price of every answer in it is known.
 */
export function storageSuite(name: string, open: OpenStorage): void {
  describe(name, () => {
    let storage: Storage;
    beforeAll(async () => {
      storage = await open();
    });
    afterAll(() => storage.close());
    const context = { open, storage: () => storage };
    describe('bibles', () => bibleTests(context));
    describe('journal', () => journalTests(context));
    describe('leases', () => leaseTests(context));
    describe('runs', () => runTests(context));
  });
}

interface Context {
  readonly open: OpenStorage;
  readonly storage: () => Storage;
}

function bibleTests({ open, storage }: Context): void {
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

function journalTests({ open, storage }: Context): void {
  test('a claimed key is settled once and answered ever after', async () => {
    const { journal } = storage();
    const row = answer();
    expect(await journal.claim(row.key)).toEqual({ state: 'claimed' });
    expect((await journal.find([row.key])).size).toBe(0);
    expect(await journal.claim(row.key)).toEqual({ state: 'pending' });
    await journal.settle(row);
    expect(await journal.claim(row.key)).toEqual({ state: 'answered', row });
    expect(await journal.find([row.key, 'another'])).toEqual(new Map([[row.key, row]]));
  });

  test('an answer is durable for every other handle once settle has resolved', async () => {
    const row = answer();
    await storage().journal.settle(row);
    const other = await open();
    expect((await other.journal.find([row.key])).get(row.key)).toEqual(row);
    await other.close();
  });

  test('awkward text comes back as it went in', async () => {
    const text = 'nul \u0000, lone \ud800, "quotes", \u2028 and 🎬';
    const row = { ...answer(), request: { b: text, a: [null, true, 1.5] }, answer: { ...answer().answer, text } };
    await storage().journal.settle(row);
    expect((await storage().journal.find([row.key])).get(row.key)).toEqual(row);
  });

  test('thousands of keys are found in one read', async () => {
    const rows = Array.from({ length: 5000 }, () => answer());
    await Promise.all(rows.map((row) => storage().journal.settle(row)));
    const found = await storage().journal.find([...rows.map(({ key }) => key), ...keys(5000)]);
    expect(found.size).toBe(rows.length);
  });

  test('a batch of claims answers each key by its own state', async () => {
    const [done, held, fresh] = [answer(), answer(), answer()];
    await storage().journal.settle(done);
    await storage().journal.claim(held.key);
    const all = [done, fresh, held, fresh].map(({ key }) => storage().journal.claim(key));
    const states = (await Promise.all(all)).map(({ state }) => state);
    expect(states).toEqual(['answered', 'claimed', 'pending', 'pending']);
  });

  test('a released key may be claimed by another', async () => {
    const other = await open();
    const { key } = answer();
    await storage().journal.claim(key);
    await other.journal.release(key); // not its own: nothing happens
    expect(await other.journal.claim(key)).toEqual({ state: 'pending' });
    await storage().journal.release(key);
    expect(await other.journal.claim(key)).toEqual({ state: 'claimed' });
    await other.close();
  });

  test('releasing an answered key keeps the answer', async () => {
    const row = answer();
    await storage().journal.settle(row);
    await storage().journal.release(row.key);
    expect((await storage().journal.find([row.key])).size).toBe(1);
  });

  test('the first answer to a key is kept, and a second one is still counted', async () => {
    const [first, second] = [answer(), answer()];
    const late = { ...second, key: first.key };
    const before = await storage().journal.totals();
    await storage().journal.settle(first);
    await storage().journal.settle(late);
    await storage().journal.settle(first); // the same again is not a second
    expect((await storage().journal.find([first.key])).get(first.key)).toEqual(first);
    expect((await storage().journal.totals()).calls - before.calls).toBe(2);
  });

  test('two answers to a key in one commit are kept the same way', async () => {
    const first = answer();
    const late = { ...answer(), key: first.key };
    const before = await storage().journal.totals();
    await Promise.all([storage().journal.settle(first), storage().journal.settle(late)]);
    expect((await storage().journal.find([first.key])).get(first.key)).toEqual(first);
    expect((await storage().journal.totals()).calls - before.calls).toBe(2);
  });

  test('an answer set aside answers no more, is asked anew, and stays in the totals', async () => {
    const row = answer();
    const before = await storage().journal.totals();
    await storage().journal.settle(row);
    await storage().journal.setAside(row.key, 'not readable');
    await storage().journal.setAside(row.key, 'not readable');
    expect((await storage().journal.find([row.key])).size).toBe(0);
    expect(await storage().journal.claim(row.key)).toEqual({ state: 'claimed' });
    await storage().journal.settle({ ...row, time: '2026-01-02T00:00:00.000Z' });
    const after = await storage().journal.totals();
    expect(after.calls - before.calls).toBe(2);
    expect(after.inputTokens - before.inputTokens).toBe(200);
    expect(after.outputTokens - before.outputTokens).toBe(20);
    expect((after.cost ?? Number.NaN) - (before.cost ?? Number.NaN)).toBeCloseTo(0.5);
  });

  test('slots are replaced by name and kept by script', async () => {
    const script = fresh('script');
    const slots = Array.from({ length: 2500 }, (_, index) => slot(`sc_${index}/direct`, 'k1'));
    await storage().journal.saveSlots(script, slots);
    await storage().journal.saveSlots(script, [slot('sc_7/direct', 'k2'), slot('sc_7/direct', 'k3')]);
    await storage().journal.saveSlots(fresh('script'), [slot('sc_8/direct', 'k4')]);
    await storage().journal.saveSlots(script, []);
    const loaded = await storage().journal.loadSlots(script);
    expect(loaded.size).toBe(2500);
    expect(loaded.get('sc_7/direct')).toEqual(slot('sc_7/direct', 'k3'));
    expect(loaded.get('sc_8/direct')).toEqual(slot('sc_8/direct', 'k1'));
  });
}

function leaseTests({ open, storage }: Context): void {
  const minute = (seconds: number): number => Date.UTC(2026, 0, 1, 12, 0, seconds);

  test('a lease on another machine is waited for until it runs out', async () => {
    const away = await open({ host: 'away', clock: () => minute(0) });
    const waiting = await open({ clock: () => minute(14) });
    const late = await open({ clock: () => minute(15) });
    const { key } = answer();
    await away.journal.claim(key);
    expect(await waiting.journal.claim(key)).toEqual({ state: 'pending' });
    expect(await late.journal.claim(key)).toEqual({ state: 'claimed' });
    await away.journal.release(key); // lost, so not its own to end
    expect(await waiting.journal.claim(key)).toEqual({ state: 'pending' });
    await Promise.all([away.close(), waiting.close(), late.close()]);
  });

  test('a lease is renewed while it is held', async () => {
    const away = await open({ host: 'away', leaseMs: 400, renewMs: 20 });
    const { key } = answer();
    const script = fresh('script');
    await away.journal.claim(key);
    await away.runs.beginRun(script, fresh('run'));
    const began = Date.now();
    while (Date.now() - began < 900) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(await storage().journal.claim(key)).toEqual({ state: 'pending' });
    }
    await expect(storage().runs.beginRun(script, fresh('run'))).rejects.toMatchObject({ code: 'run/busy' });
    await away.close();
  });

  test('a handle that closes gives back what it holds', async () => {
    const other = await open();
    const { key } = answer();
    const script = fresh('script');
    await other.journal.claim(key);
    await other.runs.beginRun(script, fresh('run'));
    await Promise.all([other.close(), other.close()]);
    expect(await storage().journal.claim(key)).toEqual({ state: 'claimed' });
    expect(await storage().runs.lastRun(script)).toMatchObject({ status: 'failed' });
  });

  test('an answer settled just before closing is written', async () => {
    const other = await open();
    const row = answer();
    const settled = other.journal.settle(row);
    await other.close();
    await settled;
    expect((await storage().journal.find([row.key])).size).toBe(1);
  });

  test('a key that handles race for is claimed by one of them', async () => {
    const handles = await Promise.all([open(), open(), open()]);
    const raced = keys(30);
    const claims = await Promise.all(
      handles.flatMap(({ journal }, index) => {
        const order = index % 2 ? [...raced].reverse() : raced;
        return order.map(async (key) => ({ key, ...(await journal.claim(key)) }));
      }),
    );
    const won = claims.filter(({ state }) => state === 'claimed').map(({ key }) => key);
    expect(won.sort()).toEqual([...raced].sort());
    await Promise.all(handles.map((handle) => handle.close()));
  });

  test('a run whose process is not heard of is failed and taken over', async () => {
    const away = await open({ host: 'away', clock: () => minute(0) });
    const late = await open({ clock: () => minute(15) });
    const script = fresh('script');
    const [lost, next] = [fresh('run'), fresh('run')];
    await away.runs.beginRun(script, lost);
    await late.runs.beginRun(script, next);
    await away.runs.endRun(lost, 'done'); // too late: it has ended already
    expect(await late.runs.lastRun(script)).toMatchObject({ id: next, status: 'running' });
    await late.runs.endRun(next, 'failed');
    await Promise.all([away.close(), late.close()]);
  });
}

function runTests({ open, storage }: Context): void {
  test('a script has one run at a time, and says whose', async () => {
    const other = await open();
    const script = fresh('script');
    const [first, second] = [fresh('run'), fresh('run')];
    await storage().runs.beginRun(script, first);
    await other.runs.beginRun(fresh('script'), fresh('run'));
    const refused = other.runs.beginRun(script, second);
    await expect(refused).rejects.toMatchObject({
      code: 'run/busy',
      message: expect.stringContaining(String(process.pid)),
    });
    await refused.catch(({ message }: Error) => {
      expect(message).toContain(new Date().toLocaleDateString());
    });
    await storage().runs.endRun(first, 'incomplete');
    expect(await other.runs.lastRun(script)).toMatchObject({ id: first, script, status: 'incomplete' });
    await other.runs.beginRun(script, second);
    const running = await storage().runs.lastRun(script);
    expect(running).toEqual({ id: second, script, status: 'running', started: expect.any(String) });
    await other.close();
  });

  test('of handles that begin at the same time one succeeds', async () => {
    const other = await open();
    const script = fresh('script');
    const begun = await Promise.allSettled(
      [storage(), other, storage(), other].map(({ runs }) => runs.beginRun(script, fresh('run'))),
    );
    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await other.close();
  });

  test('artifacts are replaced by name and kept by script', async () => {
    const script = fresh('script');
    const { runs } = storage();
    await runs.saveArtifacts(script, [
      { name: 'sc_1', value: { b: 1, a: ['x', null] } },
      { name: 'sc_2', value: 'draft' },
    ]);
    await runs.saveArtifacts(fresh('script'), [{ name: 'sc_1', value: 0 }]);
    await runs.saveArtifacts(script, [{ name: 'sc_2', value: null }]);
    const loaded = await runs.loadArtifacts(script);
    expect(loaded).toEqual(
      new Map<string, unknown>([
        ['sc_1', { b: 1, a: ['x', null] }],
        ['sc_2', null],
      ]),
    );
    expect(JSON.stringify(loaded.get('sc_1'))).toBe('{"b":1,"a":["x",null]}');
  });

  test('the last export to a path is remembered', async () => {
    const path = `/project/${fresh('file')}.fountain`;
    const { runs } = storage();
    await runs.saveExport(path, { fileHash: 'a', sourceHash: 'b' });
    await runs.saveExport(path, { fileHash: 'c', sourceHash: 'd' });
    expect(await runs.lastExport(path)).toEqual({ fileHash: 'c', sourceHash: 'd' });
  });

  test('one answer of unknown price makes the whole cost unknown, also when it is set aside', async () => {
    const { journal } = storage();
    const row = answer();
    expect((await journal.totals()).cost).not.toBeNull();
    await journal.settle({ ...row, answer: { ...row.answer, cost: null } });
    expect((await journal.totals()).cost).toBeNull();
    await journal.setAside(row.key, 'not readable');
    expect((await journal.totals()).cost).toBeNull();
  });
}

function fresh(prefix: string): string {
  return `${prefix}_${randomUUID()}`;
}

function keys(count: number): readonly string[] {
  return Array.from({ length: count }, () => fresh('key'));
}

function answer(): JournalRow {
  return {
    key: fresh('key'),
    task: 'scene.direct',
    model: 'test/model',
    request: { messages: ['write'] },
    answer: {
      text: '{"beats":[]}',
      finishReason: 'stop',
      usage: { inputTokens: 100, outputTokens: 10, cachedTokens: 0 },
      cost: 0.25,
      attempts: 1,
      ms: 12,
    },
    time: new Date().toISOString(),
  };
}

function slot(name: string, key: string): { slot: string; key: string; references: [] } {
  return { slot: name, key, references: [] };
}

type NewSetting = Extract<NewEntry, { kind: 'setting' }>;

interface MadeScript {
  readonly script: Script;
  readonly entries: readonly NewEntry[];
  readonly setting: NewSetting;
  readonly outline: Outline;
}

function makeScript(outline: Outline = { cards: [card('sc_b'), card('sc_a')] }): MadeScript {
  const id = fresh('script');
  const script: Script = {
    id,
    slug: `slug-${id}`,
    title: 'The Lamp',
    logline: 'A keeper loses the light.',
    premise: '',
    format: 'short',
    scenes: outline.cards.length,
  };
  const theme = { question: 'Who keeps watch?', argument: 'All', counter: 'None', images: '', notes: '' };
  const place = { interior: true, look: 'A lamp room.', sound: 'Sea.', rules: '', notes: '' };
  const setting: NewSetting = { id: fresh('st'), kind: 'setting', name: 'LIGHTHOUSE', document: place };
  const entries: readonly NewEntry[] = [{ id: fresh('th'), kind: 'theme', name: 'Watch', document: theme }, setting];
  return { script, entries, setting, outline };
}

async function created(storage: Storage, outline?: Outline): Promise<MadeScript> {
  const made = makeScript(outline);
  await storage.bibles.createScript(made.script, made.entries, made.outline, PERSON);
  return made;
}

function edit(setting: NewSetting, expected: number, change: Partial<NewSetting['document']>): EntryWrite {
  const { id, name, document } = setting;
  return { id, expected, name, document: { ...document, ...change }, author: PERSON, reason: 'for the test' };
}

function card(id: string): SceneCard {
  return {
    id,
    version: 1,
    interior: true,
    setting: 'st_1',
    time: 'NIGHT',
    cast: ['ch_1'],
    speakers: [],
    lead: 'ch_1',
    goal: 'to light the lamp',
    opposition: 'the wind',
    turn: { from: 'hope', to: 'fear' },
    tension: 5,
    beats: ['The lamp fails.'],
    pattern: 'struggle',
    length: 'short',
    learns: [],
    becauseOf: [],
    threads: [],
    synopsis: 'The lamp fails.',
  };
}
