import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storageSuite } from '../testing/storage-suite.ts';
import { makeOldVersion, OLD_VERSIONS } from './fixtures/old-version.ts';
import { startPostgres } from './fixtures/postgres-server.ts';
import { openSqlite, sqliteDatabase } from './index.ts';
import { openPostgres, postgresDatabase } from './postgres/index.ts';
import { postgresIndex } from './postgres/search-index.ts';
import { migrationTests } from './suite/migration-tests.ts';
import { processTests } from './suite/process-tests.ts';
import { toolTests } from './suite/tool-tests.ts';
import type { Tables } from './tables.ts';

const server = await startPostgres();

if (server.state === 'absent') {
  test.skip(`Postgres could not be started here: ${server.reason}`, () => {});
} else {
  afterAll(server.stop);
  const { url } = server;

  test('handles that open a new database at the same time all succeed', async () => {
    const handles = await Promise.all(Array.from({ length: 5 }, () => openPostgres(url)));
    for (const handle of handles) expect(await handle.bibles.listScripts()).toEqual([]);
    await Promise.all(handles.map((handle) => handle.close()));
  });

  storageSuite('the storage on Postgres', (options) => openPostgres(url, options));

  describe.each(OLD_VERSIONS)('migrations of version %i on Postgres', (version) => {
    const old = url.replace(/postgres$/, `version_${version}`);
    beforeAll(async () => {
      await query(url, `create database version_${version}`);
      await query(old, 'create schema scriptgen');
      const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: old }) }) });
      const own = db.withSchema('scriptgen');
      await makeOldVersion(version, own, { index: postgresIndex, prefix: 'scriptgen.' });
      await db.destroy();
    });
    migrationTests(() => openPostgres(old));
  });

  describe('tools between Postgres and SQLite', async () => {
    let count = 0;
    const folder = await mkdtemp(join(tmpdir(), 'scriptgen-postgres-tools-'));
    afterAll(() => rm(folder, { recursive: true, force: true }));
    await toolTests(
      async () => {
        count += 1;
        await query(url, `create database tools_${count}`);
        const own = url.replace(/postgres$/, `tools_${count}`);
        return { at: postgresDatabase(own), open: () => openPostgres(own) };
      },
      async () => {
        const path = join(await mkdtemp(join(folder, 'case-')), 'scriptgen.db');
        return { at: sqliteDatabase(path), open: () => openSqlite(path) };
      },
    );
  });

  describe('writers of one bible on Postgres', () => {
    processTests({ where: url, at: postgresDatabase(url), open: () => openPostgres(url) });
  });

  describe('openPostgres', () => {
    test('keeps everything in its own schema', async () => {
      const tables = await query(url, "select table_schema from information_schema.tables where table_name = 'runs'");
      expect(tables).toEqual([{ table_schema: 'scriptgen' }]);
    });

    test('works on a pool it is given, and leaves it open', async () => {
      const pool = new pg.Pool({ connectionString: url });
      const storage = await openPostgres(pool);
      await storage.journal.totals();
      await storage.close();
      expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      await pool.end();
    });

    test('refuses what a newer version wrote', async () => {
      await query(url, 'update scriptgen.schema_version set version = version + 1');
      await expect(openPostgres(url)).rejects.toMatchObject({ code: 'storage/newer' });
      await query(url, 'update scriptgen.schema_version set version = version - 1');
    });

    test('says that a server refuses, without the password', async () => {
      const wrong = url.replace(':password@', ':secret@');
      const refused = openPostgres(wrong);
      await expect(refused).rejects.toMatchObject({ code: 'storage/unwritable' });
      await refused.catch((error: Error) => expect(JSON.stringify(error)).not.toContain('secret'));
    });
  });
}

test('an address that is no Postgres URL is refused', async () => {
  await expect(openPostgres('sqlite:scriptgen.db')).rejects.toMatchObject({ code: 'config/invalid' });
});

async function query(url: string, text: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}
