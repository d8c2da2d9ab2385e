import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { makeVersion1 } from './fixtures/version-1.ts';
import {
  backupDatabase,
  checkDatabase,
  migrateDatabase,
  openSqlite,
  restoreDatabase,
  sqliteDatabase,
} from './index.ts';
import { migrationTests } from './suite/migration-tests.ts';
import { answer, callFor, changed, created, decided, type MadeScript } from './suite/samples.ts';
import { type ToolDatabase, toolTests } from './suite/tool-tests.ts';
import type { Tables } from './tables.ts';

const root = await mkdtemp(join(tmpdir(), 'scriptgen-tools-'));
afterAll(() => rm(root, { recursive: true, force: true }));

async function make(): Promise<ToolDatabase & { readonly path: string }> {
  const path = join(await mkdtemp(join(root, 'case-')), 'scriptgen.db');
  return { path, at: sqliteDatabase(path), open: () => openSqlite(path) };
}

await toolTests(make, make);

describe('an old database', async () => {
  const [old, to] = [await make(), await make()];
  const file = join(root, 'version-1.gz');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(old.path) }) });
  await makeVersion1(db);
  await db.destroy();

  test('is backed up as it is, and migrated where it is restored', async () => {
    await backupDatabase(old.at, file);
    await restoreDatabase(to.at, file);
    expect(await checkDatabase(to.at)).toEqual([]);
    const storage = await to.open();
    expect(await storage.bibles.search('script_1', 'storm', { in: ['entry'] })).toHaveLength(1);
    expect(await storage.bibles.search('script_1', 'sea', { in: ['version'] })).toMatchObject([{ version: 1 }]);
    await storage.close();
  });

  migrationTests(() => openSqlite(to.path));

  test('is found to be old, until it is migrated', async () => {
    expect(await checkDatabase(old.at)).toMatchObject([{ table: 'schema_version', row: '1' }]);
    expect(await migrateDatabase(old.at)).toEqual({ from: 1, to: 5 });
    expect(await checkDatabase(old.at)).toEqual([]);
  });
});

describe('checkDatabase', () => {
  test.each<readonly [damage: string, statement: string, finding: string]>([
    ['a lost version', "delete from entry_versions where entry = 'ID' and version = 2", 'ID 3 follows version 1'],
    ['a changed name', "update entry_versions set name = 'X' where entry = 'ID' and version = 1", 'ID 1 does not say'],
    [
      'an unreadable document',
      "update entry_versions set document = '{' where entry = 'ID' and version = 2",
      'ID 2 is not readable',
    ],
    [
      'facts of another form',
      "update entry_versions set facts = '7' where entry = 'ID' and version = 3",
      'ID 3 is not readable',
    ],
    [
      'wrong field versions',
      `update entry_versions set field_versions = '{"name":1}' where entry = 'ID' and version = 3`,
      'ID 3 has wrong versions',
    ],
    [
      'a head that is not there',
      "update entries set head = 7 where id = 'ID'",
      'ID has head 7, and its last version is 3',
    ],
    ['another state', "update entries set state = 'removed' where id = 'ID'", 'ID is removed, and its head accepted'],
    ['no versions', "delete from entry_versions where entry = 'ID'", 'ID has no version'],
    [
      'a lost change set',
      "delete from change_sets where seq = 2 and script = 'SCRIPT'",
      'ID 2 belongs to the change set',
    ],
    [
      'a lost script',
      "pragma foreign_keys = off; delete from scripts where id = 'SCRIPT'",
      'belongs to a row of scripts',
    ],
    [
      'an unreadable card',
      "update cards set document = 'x' where id = 'sc_a' and script = 'SCRIPT'",
      'SCRIPT sc_a is not readable',
    ],
    [
      'a card that is not what was written last',
      "update cards set position = '9' where id = 'sc_a' and script = 'SCRIPT'",
      'SCRIPT sc_a is not what its last version says',
    ],
    ['a lost card', "delete from cards where id = 'sc_a' and script = 'SCRIPT'", 'SCRIPT card sc_a is missing'],
    [
      'a lost version of a record',
      "delete from record_versions where kind = 'note' and version = 1 and script = 'SCRIPT'",
      'SCRIPT note no_1 2 follows version 0',
    ],
    [
      'a record with another head',
      "update records set head = 1 where kind = 'note' and script = 'SCRIPT'",
      'SCRIPT note no_1 has head 1, and its last version is 2',
    ],
    ['a lost record', "delete from records where kind = 'note' and script = 'SCRIPT'", 'SCRIPT note no_1 is missing'],
    [
      'an unreadable record',
      "update record_versions set document = '{' where kind = 'note' and version = 2 and script = 'SCRIPT'",
      'SCRIPT note no_1 2 is not readable',
    ],
    [
      'a lost change set of records',
      "delete from change_sets where seq = 5 and script = 'SCRIPT'",
      'SCRIPT note no_1 2 belongs to the change set',
    ],
    [
      'an unreadable draft',
      "insert into artifacts (script, name, value) values ('SCRIPT', 'sc_a', '{')",
      'SCRIPT sc_a is not readable',
    ],
    ['money that no call took', "update spending set cost = 9 where period = 'project'", 'project is not what'],
    ['a lost sum', "delete from spending where period = 'run:run_1'", 'run:run_1 is missing'],
    [
      'a paid answer that is not on the bill',
      "update journal set call = 'call_x' where call is not null",
      'was paid for by the call call_x',
    ],
    ['an unreadable price', "update calls set price = '{'", 'is not readable'],
    [
      'a batch that is not there',
      "pragma foreign_keys = off; insert into batch_items values ('sgb_1', 'a', 0, 'k', '{}', '{}')",
      'belongs to a row of batches',
    ],
  ])('finds %s', async (_, statement, finding) => {
    const { path, at, made } = await filled();
    const database = new Database(path);
    database.exec(statement.replaceAll('ID', made.setting.id).replaceAll('SCRIPT', made.script.id));
    database.close();
    const findings = (await checkDatabase(at)).map(({ row, message }) => `${row} ${message}`);
    const expected = finding.replaceAll('ID', made.setting.id).replaceAll('SCRIPT', made.script.id);
    expect(findings.filter((one) => one.includes(expected))).toHaveLength(
      findings.length > 0 && finding.startsWith('belongs') ? findings.length : 1,
    );
  });

  test('says that a file was cut', async () => {
    const { path, at } = await filled();
    await truncate(path, Math.floor((await stat(path)).size / 2));
    await expect(checkDatabase(at)).rejects.toMatchObject({ code: 'storage/damaged' });
    await expect(backupDatabase(at, join(root, 'cut.gz'))).rejects.toMatchObject({ code: 'storage/damaged' });
  });

  test('finds pages that were overwritten', async () => {
    const { path, at } = await filled();
    const bytes = await readFile(path);
    await writeFile(path, bytes.fill(0xaa, bytes.length - 8192));
    const found = await checkDatabase(at).catch(({ code }) => [{ table: 'file', message: code }]);
    expect(found[0]).toMatchObject({ table: 'file' });
  });

  test('refuses what is no database of ScriptGen, and makes none', async () => {
    const { path, at } = await make();
    await expect(checkDatabase(at)).rejects.toMatchObject({ code: 'storage/unwritable' });
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
    const database = new Database(path);
    database.exec('create table songs (title text)');
    database.close();
    for (const tool of [checkDatabase(at), migrateDatabase(at), backupDatabase(at, join(root, 'x.gz'))])
      await expect(tool).rejects.toMatchObject({ code: 'storage/damaged' });
  });
});

test('a backup is made while others write', async () => {
  const { at, path, made } = await filled();
  const storage = await openSqlite(path);
  const writing = (async () => {
    for (let version = 3; version < 40; version += 1) await changed(storage, made, version, { sound: `${version}` });
  })();
  const file = join(root, 'busy.gz');
  for (let round = 0; round < 5; round += 1) {
    await backupDatabase(at, file);
    const to = await make();
    await restoreDatabase(to.at, file);
    expect(await checkDatabase(to.at)).toEqual([]);
  }
  await writing;
  await storage.close();
});

async function filled(): Promise<Awaited<ReturnType<typeof make>> & { readonly made: MadeScript }> {
  const database = await make();
  const storage = await database.open();
  const made = await created(storage);
  await changed(storage, made, 1, { sound: 'Wind.' });
  await changed(storage, made, 2, { sound: 'Rain.' });
  await decided(storage, made, { kind: 'note', id: 'no_1', expected: 0, document: { text: 'louder' } });
  await decided(storage, made, { kind: 'note', id: 'no_1', expected: 1, document: null });
  const row = answer();
  await storage.journal.settle(row, callFor(row));
  await storage.close();
  return { ...database, made };
}
