import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edited, makePerson, withFacts } from '../fixtures/story.ts';
import {
  BUILT_IN,
  basesOf,
  type Content,
  type Entry,
  type ImportItem,
  importWrites,
  parseBible,
  planImport,
  printBible,
  withUserKinds,
} from '../index.ts';

const maya = makePerson('Maya');
const tom = makePerson('Tom');

interface Setup {
  readonly heads: readonly Entry[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly versions?: readonly Entry[];
  readonly prune?: boolean;
}

function itemsOf({ heads, files, versions = [], prune = false }: Setup): readonly ImportItem[] {
  const parsed = parseBible(files, BUILT_IN);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const baseOf = (id: string, version: number): Content | undefined =>
    versions.find((entry) => entry.id === id && entry.version === version);
  return planImport(parsed.value, { heads, baseOf, origin: 'script', prune }).items;
}

const filesOf = (...entries: readonly Entry[]): Setup['files'] => printBible(entries, BUILT_IN, 'yaml');
const typesOf = (items: readonly ImportItem[]): readonly string[] => items.map(({ type }) => type);

test('a bible that is exported and imported again changes nothing', () => {
  for (const form of ['yaml', 'md', 'json'] as const)
    expect(typesOf(itemsOf({ heads: [maya, tom], files: printBible([maya, tom], BUILT_IN, form) }))).toEqual([
      ...['unchanged', 'unchanged'],
    ]);
});

test('what is changed in a file is a new version of the head that it was exported from', () => {
  const [item] = itemsOf({ heads: [maya], files: filesOf(edited({ ...maya, version: 0 }, 'want', 'peace')) });
  expect(item).toMatchObject({ type: 'changed', id: 'ch_maya', expected: 1, fields: ['want'] });
});

test('a line that is left out, and a field that there was not when the head was written, are no change', () => {
  const text = filesOf(maya)[0]?.text.replace('notes: ""\n', '') ?? '';
  expect(typesOf(itemsOf({ heads: [maya], files: [{ path: 'characters/maya.yaml', text }] }))).toEqual(['unchanged']);
});

test('an entry that overrides another keeps saying only what differs', () => {
  const kinds = withUserKinds({
    prop: {
      prefix: 'pr',
      schema: { type: 'object', properties: { look: {}, use: { type: 'string', default: 'none' } } },
    },
  });
  const content = { name: 'Violin', aliases: [], facts: [], locked: [], state: 'accepted' } as const;
  const own = { ...content, path: 'props/violin.yaml', kind: 'prop', document: { look: 'new' } };
  const made = (more: object): unknown => {
    const [item] = planImport([{ ...own, ...more }], { heads: [], baseOf: () => undefined, origin: 's', kinds }).items;
    return item?.type === 'new' && item.entry.document;
  };
  expect([made({}), made({ overrides: 'pr_1' })]).toEqual([{ look: 'new', use: 'none' }, { look: 'new' }]);
});

test('an older file is merged with what was changed since, and a conflict where both changed a field', () => {
  const head = edited(maya, 'want', 'peace');
  const fileWith = (field: string, value: string): Setup['files'] =>
    filesOf({ ...maya, document: { ...maya.document, [field]: value } });
  const plan = (files: Setup['files']): readonly ImportItem[] => itemsOf({ heads: [head], files, versions: [maya] });
  const [merged] = plan(fileWith('fear', 'fire'));
  expect(merged).toMatchObject({ type: 'merged', expected: 2, fields: ['fear'] });
  expect(merged?.type === 'merged' && merged.content.document).toMatchObject({ want: 'peace', fear: 'fire' });
  expect(plan(fileWith('want', 'war'))[0]).toMatchObject({
    ...{ type: 'conflict', head: 2, fields: ['want'] },
    ...{
      base: { document: { want: 'out' } },
      ours: { document: { want: 'war' } },
      theirs: { document: { want: 'peace' } },
    },
  });
  expect(typesOf(plan(fileWith('want', 'peace')))).toEqual(['unchanged']);
  expect(typesOf(plan(filesOf(maya)))).toEqual(['unchanged']);
});

test('a file whose base nobody knows is a conflict where it differs', () => {
  const head = edited(maya, 'want', 'peace');
  expect(itemsOf({ heads: [head], files: filesOf(maya) })[0]).toMatchObject({ type: 'conflict', fields: ['want'] });
  const future = filesOf({ ...maya, version: 9 });
  expect(itemsOf({ heads: [head], files: future, versions: [maya] })[0]).toMatchObject({ type: 'conflict' });
});

test('a file without an id makes an entry, and is that entry ever after', () => {
  const text = (filesOf(maya)[0]?.text ?? '').replace(/^id: .*\n/m, '').replace(/^version: .*\n/m, '');
  const files = [{ path: 'characters/maya.yaml', text }];
  const [made] = itemsOf({ heads: [], files });
  if (made?.type !== 'new') throw new Error(made?.type);
  expect(made.id).toMatch(/^ch_[0-9a-f]{12}$/);
  const head = { ...maya, id: made.id };
  expect(typesOf(itemsOf({ heads: [head], files }))).toEqual(['unchanged']);
  const renamed = [{ path: 'characters/maya.yaml', text: text.replace('name: Maya', 'name: Anna') }];
  expect(itemsOf({ heads: [head], files: renamed })[0]).toMatchObject({
    type: 'changed',
    id: made.id,
    fields: ['name'],
  });
  expect(itemsOf({ heads: [maya], files })[0]).toMatchObject({ type: 'unchanged', id: 'ch_maya' });
  expect(itemsOf({ heads: [edited(maya, 'want', 'peace')], files })[0]).toMatchObject({ type: 'conflict' });
});

test('a file with an id that there is not makes an entry of that id', () => {
  expect(itemsOf({ heads: [], files: filesOf(maya) })[0]).toMatchObject({ type: 'new', id: 'ch_maya' });
});

test('a file never changes the kind of an entry', () => {
  const files = [
    {
      path: 'plots/maya.yaml',
      text: 'id: ch_maya\nname: Maya\nversion: 1\nthread: A\nquestion: ""\nstakes: ""\nsetup: ""\npayoff: ""\n',
    },
  ];
  expect(itemsOf({ heads: [maya], files })[0]).toMatchObject({ type: 'conflict', fields: ['kind'] });
});

test('an entry without a file is left alone, unless it is to be removed', () => {
  const gone: Entry = { ...makePerson('Zoe'), state: 'removed' };
  const setup = { heads: [maya, tom, gone], files: filesOf(maya) };
  expect(typesOf(itemsOf(setup))).toEqual(['unchanged', 'missing']);
  expect(importWrites({ items: itemsOf(setup) })).toEqual([]);
  expect(importWrites({ items: itemsOf({ ...setup, prune: true }) })).toEqual([
    { type: 'update', id: 'ch_tom', expected: 1, content: expect.objectContaining({ state: 'removed', name: 'Tom' }) },
  ]);
});

test('an import is made whole or not at all', () => {
  const head = edited(maya, 'want', 'peace');
  const files = filesOf({ ...maya, document: { ...maya.document, want: 'war' } }, makePerson('Zoe'));
  const items = itemsOf({ heads: [head], files, versions: [maya] });
  expect(typesOf(items)).toEqual(['conflict', 'new']);
  expect(() => importWrites({ items })).toThrow(
    expect.objectContaining({
      code: 'bible/conflict',
      message: 'Changed in the folder and in the project: characters/maya.yaml (want). Nothing was imported.',
    }),
  );
});

test('only versions that are older than the head are asked for', () => {
  const head = edited(edited(maya, 'want', 'peace'), 'want', 'war');
  const parsed = parseBible(filesOf(maya, tom), BUILT_IN);
  expect(parsed.ok && basesOf([head, tom], parsed.value)).toEqual([{ entry: 'ch_maya', version: 1 }]);
});

test('whatever was changed on both sides, an import loses no change of either without saying so', () => {
  const fields = ['want', 'need', 'fear', 'look'] as const;
  const changes = fc.dictionary(fc.constantFrom(...fields), fc.constantFrom('one', 'two'), { noNullPrototype: true });
  fc.assert(
    fc.property(changes, changes, fc.boolean(), (mine, others, hasFact) => {
      const fact = { id: 'fa_1', value: 'new' };
      const theirs = hasFact ? withFacts(maya, fact) : maya;
      const head: Entry = { ...theirs, version: 2, document: { ...maya.document, ...others } };
      const files = filesOf({ ...maya, document: { ...maya.document, ...mine } });
      const [item] = itemsOf({ heads: [head], files, versions: [maya] });
      const both = fields.filter((field) => mine[field] !== undefined && others[field] !== undefined);
      const apart = both.filter((field) => mine[field] !== others[field]);
      if (item?.type === 'conflict') expect([...item.fields].sort()).toEqual([...apart].sort());
      else {
        expect(apart).toEqual([]);
        const content: Content = item?.type === 'merged' ? item.content : head;
        expect(content.document).toMatchObject({ ...others, ...mine });
        expect(content.facts).toEqual(hasFact ? [fact] : []);
      }
    }),
  );
});
