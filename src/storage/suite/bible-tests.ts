import { expect, test } from 'vitest';
import { firstVersion } from '../../bibles/index.ts';
import type { SuiteContext } from './context.ts';
import { card, changed, created, makeScript, PERSON, PLAN } from './samples.ts';

/** What any bible store must do. */
export function bibleTests({ open, storage }: SuiteContext): void {
  test('a created script is loaded as it was given', async () => {
    const { script, entries, outline } = await created(storage());
    const { bibles } = storage();
    expect(await bibles.getScript(script.id)).toEqual(script);
    expect(await bibles.getScript(script.slug)).toEqual(script);
    expect((await bibles.listScripts()).at(-1)).toEqual(script);
    expect(await bibles.loadOutline(script.id)).toEqual(outline);
    expect(await bibles.listEntries(script.id)).toEqual(entries.map((entry) => firstVersion(entry)));
  });

  test('what an outline was planned by is kept with it', async () => {
    const outline = { cards: [card('sc_a')], plan: PLAN };
    const { script } = await created(storage(), outline);
    expect(await storage().bibles.loadOutline(script.id)).toEqual(outline);
  });

  test('what is not there is absent or empty', async () => {
    const { bibles, runs, journal } = storage();
    expect(await bibles.getScript('nobody')).toBeUndefined();
    expect(await bibles.listEntries('nobody')).toEqual([]);
    expect(await bibles.getEntry('nobody')).toBeUndefined();
    expect(await bibles.getVersion('nobody', 1)).toBeUndefined();
    expect(await bibles.listChangeSets('nobody')).toEqual([]);
    expect(await bibles.getChangeSet('nobody')).toBeUndefined();
    expect(await bibles.loadOutline('nobody')).toEqual({ cards: [] });
    expect(await bibles.listVersions('nobody')).toEqual([]);
    expect(await runs.lastRun('nobody')).toBeUndefined();
    expect(await runs.lastExport('/nowhere')).toBeUndefined();
    expect((await runs.loadArtifacts('nobody')).size).toBe(0);
    expect((await journal.loadSlots('nobody')).size).toBe(0);
    expect((await journal.find([])).size).toBe(0);
  });

  test('an outline of many cards keeps its order', async () => {
    const cards = Array.from({ length: 1234 }, (_, index) => card(`sc_${(index * 7919) % 1234}`));
    const { script } = await created(storage(), { cards });
    expect((await storage().bibles.loadOutline(script.id)).cards).toEqual(cards);
  });

  test('creating a script again leaves it and its edits alone', async () => {
    const made = await created(storage());
    const { script, entries, outline, setting } = made;
    await changed(storage(), made, 1, { sound: 'Wind.' });
    await storage().bibles.createScript({ ...script, title: 'Other' }, entries, outline, PERSON);
    expect(await storage().bibles.getScript(script.id)).toEqual(script);
    expect(await storage().bibles.getEntry(setting.id)).toMatchObject({ version: 2 });
  });

  test('a script created by two handles at the same time is created once', async () => {
    const other = await open();
    const { script, entries, outline } = makeScript();
    await Promise.all([storage(), other].map(({ bibles }) => bibles.createScript(script, entries, outline, PERSON)));
    await other.close();
    expect(await storage().bibles.listEntries(script.id)).toHaveLength(entries.length);
    expect((await storage().bibles.listScripts()).filter(({ id }) => id === script.id)).toEqual([script]);
  });

  test('a script that cannot be kept whole is not kept at all', async () => {
    const { script, entries, outline } = makeScript();
    const twice = [...entries, ...entries];
    await expect(storage().bibles.createScript(script, twice, outline, PERSON)).rejects.toMatchObject({
      code: 'bible/conflict',
    });
    expect(await storage().bibles.getScript(script.id)).toBeUndefined();
  });

  test('a name taken by another script is refused', async () => {
    const { script } = await created(storage());
    const other = makeScript();
    const taken = { ...other.script, slug: script.slug };
    await expect(storage().bibles.createScript(taken, other.entries, other.outline, PERSON)).rejects.toMatchObject({
      code: 'input/invalid',
    });
    expect(await storage().bibles.getScript(taken.id)).toBeUndefined();
  });

  test('a script can belong to a series', async () => {
    const { script: series } = await created(storage());
    const made = makeScript();
    const episode = { ...made.script, parent: series.id };
    const own = { ...made.setting, overrides: 'st_above' };
    await storage().bibles.createScript(episode, [own], made.outline, PERSON);
    expect(await storage().bibles.getScript(episode.id)).toEqual(episode);
    expect(await storage().bibles.listEntries(episode.id)).toEqual([firstVersion(own)]);
  });
}
