import { chmod, mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { storageSuite } from '../testing/storage-suite.ts';
import { makeOldVersion, OLD_VERSIONS } from './fixtures/old-version.ts';
import { openSqlite } from './index.ts';
import { openStorage } from './open.ts';
import { headsIn } from './records.ts';
import { sqliteBackend } from './sqlite/backend.ts';
import { connect } from './sqlite/connect.ts';
import { sqliteIndex } from './sqlite/search-index.ts';
import { migrationTests } from './suite/migration-tests.ts';
import { answer, callFor, created, edit, type MadeScript, settingContent } from './suite/samples.ts';
import type { Tables } from './tables.ts';

const root = await mkdtemp(join(tmpdir(), 'scriptgen-sqlite-'));
afterAll(() => rm(root, { recursive: true, force: true }));

storageSuite('the storage on SQLite', (options) => openSqlite(join(root, 'suite', 'scriptgen.db'), options));

describe.each(OLD_VERSIONS)('migrations of version %i on SQLite', (version) => {
  const path = join(root, `version-${version}.db`);
  beforeAll(async () => {
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(path) }) });
    await makeOldVersion(version, db, { index: sqliteIndex });
    await db.destroy();
  });
  migrationTests(() => openSqlite(path));
});

describe('openSqlite', () => {
  let path = '';
  beforeEach(async () => {
    path = join(await mkdtemp(join(root, 'case-')), '.scriptgen', 'scriptgen.db');
  });

  test('makes the folder and keeps what is written', async () => {
    const first = await openSqlite(path);
    const { script } = await created(first);
    await first.close();
    const second = await openSqlite(path);
    expect(await second.bibles.listScripts()).toEqual([script]);
    await second.close();
  });

  test('commits to the disk, and lets other processes read and write meanwhile', async () => {
    await filled(path);
    const database = await connect(path);
    const setting = (name: string): unknown => database.pragma(name, { simple: true });
    expect(setting('journal_mode')).toBe('wal');
    expect(setting('synchronous')).toBe(2); // FULL
    expect(setting('foreign_keys')).toBe(1);
    expect(setting('busy_timeout')).toBe(5000);
    database.close();
  });

  test('looks the records of a script up by their keys, and goes through no table', async () => {
    await filled(path);
    const backend = sqliteBackend(await connect(path));
    const plan = await headsIn(backend.db, 'script_1').explain<{ detail: string }>(undefined, sql`query plan`);
    await backend.end();
    const steps = plan.map(({ detail }) => detail.split(' ')[0]);
    expect(steps).toEqual(['SEARCH', 'SEARCH', 'SEARCH', 'USE']); // three tables by an index each, and the order
  });

  test('handles that open a new database at the same time all succeed', async () => {
    const handles = await Promise.all(Array.from({ length: 5 }, () => openSqlite(path)));
    await Promise.all(handles.map((handle) => created(handle)));
    expect(await handles[0]?.bibles.listScripts()).toHaveLength(5);
    await Promise.all(handles.map((handle) => handle.close()));
  });

  test('refuses a database of a newer version and changes nothing in it', async () => {
    await filled(path);
    const database = new Database(path);
    database.exec('update schema_version set version = 999');
    database.close();
    const before = await readFile(path);
    await expect(openSqlite(path)).rejects.toMatchObject({
      code: 'storage/newer',
      message: expect.stringMatching(/999.*5/),
      hint: expect.stringContaining('Update ScriptGen'),
    });
    expect(await readFile(path)).toEqual(before);
  });

  test('refuses a file that is no database and changes nothing in it', async () => {
    await mkdir(join(path, '..'));
    const text = 'INT. LIGHTHOUSE - NIGHT\n'.repeat(100);
    await writeFile(path, text);
    await expectDamaged(path);
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  test('refuses a file that was cut', async () => {
    await filled(path);
    const { size } = await stat(path);
    await truncate(path, Math.floor(size / 2));
    const before = await readFile(path);
    await expectDamaged(path);
    expect(await readFile(path)).toEqual(before);
  });

  test("refuses another program's database", async () => {
    await mkdir(join(path, '..'));
    const database = new Database(path);
    database.exec('create table songs (title text)');
    database.close();
    await expectDamaged(path);
  });

  test('says that a page is damaged when it is read', async () => {
    await filled(path);
    const bytes = await readFile(path);
    await writeFile(path, bytes.fill(0xaa, 4096)); // all but the first page
    const read = openSqlite(path).then((storage) => storage.bibles.listScripts());
    await expect(read).rejects.toMatchObject({ code: 'storage/damaged', hint: expect.stringContaining(path) });
  });

  test('says that the disk is full, keeps what was there, and goes on when there is room again', async () => {
    const made = await filled(path);
    const database = await connect(path);
    const storage = await openStorage(sqliteBackend(database), {});
    const pages = (count: number): unknown => database.pragma(`max_page_count = ${count}`);
    pages(Number(database.pragma('page_count', { simple: true })) + 2);
    const look = 'A lamp room, and in it a lamp. '.repeat(10_000);
    const long = edit(made, 1, settingContent(made, { look }));
    await expect(storage.bibles.write(long)).rejects.toMatchObject({
      code: 'storage/unwritable',
      message: expect.stringContaining('full'),
    });
    expect(await storage.bibles.getEntry(made.setting.id)).toMatchObject({
      version: 1,
      document: made.setting.document,
    });
    pages(100_000);
    expect((await storage.bibles.write(long)).entries[0]).toMatchObject({ version: 2 });
    await storage.close();
  });

  test('writes an answer with its call and the end of its reservation, or on a full disk none of them', async () => {
    const database = await connect(path.replace('.scriptgen/', ''));
    const storage = await openStorage(sqliteBackend(database), {});
    const pages = (count: number): unknown => database.pragma(`max_page_count = ${count}`);
    const row = { ...answer(), request: { messages: ['A lamp room, and in it a lamp. '.repeat(10_000)] } };
    const call = callFor(row);
    await storage.journal.claim(row.key);
    const next = { id: 'next', run: call.run, dayStart: row.time, cost: 0 };
    await storage.ledger.reserve({ ...next, id: call.id, cost: 1 }, {});
    pages(Number(database.pragma('page_count', { simple: true })) + 2);
    const full = { code: 'storage/unwritable', message: expect.stringContaining('full') };
    await expect(storage.journal.settle(row, call)).rejects.toMatchObject(full);
    await expect(storage.ledger.fail(call, { request: row.request, text: '' })).rejects.toMatchObject(full);
    expect(await storage.ledger.calls({}, 10)).toEqual([]);
    expect((await storage.journal.find([row.key])).size).toBe(0);
    expect(await storage.ledger.reserve(next, { run: 9 })).toMatchObject({ spent: 0, reserved: 1 });
    pages(100_000);
    await storage.journal.settle(row, call);
    expect(await storage.ledger.reserve({ ...next, id: 'last' }, { run: 9 })).toMatchObject({
      spent: 0.25,
      reserved: 0,
    });
    await storage.close();
  });

  test('an answer and its call are one write to the disk', async () => {
    const database = await connect(path.replace('.scriptgen/', ''));
    const storage = await openStorage(sqliteBackend(database), {});
    const began: string[] = [];
    const exec = database.exec.bind(database);
    database.exec = (source) => {
      began.push(source);
      return exec(source);
    };
    const rows = Array.from({ length: 20 }, () => answer());
    await Promise.all(rows.map((row) => storage.journal.settle(row, callFor(row))));
    expect(began).toEqual(['begin immediate']);
    await storage.close();
  });

  test('says that a folder cannot be made', async () => {
    await writeFile(join(path, '..', '..', 'file'), '');
    const inFile = join(path, '..', '..', 'file', 'scriptgen.db');
    await expect(openSqlite(inFile)).rejects.toMatchObject({
      code: 'storage/unwritable',
      message: expect.stringContaining(inFile),
      hint: expect.any(String),
    });
  });

  test('says that a path is a folder', async () => {
    await mkdir(path, { recursive: true });
    await expect(openSqlite(path)).rejects.toMatchObject({ code: 'storage/unwritable' });
  });

  test('says that a folder or file is read-only', async () => {
    await filled(path);
    const folder = join(path, '..');
    for (const above of [root, join(folder, '..')]) await chmod(above, 0o755);
    await chmod(path, 0o444);
    await chmod(folder, 0o555);
    await unprivileged(async () => {
      await expect(openSqlite(join(folder, 'new.db'))).rejects.toMatchObject({ code: 'storage/unwritable' });
      await expect(openSqlite(join(folder, 'new', 'new.db'))).rejects.toMatchObject({ code: 'storage/unwritable' });
      await expect(openSqlite(path)).rejects.toMatchObject({ code: 'storage/unwritable' });
    });
    await chmod(folder, 0o777);
    await unprivileged(() => expect(openSqlite(path)).rejects.toMatchObject({ code: 'storage/unwritable' }));
  });
});

/** Work without root's rights, for whom nothing is read-only. */
async function unprivileged(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534); // nobody
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

async function filled(path: string): Promise<MadeScript> {
  const storage = await openSqlite(path);
  const made = await created(storage);
  await storage.close();
  return made;
}

async function expectDamaged(path: string): Promise<void> {
  await expect(openSqlite(path)).rejects.toMatchObject({
    code: 'storage/damaged',
    message: expect.stringContaining(path),
    hint: expect.stringMatching(/Nothing was changed/),
  });
}
