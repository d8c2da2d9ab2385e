import { afterAll, beforeAll, describe } from 'vitest';
import type { Storage } from '../storage/storage.ts';
import { bibleTests } from '../storage/suite/bible-tests.ts';
import { branchTests } from '../storage/suite/branch-tests.ts';
import { careTests } from '../storage/suite/care-tests.ts';
import { changeTests } from '../storage/suite/change-tests.ts';
import { conflictTests } from '../storage/suite/conflict-tests.ts';
import type { OpenStorage } from '../storage/suite/context.ts';
import { journalTests } from '../storage/suite/journal-tests.ts';
import { leaseTests } from '../storage/suite/lease-tests.ts';
import { ledgerTests } from '../storage/suite/ledger-tests.ts';
import { recordTests } from '../storage/suite/record-tests.ts';
import { reserveTests } from '../storage/suite/reserve-tests.ts';
import { runTests } from '../storage/suite/run-tests.ts';
import { searchTests } from '../storage/suite/search-tests.ts';

/**
 * Run the tests that every storage must pass. `open` must always give a handle on the same database;
 * what it holds already does not matter.
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
    describe('branches', () => branchTests(context));
    describe('changes', () => changeTests(context));
    describe('conflicts', () => conflictTests(context));
    describe('records', () => recordTests(context));
    describe('search', () => searchTests(context));
    describe('journal', () => journalTests(context));
    describe('care of the journal', () => careTests(context));
    describe('leases', () => leaseTests(context));
    describe('ledger', () => ledgerTests(context));
    describe('reservations', () => reserveTests(context));
    describe('runs', () => runTests(context));
  });
}
