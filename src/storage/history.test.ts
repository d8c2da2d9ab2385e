import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { applyChanges, type Content, contentOf, diffContents, type NewEntry } from '../bibles/index.ts';
import { createWrite } from './backend.ts';
import { checkDatabase, openSqlite, sqliteDatabase } from './index.ts';
import { rebuildIndex } from './search/rebuild.ts';
import { sqliteBackend } from './sqlite/backend.ts';
import { connect } from './sqlite/connect.ts';
import { card, created, decided, edit, makeScript, PERSON } from './suite/samples.ts';

const root = await mkdtemp(join(tmpdir(), 'scriptgen-history-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const words = fc.array(fc.constantFrom('sea', 'Wind', 'the', 'Łódź', '海', "Maya's", '"', '🐙'), { maxLength: 4 });
const text = fc.oneof(
  words.map((some) => some.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
);
const value = fc.oneof(
  text,
  fc.integer(),
  fc.constant(null),
  fc.array(text, { maxLength: 2 }),
  fc.record({ a: text, b: text }),
);
const content: fc.Arbitrary<Content> = fc.record({
  name: text,
  aliases: fc.array(text, { maxLength: 2 }),
  document: fc.dictionary(fc.constantFrom('want', 'fear', 'voice'), value),
  facts: fc.uniqueArray(fc.record({ id: fc.constantFrom('fa_1', 'fa_2'), value }), { selector: ({ id }) => id }),
  locked: fc.constantFrom([], ['want']),
  state: fc.constantFrom('accepted', 'accepted', 'draft', 'removed'),
});

test('going through the versions of an entry gives its head, and the index is what a new one would be', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(content, { minLength: 1, maxLength: 12 }), async (contents) => {
      count += 1;
      const path = join(root, `${count}.db`);
      const storage = await openSqlite(path);
      const made = await created(storage, { cards: [] });
      for (const [index, one] of contents.entries()) {
        const head = await storage.bibles.getEntry(made.setting.id);
        await storage.bibles.write(edit(made, head?.version ?? index, one));
      }
      const head = await storage.bibles.getEntry(made.setting.id);
      const versions = (await storage.bibles.listVersions(made.setting.id)).toReversed();
      await storage.close();
      let replayed = contentOf({ name: '', document: {} });
      for (const version of versions) {
        replayed = applyChanges(replayed, diffContents(replayed, version));
        expect(sorted(replayed)).toEqual(sorted(version));
      }
      expect(head && sorted(head)).toEqual(sorted(replayed));
      expect(await checkDatabase(sqliteDatabase(path))).toEqual([]);
      await expectFreshIndex(path);
    }),
    { numRuns: 12 },
  );
});

test('the index of cards that were changed, moved and taken out is what a new one would be', async () => {
  let count = 0;
  const ids = ['sc_1', 'sc_2', 'sc_3', 'sc_4'];
  const change = fc.record({
    id: fc.constantFrom(...ids),
    goal: fc.option(text),
    after: fc.option(fc.constantFrom(...ids)),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
      count += 1;
      const path = join(root, `cards-${count}.db`);
      const storage = await openSqlite(path);
      const made = await created(storage, { cards: ids.slice(0, 3).map(card) });
      const { id: script } = made.script;
      await storage.runs.saveArtifacts(script, [{ name: 'sc_1', value: {}, text: 'the sea' }]);
      for (const { id, goal, after } of changes) {
        const [head] = await storage.bibles.listRecordVersions(script, { kind: 'card', id });
        const write = { type: 'card', id, expected: head?.version ?? 0 } as const;
        const { cards } = await storage.bibles.loadOutline(script);
        const there = cards.some((one) => one.id === after) || after === null;
        await decided(storage, made, {
          ...{ ...write, card: goal === null ? null : { ...card(id), goal } },
          ...(there ? { after } : {}),
        });
      }
      await storage.close();
      expect(await checkDatabase(sqliteDatabase(path))).toEqual([]);
      await expectFreshIndex(path);
    }),
    { numRuns: 12 },
  );
});

test('a database of entries that were made together says so', async () => {
  const path = join(root, 'together.db');
  const storage = await openSqlite(path);
  const { script, entries, outline } = makeScript();
  const many = Array.from(
    { length: 1500 },
    (_, index): NewEntry => ({ id: `ch_${index}`, kind: 'character', name: `Person ${index}`, document: {} }),
  );
  await storage.bibles.createScript(script, entries, outline, PERSON);
  const writes = many.map((entry) => ({ type: 'create', entry }) as const);
  const written = await storage.bibles.write({ script: script.id, writes, author: PERSON, reason: 'a crowd' });
  expect(written.entries.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
  const set = await storage.bibles.getChangeSet(written.changeSet ?? '');
  expect(set?.versions.map(({ entry }) => entry)).toEqual(many.map(({ id }) => id));
  expect(await storage.bibles.search(script.id, 'person 1499')).toMatchObject([{ id: 'ch_1499', field: 'name' }]);
  await storage.close();
});

/** A content with its facts in the order of their ids: a difference names facts, and not their order. */
function sorted(one: Content): Content {
  return contentOf({ ...one, facts: one.facts.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });
}

/** What is indexed is what an index that is made anew holds. */
async function expectFreshIndex(path: string): Promise<void> {
  const kept = textsIn(path);
  const backend = sqliteBackend(await connect(path));
  await createWrite(backend, true)((trx) => rebuildIndex(trx, backend.index));
  await backend.end();
  expect(kept).toEqual(textsIn(path));
}

/** What is indexed, in no order, without numbers. */
function textsIn(path: string): readonly unknown[] {
  const database = new Database(path);
  const rows = database.prepare('select place, source, version, field, text from texts order by 2, 4, 3, 1, 5').all();
  const indexed = database.prepare('select count(*) from text_index').pluck().get();
  database.close();
  expect(indexed).toBe(rows.length);
  return rows;
}
