import { expect, test } from 'vitest';
import type { Journal, JournalRow } from './journal.ts';
import { withMemory } from './memory.ts';

const usage = { inputTokens: 1, outputTokens: 1, cachedTokens: 0 };

function rowOf(key: string, text = 'x'): JournalRow {
  const answer = { text, finishReason: 'stop' as const, usage, cost: 0, attempts: 1, ms: 1 };
  return { key, task: 't', model: 'p/m', request: { messages: [{ role: 'user', content: text }] }, answer, time: '' };
}

/** A journal that counts how often it is read. */
function counted(): Journal & { reads: number; readonly rows: Map<string, JournalRow> } {
  const rows = new Map<string, JournalRow>();
  const unused = async (): Promise<never> => Promise.reject(new Error('unused'));
  return {
    reads: 0,
    rows,
    async find(keys) {
      this.reads += 1;
      return new Map(keys.flatMap((key) => (rows.has(key) ? [[key, rows.get(key) as JournalRow] as const] : [])));
    },
    async claim(key) {
      this.reads += 1;
      const row = rows.get(key);
      return row ? { state: 'answered', row } : { state: 'claimed' };
    },
    async settle(row) {
      rows.set(row.key, row);
    },
    async setAside(key) {
      rows.delete(key);
    },
    release: unused,
    loadSlots: unused,
    saveSlots: unused,
    totals: unused,
  };
}

/** Methods of the counted journal need their `this`. */
function front(journal: ReturnType<typeof counted>, maxBytes?: number): Journal {
  const bound: Journal = { ...journal, find: (keys) => journal.find(keys), claim: (key) => journal.claim(key) };
  return withMemory(bound, maxBytes === undefined ? {} : { maxBytes });
}

test('an answer written or read once is not read again', async () => {
  const journal = counted();
  journal.rows.set('b', rowOf('b'));
  const memory = front(journal);
  await memory.settle(rowOf('a'));
  expect((await memory.find(['a'])).get('a')).toEqual(rowOf('a'));
  expect(await memory.claim('a')).toMatchObject({ state: 'answered' });
  expect(journal.reads).toBe(0);
  expect([...(await memory.find(['a', 'b', 'c'])).keys()]).toEqual(['a', 'b']);
  await memory.find(['b']);
  expect(journal.reads).toBe(1);
});

test('what was set aside is no answer any more', async () => {
  const memory = front(counted());
  await memory.settle(rowOf('a'));
  await memory.setAside('a', 'unreadable');
  expect(await memory.claim('a')).toEqual({ state: 'claimed' });
});

test('it holds no more than it may, and forgets first what was used longest ago', async () => {
  const journal = counted();
  const memory = front(journal, 1_000_000);
  const long = 'x'.repeat(100_000); // about 0.4 MB with its request
  await memory.settle(rowOf('a', long));
  await memory.settle(rowOf('b', long));
  await memory.find(['a']);
  await memory.settle(rowOf('c', long));
  await memory.find(['a']);
  expect(journal.reads).toBe(0);
  await memory.find(['b']);
  expect(journal.reads).toBe(1);
});

test('an answer that is larger than all it may hold is not held', async () => {
  const journal = counted();
  const memory = front(journal, 0);
  await memory.settle(rowOf('a'));
  await memory.find(['a']);
  expect(journal.reads).toBe(1);
});
