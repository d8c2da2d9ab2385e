import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepingStatements } from './statements.ts';

let database: Database.Database;

beforeEach(() => {
  database = new Database(':memory:');
  database.exec('create table words (word text)');
});

afterEach(() => {
  database.close();
});

test('a query is prepared once, and sees what was written and how the table changed since', () => {
  const { prepare } = keepingStatements(database);
  const words = 'select * from words where word <> ?';
  expect(prepare(words).all(['x'])).toEqual([]);
  prepare('insert into words values (?)').run(['lamp']);
  expect(prepare(words)).toBe(prepare(words));
  database.exec(`alter table words add column language text default 'en'`);
  expect(prepare(words).all(['x'])).toEqual([{ word: 'lamp', language: 'en' }]);
});

test('a pragma takes effect every time, not only when it is first prepared', () => {
  const { prepare } = keepingStatements(database);
  for (const level of [1, 2, 1, 2]) {
    prepare(`pragma synchronous = ${level === 1 ? 'normal' : 'full'}`).run([]);
    expect(database.pragma('synchronous', { simple: true })).toBe(level);
  }
});

test('a query in the middle of its rows can be asked once more', () => {
  const { prepare } = keepingStatements(database);
  for (const word of ['lamp', 'ring']) prepare('insert into words values (?)').run([word]);
  const rows = prepare('select word from words').iterate([]);
  expect(rows.next().value).toEqual({ word: 'lamp' });
  expect(prepare('select word from words').all([])).toHaveLength(2);
  expect([...rows]).toEqual([{ word: 'ring' }]);
});
