import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWrite } from './backend.ts';
import { createLessee } from './lease.ts';
import { startRenewal } from './renewal.ts';
import { createTables } from './schema.ts';
import { addLedger } from './schema-3.ts';
import { ImmediateDialect } from './sqlite/dialect.ts';
import type { Tables } from './tables.ts';

let db: Kysely<Tables>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  db = new Kysely<Tables>({ dialect: new ImmediateDialect(new Database(':memory:')) });
});
afterEach(async () => {
  vi.useRealTimers();
  await db.destroy();
});

test('a handle renews the leases that it holds, every five seconds, and none that it gave up or another has', async () => {
  let now = Date.UTC(2026, 0, 1);
  const write = createWrite({ db, isTransient: () => false }, true);
  const lessee = createLessee({ clock: () => now });
  await write(async (trx) => {
    await createTables(trx);
    await addLedger(trx);
  });
  const old = lessee.until();
  await seed([lessee.id, 'other:1:x', lessee.id], old);

  const renewal = startRenewal(write, lessee);
  now += 5000;
  vi.advanceTimersByTime(5000); // holds nothing
  for (const seq of [0, 1]) {
    renewal.keys.add(`k${seq}`);
    renewal.runs.add(`r${seq}`);
    renewal.reservations.add(`c${seq}`);
  }
  expect(new Set(await leases())).toEqual(new Set([old]));

  vi.advanceTimersByTime(5000);
  await renewal.stop();
  const renewed = [lessee.until(), old, old];
  expect(await leases()).toEqual([...renewed, ...renewed, ...renewed]);

  now += 5000;
  vi.advanceTimersByTime(60_000); // stopped
  await renewal.stop();
  expect((await leases())[0]).toBe(new Date(now + 10_000).toISOString());
});

test('a renewal that fails is no crash', async () => {
  const renewal = startRenewal(() => Promise.reject(new Error('disk full')), createLessee({}));
  renewal.keys.add('k');
  vi.advanceTimersByTime(5000);
  await expect(renewal.stop()).resolves.toBeUndefined();
});

test('renewals never run side by side', async () => {
  let started = 0;
  const renewal = startRenewal(() => {
    started += 1;
    return new Promise<never>(() => {}); // a database that does not answer
  }, createLessee({}));
  renewal.keys.add('k');
  vi.advanceTimersByTime(60_000);
  expect(started).toBe(1);
  void renewal.stop();
});

async function seed(owners: readonly string[], until: string): Promise<void> {
  for (const [seq, lease_owner] of owners.entries()) {
    const lease = { lease_owner, lease_until: until };
    await db
      .insertInto('journal')
      .values({ key: `k${seq}`, status: 'pending', ...lease })
      .execute();
    const run = { id: `r${seq}`, script: `s${seq}`, seq, status: 'running', started: until } as const;
    await db
      .insertInto('runs')
      .values({ ...run, ...lease })
      .execute();
    await db
      .insertInto('reservations')
      .values({ id: `c${seq}`, run: `r${seq}`, cost: 1, ...lease })
      .execute();
  }
}

async function leases(): Promise<readonly (string | null)[]> {
  const keys = await db.selectFrom('journal').select('lease_until').orderBy('key').execute();
  const runs = await db.selectFrom('runs').select('lease_until').orderBy('id').execute();
  const money = await db.selectFrom('reservations').select('lease_until').orderBy('id').execute();
  return [...keys, ...runs, ...money].map((row) => row.lease_until);
}
