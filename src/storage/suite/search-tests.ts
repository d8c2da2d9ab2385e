import { expect, test } from 'vitest';
import type { NewEntry, SearchOptions } from '../../bibles/index.ts';
import type { Storage } from '../storage.ts';
import type { SuiteContext } from './context.ts';
import { changed, created, edit, fresh, type MadeScript, PERSON, settingContent } from './samples.ts';

/** What any search must find. */
export function searchTests({ storage }: SuiteContext): void {
  const find = async ({ script }: MadeScript, query: string, options?: SearchOptions): Promise<readonly string[]> =>
    (await storage().bibles.search(script.id, query, options)).map(({ id, field }) => `${id} ${field}`);

  test('what was written is found at once, in this script only, and no more once it was changed', async () => {
    const [made, other] = [await created(storage()), await created(storage())];
    const place = `${made.setting.id} sound`;
    expect(await find(made, 'sea')).toEqual([place]);
    await changed(storage(), made, 1, { sound: 'A foghorn, far off.' });
    expect(await find(made, 'sea')).toEqual([]);
    expect(await find(made, 'foghorn')).toEqual([place]);
    expect(await find(other, 'foghorn')).toEqual([]);
    expect(await storage().bibles.search('nobody', 'sea')).toEqual([]);
  });

  test('all words must stand in one field, the last one at least begun; a phrase in quotes as it is', async () => {
    const made = await withEntries(storage(), [
      { document: { want: 'to keep the windmill turning', fear: 'the open sea' } },
    ]);
    const want = `${made.ids[0]} want`;
    for (const query of ['keep turning', 'TURNING the kee', 'windm', '"the windmill"', 'keep "windmill turning"'])
      expect(await find(made, query), query).toEqual([want]);
    for (const query of ['keep sea', 'windm turning', '"windmill the"', '"windm"', '"the windmill" sea'])
      expect(await find(made, query), query).toEqual([]);
    expect(await find(made, 'the', { in: ['entry'] })).toEqual([`${made.ids[0]} fear`, want].sort());
  });

  test('accents, case, width and composition make no difference, in any script', async () => {
    const made = await withEntries(storage(), [
      { name: 'Žofie Łępicka', document: { look: 'Straße, ΟΔΟΣ, ＷＩＤＥ, Ёлка, piñata' } },
      { name: 'Маргарита', document: { want: 'Рукописи не горят' } },
      { name: '深海の怪物', document: { look: '東京湾に眠る' } },
      { name: 'प्रिया', document: { look: 'לִילָה' } },
    ]);
    const [zofie, margarita, monster, priya] = made.ids;
    const expected = {
      zofie: 0,
      'ZOFIE łepicka': 0,
      margar: undefined,
      МАРГАРИТА: 1,
      'не горят': 1,
      海の怪: 2,
      京湾: 2,
      湾京: undefined,
    };
    for (const [query, at] of Object.entries(expected))
      expect(new Set((await find(made, query)).map((hit) => hit.split(' ')[0])), query).toEqual(
        new Set(at === undefined ? [] : [made.ids[at]]),
      );
    for (const query of ['strasse', 'STRAßE', 'οδος', 'wide', 'елка', 'ёлка', 'pin\u0303ata', 'pinata'])
      expect(await find(made, query), query).toEqual([`${zofie} look`]);
    expect(await find(made, 'рукоп')).toEqual([`${margarita} want`]);
    expect(await find(made, '怪物')).toEqual([`${monster} name`]);
    expect(await find(made, 'प्रिया')).toEqual([`${priya} name`]);
    expect(await find(made, 'लिला')).toEqual([]);
    expect(await find(made, 'לילה')).toEqual([`${priya} look`]);
  });

  test('possessives are found with and without, whichever apostrophe', async () => {
    const made = await withEntries(storage(), [{ document: { want: 'Maya’s violin' } }]);
    const want = [`${made.ids[0]} want`];
    for (const query of ['maya', "maya's", 'Maya’s violin', '"maya\'s violin"', 'violin maya'])
      expect(await find(made, query), query).toEqual(want);
    expect(await find(made, 'mayas')).toEqual([]);
  });

  test('names go first, then aliases, then what says it most often and shortest', async () => {
    const made = await withEntries(storage(), [
      { name: 'Once', document: { want: `storm ${'and so much else '.repeat(20)}` } },
      { name: 'Often', document: { want: 'storm after storm, storm upon storm' } },
      { name: 'Ada', aliases: ['Storm'] },
      { name: 'The Storm Glass' },
      { name: 'Storm' },
      { name: 'Storm too', state: 'draft' },
      { name: 'Gone storm', state: 'removed' },
    ]);
    const [once, often, ada, glass, storm, draft, gone] = made.ids;
    expect(await find(made, 'storm')).toEqual([
      ...[`${storm} name`, `${glass} name`, `${ada} aliases`, `${often} want`, `${once} want`, `${draft} name`],
    ]);
    expect(await find(made, 'storm', { limit: 2 })).toEqual([`${storm} name`, `${glass} name`]);
    expect(await find(made, 'storm', { limit: 0 })).toEqual([]);
    expect(await find(made, 'storm', { in: [] })).toEqual([]);
    expect(await find(made, 'gone', { in: ['version'] })).toEqual([`${gone} name`]);
    const scores = (await storage().bibles.search(made.script.id, 'storm')).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test('parts of fields and facts are found by their paths, in the head version of the entry', async () => {
    const made = await withEntries(storage(), [
      {
        document: { voice: { sentences: 'clipped, nautical', partners: [{ to: 'Tom', form: 'skipper' }] }, age: 61 },
        facts: [{ id: 'fa_1', value: 'left arm in a cast', holders: [{ character: 'ch_1', believes: 'a sprain' }] }],
      },
    ]);
    const [id] = made.ids;
    const queries = {
      nautical: 'voice.sentences',
      skipper: 'voice.partners',
      61: 'age',
      sprain: 'facts.fa_1',
      'arm cast': 'facts.fa_1',
    };
    for (const [query, field] of Object.entries(queries))
      expect(await find(made, query), query).toEqual([`${id} ${field}`]);
    const content = { ...(await storage().bibles.getEntry(id ?? '')), name: 'Renamed' };
    await storage().bibles.write({
      ...{ script: made.script.id, author: PERSON, reason: '' },
      writes: [{ type: 'update', id: id ?? '', expected: 1, content: { ...settingContent(made), ...content } }],
    });
    expect(await storage().bibles.search(made.script.id, 'nautical')).toMatchObject([{ version: 2, in: 'entry' }]);
  });

  test('older versions are found when asked for, only where they differ', async () => {
    const made = await created(storage());
    await changed(storage(), made, 1, { sound: 'Wind.' });
    await changed(storage(), made, 2, { sound: 'Rain.' });
    const versions = async (query: string): Promise<readonly (readonly [string, number])[]> => {
      const hits = await storage().bibles.search(made.script.id, query, { in: ['version'] });
      return hits.map(({ field, version }) => [field, version]);
    };
    expect(await versions('sea')).toEqual([['sound', 1]]);
    expect(await versions('wind')).toEqual([['sound', 2]]);
    expect(await versions('rain')).toEqual([]);
    expect(await versions('lamp room')).toEqual([]);
    expect(await find(made, 'wind', { in: ['entry', 'version'] })).toEqual([`${made.setting.id} sound`]);
  });

  test('a removed entry is not found until it comes back', async () => {
    const made = await created(storage());
    await storage().bibles.write(edit(made, 1, settingContent(made, {}, { state: 'removed' })));
    expect(await find(made, 'lighthouse')).toEqual([]);
    await storage().bibles.write(edit(made, 2, settingContent(made, { look: 'Burnt.' })));
    expect(await find(made, 'lighthouse')).toEqual([`${made.setting.id} name`]);
    expect(await find(made, 'burnt')).toEqual([`${made.setting.id} look`]);
    expect(await find(made, 'lamp room', { in: ['version'] })).toEqual([`${made.setting.id} look`]);
  });

  test('cards are found by what they plan, scenes by their last words', async () => {
    const made = await created(storage());
    const { runs, bibles } = storage();
    const goal = { in: 'card', version: 1, field: 'goal', snippet: 'to light the lamp', marks: [[3, 8]] };
    expect(await bibles.search(made.script.id, '"light"', { in: ['card'] })).toMatchObject([
      { ...goal, id: 'sc_a' },
      { ...goal, id: 'sc_b' },
    ]);
    expect(await find(made, 'hope fear', { in: ['card'] })).toEqual(['sc_a turn', 'sc_b turn']);
    await runs.saveArtifacts(made.script.id, [
      { name: 'sc_a', value: 1, text: 'INT. LAMP ROOM - NIGHT\n\nMaya strikes a match.' },
    ]);
    expect(await bibles.search(made.script.id, 'strikes')).toMatchObject([
      {
        in: 'scene',
        id: 'sc_a',
        version: 1,
        field: 'text',
        snippet: 'INT. LAMP ROOM - NIGHT Maya strikes a match.',
        marks: [[28, 35]],
      },
    ]);
    await runs.saveArtifacts(made.script.id, [{ name: 'sc_a', value: 1, text: 'Maya waits.' }]);
    expect(await find(made, 'strikes')).toEqual([]);
    expect(await find(made, 'waits')).toEqual(['sc_a text']);
    await runs.saveArtifacts(made.script.id, [{ name: 'sc_a', value: 1 }]);
    expect(await find(made, 'waits')).toEqual([]);
  });

  test('no query is wrong, and none does more than look', async () => {
    const made = await withEntries(storage(), [
      { name: "Robert'); DROP TABLE entries;--", document: { want: 'NEAR and OR' } },
    ]);
    const queries = [
      ...[
        '" OR * NEAR( \'; drop',
        '"',
        '""',
        '*',
        'a*',
        '-a',
        'a:b',
        '{a b}:c',
        'a & | !',
        "'; delete from texts; --",
        '\\',
        '\u0000',
      ],
      ...[
        'NEAR(a b, 2)',
        '^a',
        'a + b',
        '(',
        ')))',
        '\ud800',
        '🐙',
        'it\'s " open',
        ':*',
        '<->',
        '% _',
        'x'.repeat(5000),
      ],
      ...[Array.from({ length: 400 }, (_, index) => `"w${index}"`).join(' '), 'ﷺ', '½', 'a\u0301\u0302\u0303'],
    ];
    for (const query of queries)
      await expect(storage().bibles.search(made.script.id, query), query).resolves.toBeInstanceOf(Array);
    expect(await find(made, 'drop table')).toEqual([`${made.ids[0]} name`]);
    expect(await find(made, 'OR near')).toEqual([`${made.ids[0]} want`]);
    for (const query of ['', '   ', '"', '?!', '🐙']) expect(await find(made, query)).toEqual([]);
  });

  test('texts and words of any length are kept', async () => {
    const letters = 'ä'.repeat(5000);
    const made = await withEntries(storage(), [{ document: { notes: `${letters} ${'word '.repeat(20_000)}last` } }]);
    expect(await find(made, letters.slice(0, 300))).toHaveLength(1);
    expect(await find(made, 'word word')).toHaveLength(1);
    const wide = Array.from({ length: 4000 }, (_, index) => `${'ﷺ'.repeat(60)}${index}`).join(' ');
    await expect(withEntries(storage(), [{ document: { notes: wide } }])).resolves.toBeDefined();
  });
}

/** A script with these entries too, all of which have a name and nothing else unless they say so. */
async function withEntries(
  storage: Storage,
  given: readonly Partial<NewEntry>[],
): Promise<MadeScript & { readonly ids: readonly string[] }> {
  const made = await created(storage);
  const entries = given.map(
    (entry): NewEntry => ({ id: fresh('en'), kind: 'creature', name: 'Nobody', document: {}, ...entry }),
  );
  await storage.bibles.write({
    script: made.script.id,
    writes: entries.map((entry) => ({ type: 'create', entry })),
    author: PERSON,
    reason: 'for the test',
  });
  return { ...made, ids: entries.map(({ id }) => id) };
}
