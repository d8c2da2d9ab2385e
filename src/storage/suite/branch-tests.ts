import { expect, test } from 'vitest';
import { branchSlug, type Script, storedId } from '../../bibles/index.ts';
import type { SuiteContext } from './context.ts';
import { created, decided, fresh, type MadeScript, PERSON, slot } from './samples.ts';

/** What any bible store must do with branches. */
export function branchTests({ storage }: SuiteContext): void {
  const branched = async ({ script }: MadeScript, name: string): Promise<Script> => {
    const branch: Script = { ...script, id: fresh('sp'), slug: branchSlug(script, name), parent: script.id };
    await storage().bibles.createBranch(script.id, branch, { name, above: { st_series: 2 }, author: PERSON });
    return branch;
  };

  test('a branch has all that a script has, and neither changes the other', async () => {
    const made = await created(storage());
    const { bibles, runs, journal } = storage();
    const { script } = made;
    await decided(storage(), made, { kind: 'lock', id: 'lk_1', expected: 0, document: { scope: 'outline' } });
    await runs.saveArtifacts(script.id, [{ name: 'sc_a', value: { blocks: [] }, text: 'a lantern' }]);
    await journal.saveSlots(script.id, [slot('sc_a/direct', 'k1:x')]);
    const branch = await branched(made, 'what-if');

    expect((await bibles.getScript(branch.slug))?.parent).toBe(script.id);
    const [own, theirs] = [await bibles.listEntries(script.id), await bibles.listEntries(branch.id)];
    expect(theirs).toEqual(own.map((entry) => ({ ...entry, id: storedId(entry.id, branch.id) })));
    expect(await bibles.loadOutline(branch.id)).toEqual(await bibles.loadOutline(script.id));
    expect(await runs.loadArtifacts(branch.id)).toEqual(await runs.loadArtifacts(script.id));
    expect(await journal.loadSlots(branch.id)).toEqual(await journal.loadSlots(script.id));
    const records = await bibles.loadRecords(branch.id);
    expect(records.map(({ kind, document }) => ({ kind, document }))).toMatchObject([
      { kind: 'lock', document: { scope: 'outline' } },
      {
        kind: 'branch',
        document: {
          ...{ name: 'what-if', of: script.id, above: { st_series: 2 } },
          base: {
            script: script.id,
            entries: Object.fromEntries(own.map(({ id, version }) => [id, version])),
            cards: (await bibles.loadOutline(script.id)).cards.map(({ id, version }) => ({ id, version })),
            records: { 'lock/lk_1': 1 },
          },
        },
      },
    ]);
    expect((await bibles.search(branch.id, 'lantern')).map(({ id }) => id)).toEqual(['sc_a']);

    const [first] = own;
    if (first === undefined) throw new Error('nothing to change');
    const content = { ...first, name: 'Only here' };
    const update = { type: 'update', id: first.id, expected: first.version, content } as const;
    await bibles.write({ script: branch.id, writes: [update], author: PERSON, reason: 'tried' });
    expect((await bibles.getEntry(first.id))?.name).toBe(first.name);
    expect((await bibles.getEntry(storedId(first.id, branch.id)))?.name).toBe('Only here');
    const versions = await bibles.listVersions(storedId(first.id, branch.id));
    expect(versions.map(({ version, name }) => [version, name])).toEqual([
      [first.version + 1, 'Only here'],
      ...(await bibles.listVersions(first.id)).map(({ version, name }) => [version, name]),
    ]);
  });

  test('two branches of one name cannot be, until one is taken away', async () => {
    const made = await created(storage());
    const { bibles } = storage();
    const branch = await branched(made, 'twice');
    await expect(branched(made, 'twice')).rejects.toMatchObject({ code: 'input/invalid' });
    const write = { type: 'record', kind: 'branch', id: 'branch', expected: 1, document: null } as const;
    await bibles.write({ script: branch.id, writes: [write], author: PERSON, reason: 'over' });
    const again = await branched(made, 'twice');
    expect((await bibles.getScript(branch.slug))?.id).toBe(again.id);
    expect(await bibles.getScript(branch.id)).toBeDefined();
  });
}
