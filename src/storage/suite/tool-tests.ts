import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { backupDatabase, checkDatabase, type DatabaseAt, migrateDatabase, restoreDatabase } from '../index.ts';
import { CURRENT_VERSION } from '../migrations.ts';
import type { Storage } from '../storage.ts';
import {
  answer,
  callFor,
  changed,
  created,
  decided,
  edit,
  fresh,
  type MadeScript,
  settingContent,
  slot,
} from './samples.ts';

/** A database that a tool can work on, and how to open it for what a project does. */
export interface ToolDatabase {
  readonly at: DatabaseAt;
  readonly open: () => Promise<Storage>;
}

/** What the tools must do between two kinds of database; `make` gives one that is not there yet. */
export async function toolTests(
  make: () => Promise<ToolDatabase>,
  makeOther: () => Promise<ToolDatabase>,
): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'scriptgen-tools-'));
  afterAll(() => rm(root, { recursive: true, force: true }));
  let folder = '';
  let file = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(root, 'case-'));
    file = join(folder, 'backup.gz');
  });

  test('what is restored in another kind of database is what was backed up', async () => {
    const [from, to] = [await make(), await makeOther()];
    const made = await filled(from);
    const before = await contentsOf(from, made);
    await backupDatabase(from.at, file);
    await restoreDatabase(to.at, file);
    expect(await contentsOf(to, made)).toEqual(before);
    expect(await checkDatabase(to.at)).toEqual([]);
    const [again, back] = [join(folder, 'again.gz'), await make()];
    await backupDatabase(to.at, again);
    await restoreDatabase(back.at, again);
    expect(await contentsOf(back, made)).toEqual(before);
    expect(await linesOf(again)).toEqual(await linesOf(file));
    expect((await readdir(folder)).sort()).toEqual(['again.gz', 'backup.gz']);
  });

  test('a restored database is written on as the old one would be', async () => {
    const [from, to] = [await make(), await make()];
    const made = await filled(from);
    await backupDatabase(from.at, file);
    await restoreDatabase(to.at, file);
    const storage = await to.open();
    await storage.bibles.write({ ...edit(made, 2, settingContent(made, { sound: 'Rain.' })) });
    expect(await storage.bibles.search(made.script.id, 'rain')).toHaveLength(1);
    expect(await storage.bibles.search(made.script.id, 'wind', { in: ['entry'] })).toEqual([]);
    expect((await storage.bibles.listChangeSets(made.script.id))[0]).toMatchObject({ reason: 'for the test' });
    await storage.close();
    expect(await checkDatabase(to.at)).toEqual([]);
  });

  test('a backup that was cut or changed is refused, and nothing is restored', async () => {
    const [from, to] = [await make(), await make()];
    await filled(from);
    await backupDatabase(from.at, file);
    const { size } = await stat(file);
    const whole = await readFile(file);
    const text = gunzipSync(whole).toString();
    const lines = text.trimEnd().split('\n');
    const damages: readonly (() => Promise<void>)[] = [
      () => truncate(file, Math.floor(size / 2)),
      () => truncate(file, size - 1),
      () => truncate(file, 0),
      () => writeFile(file, 'INT. LIGHTHOUSE - NIGHT'),
      () => writeFile(file, gzipSync('INT. LIGHTHOUSE - NIGHT')),
      () => writeFile(file, gzipSync(lines.slice(0, -1).join('\n'))),
      () => writeFile(file, gzipSync(`${lines.toSpliced(3, 1).join('\n')}\n`)),
      () => writeFile(file, gzipSync(text.replace('LIGHTHOUSE', 'LIGHTHOUZE'))),
    ];
    for (const damage of damages) {
      await writeFile(file, whole);
      await damage();
      await expect(restoreDatabase(to.at, file)).rejects.toMatchObject({
        code: 'storage/damaged',
        message: expect.stringContaining(file),
      });
    }
    await writeFile(file, whole);
    await restoreDatabase(to.at, file);
  });

  test('a newer backup is refused, a missing one too', async () => {
    const [from, to] = [await make(), await make()];
    await filled(from);
    await backupDatabase(from.at, file);
    const lines = (await linesOf(file)).with(0, '{"format":"scriptgen-backup","version":1,"schema":999,"time":""}');
    await writeBackup(file, lines);
    await expect(restoreDatabase(to.at, file)).rejects.toMatchObject({ code: 'storage/newer' });
    await expect(restoreDatabase(to.at, join(folder, 'none.gz'))).rejects.toMatchObject({
      code: 'storage/unwritable',
      message: expect.stringContaining('none.gz'),
    });
  });

  test('a backup is restored into a database that holds nothing, and into no other', async () => {
    const [from, to] = [await make(), await make()];
    const made = await filled(from);
    await backupDatabase(from.at, file);
    await (await to.open()).close();
    await restoreDatabase(to.at, file);
    await expect(restoreDatabase(to.at, file)).rejects.toMatchObject({ code: 'storage/not-empty' });
    expect(await contentsOf(to, made)).toEqual(await contentsOf(from, made));
  });

  test('a backup that cannot be written leaves nothing behind', async () => {
    const from = await make();
    await filled(from);
    const nowhere = join(folder, 'none', 'backup.gz');
    await expect(backupDatabase(from.at, nowhere)).rejects.toMatchObject({
      code: 'storage/unwritable',
      message: expect.stringContaining(nowhere),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test('a sound database has no findings, and needs no migration', async () => {
    const from = await make();
    await filled(from);
    expect(await checkDatabase(from.at)).toEqual([]);
    expect(await migrateDatabase(from.at)).toEqual({ from: CURRENT_VERSION, to: CURRENT_VERSION });
  });
}

/** Write lines as a backup, whose end says so. */
async function writeBackup(file: string, lines: readonly string[]): Promise<void> {
  const { createHash } = await import('node:crypto');
  const text = lines.map((line) => `${line}\n`).join('');
  const end = { rows: lines.length - 1, sha256: createHash('sha256').update(text).digest('hex') };
  await writeFile(file, gzipSync(`${text}${JSON.stringify(end)}\n`));
}

/** The lines of a backup without its time and end, those of a table in an order that no collation decides. */
async function linesOf(file: string): Promise<readonly string[]> {
  const [header = '', ...lines] = gunzipSync(await readFile(file))
    .toString()
    .trimEnd()
    .split('\n');
  return [header.replace(/"time":"[^"]*"/, '"time":""'), ...lines.slice(0, -1).sort()];
}

async function filled({ open }: ToolDatabase): Promise<MadeScript> {
  const storage = await open();
  const made = await created(storage);
  await created(storage);
  await changed(storage, made, 1, { sound: 'Wind.', rules: 'nul \u0000, lone \ud800, "quotes" and 🎬' });
  const [one] = made.outline.cards;
  if (one === undefined) throw new Error('no card');
  await decided(
    storage,
    made,
    { type: 'card', id: one.id, expected: 1, card: { ...one, goal: 'a match' }, after: 'sc_a' },
    { type: 'card', id: 'sc_a', expected: 1, card: null },
    { kind: 'edit', id: one.id, expected: 0, document: { text: 'nul \u0000, lone \ud800' } },
    { kind: 'note', id: 'no_1', expected: 0, document: null },
  );
  const row = answer();
  await storage.journal.claim('pending');
  const call = callFor(row, { price: { cost: { input: 1, output: 2 }, source: 'list', dated: '2026-11-26' } });
  await storage.journal.settle(row, call);
  await storage.ledger.fail(callFor(answer(), { outcome: 'model/timeout' }), { request: 'write', text: 'nul \u0000' });
  await storage.ledger.reserve({ id: 'under way', run: 'run_1', dayStart: row.time, cost: 7 }, {});
  const { run, script, task, role, model } = call;
  const saved = { kind: 'journal', calls: 1, inputTokens: 100, outputTokens: 10, cost: 0.25 } as const;
  await storage.ledger.addSavings([{ run, script, task, role, model, ...saved }]);
  await storage.memory.save('test/model', { tokenFactor: 1.1 });
  const place = { run, script, slot: 'x', task, role, agent: role };
  await storage.batches.begin({
    ...{ id: 'sgb_1', script, provider: 'test', model, state: 'submitting', created: row.time },
    items: [
      { id: 'b', key: 'k1:b', request: { text: 'nul \u0000' }, place },
      { id: 'a', key: 'k1:a', request: {}, place },
    ],
  });
  await storage.journal.saveSlots(made.script.id, [slot('sc_a/direct', row.key)]);
  await storage.runs.saveArtifacts(made.script.id, [
    { name: 'sc_a', value: { b: 1 }, text: 'Maya \u0000 strikes a match \ud800.' },
  ]);
  await storage.runs.saveExport('/the-lamp.fountain', { fileHash: 'a', sourceHash: 'b' });
  await storage.close();
  return made;
}

async function contentsOf({ open }: ToolDatabase, { script, setting }: MadeScript): Promise<unknown> {
  const { bibles, runs, journal, ledger, memory, batches, close } = await open();
  const options = { in: ['entry', 'version', 'card', 'scene'] } as const;
  const contents = {
    scripts: await bibles.listScripts(),
    entries: await bibles.listEntries(script.id),
    versions: await bibles.listVersions(setting.id),
    changeSets: await bibles.listChangeSets(script.id),
    outline: await bibles.loadOutline(script.id),
    records: await bibles.loadRecords(script.id),
    cards: await Promise.all(['sc_a', 'sc_b'].map((id) => bibles.listRecordVersions(script.id, { kind: 'card', id }))),
    artifacts: await runs.loadArtifacts(script.id),
    exported: await runs.lastExport('/the-lamp.fountain'),
    totals: await journal.totals(),
    slots: await journal.loadSlots(script.id),
    calls: await Promise.all((await ledger.calls({}, 10)).map(({ id }) => ledger.call(id))),
    sums: await ledger.sum({}, 'model'),
    savings: await ledger.savings({}),
    spent: await ledger.reserve(
      { id: fresh('call'), run: 'run_1', dayStart: '2026-01-01', cost: 0 },
      { run: 9, day: 99 },
    ),
    facts: await memory.load(),
    batches: await batches.open(),
    hits: [await bibles.search(script.id, 'sea', options), await bibles.search(script.id, 'match', options)],
  };
  await close();
  return contents;
}
