import { expect, test } from 'vitest';
import { canonicalJson, sha256 } from '../core/index.ts';
import { makePerson } from './fixtures/story.ts';
import { contentOf, firstVersion, hashContent, inheritEntries, nextVersion } from './index.ts';

const document = { want: 'out', voice: { sentences: 'short' } };

test('a content that has neither aliases, facts nor locks has the hash that it always had', () => {
  const plain = contentOf({ name: 'Maya', document });
  expect(hashContent(plain)).toBe(sha256(canonicalJson({ name: 'Maya', document })));
  const turned = contentOf({ name: 'Maya', document: { voice: { sentences: 'short' }, want: 'out' } });
  expect(hashContent(turned)).toBe(hashContent(plain));
});

test.each([
  ['an alias', { aliases: ['May'] }],
  ['a fact', { facts: [{ id: 'fa_1', value: 'x' }] }],
  ['a lock', { locked: ['want'] }],
  ['a state', { state: 'draft' as const }],
])('%s gives another hash', (_, own) => {
  expect(hashContent(contentOf({ name: 'Maya', document, ...own }))).not.toBe(
    hashContent(contentOf({ name: 'Maya', document })),
  );
});

test('a new version says of each field when it last changed', () => {
  const first = nextVersion(contentOf({ name: 'Maya', document, facts: [{ id: 'fa_1', value: 'x' }] }));
  expect(first.fieldVersions).toEqual({ want: 1, voice: 1, name: 1, 'facts.fa_1': 1 });
  const second = nextVersion({ ...first, document: { ...document, want: 'in' }, locked: ['want'] }, first);
  expect(second.fieldVersions).toEqual({ want: 2, voice: 1, name: 1, locked: 2, 'facts.fa_1': 1 });
  const third = nextVersion({ ...second, facts: [{ id: 'fa_1', value: 'y' }], locked: [] }, second);
  expect([third.version, third.fieldVersions]).toEqual([3, { want: 2, voice: 1, name: 1, 'facts.fa_1': 3 }]);
});

test('a new entry is accepted and everything in it is of version 1', () => {
  const entry = firstVersion({ id: 'ch_1', kind: 'character', name: 'Maya', document });
  expect(entry).toMatchObject({ version: 1, state: 'accepted', aliases: [], facts: [], locked: [] });
  expect(new Set(Object.values(entry.fieldVersions))).toEqual(new Set([1]));
});

test('an episode changes just what it has of an entry of the series, also where a season changed it before', () => {
  const series = makePerson('Maya', { facts: [{ id: 'fa_1', value: 'in the series' }] });
  const override = (id: string, of: string, own: { readonly [field: string]: string }): typeof series => ({
    ...firstVersion({ id, kind: 'character', name: '', document: own, overrides: of }),
    facts: [{ id: 'fa_1', value: id }],
  });
  const season = override('ch_season', 'ch_maya', { want: 'season', fear: 'season' });
  const episode = override('ch_episode', 'ch_season', { want: 'episode' });
  const entries = inheritEntries([[series], [season], [episode]]);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ id: 'ch_maya', name: 'Maya', document: { want: 'episode', fear: 'season' } });
  expect(entries[0]?.facts).toEqual([{ id: 'fa_1', value: 'ch_episode' }]);
});
