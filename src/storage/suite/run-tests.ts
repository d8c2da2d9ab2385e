import { expect, test } from 'vitest';
import type { SuiteContext } from './context.ts';
import { answer, callFor, fresh } from './samples.ts';

/** What any run store must do. */
export function runTests({ open, storage }: SuiteContext): void {
  test('a script has one run at a time, and says whose', async () => {
    const other = await open();
    const script = fresh('script');
    const [first, second] = [fresh('run'), fresh('run')];
    await storage().runs.beginRun(script, first);
    await other.runs.beginRun(fresh('script'), fresh('run'));
    const refused = other.runs.beginRun(script, second);
    await expect(refused).rejects.toMatchObject({
      code: 'run/busy',
      message: expect.stringContaining(String(process.pid)),
    });
    await refused.catch(({ message }: Error) => {
      expect(message).toContain(new Date().toLocaleDateString());
    });
    await storage().runs.endRun(first, 'incomplete');
    expect(await other.runs.lastRun(script)).toMatchObject({ id: first, script, status: 'incomplete' });
    await other.runs.beginRun(script, second);
    const running = await storage().runs.lastRun(script);
    expect(running).toEqual({ id: second, script, status: 'running', started: expect.any(String) });
    await other.close();
  });

  test('of handles that begin at the same time one succeeds', async () => {
    const other = await open();
    const script = fresh('script');
    const begun = await Promise.allSettled(
      [storage(), other, storage(), other].map(({ runs }) => runs.beginRun(script, fresh('run'))),
    );
    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await other.close();
  });

  test('artifacts are replaced by name and kept by script', async () => {
    const script = fresh('script');
    const { runs } = storage();
    await runs.saveArtifacts(script, [
      { name: 'sc_1', value: { b: 1, a: ['x', null] } },
      { name: 'sc_2', value: 'draft' },
    ]);
    await runs.saveArtifacts(fresh('script'), [{ name: 'sc_1', value: 0 }]);
    await runs.saveArtifacts(script, [{ name: 'sc_2', value: null }]);
    const loaded = await runs.loadArtifacts(script);
    expect(loaded).toEqual(
      new Map<string, unknown>([
        ['sc_1', { b: 1, a: ['x', null] }],
        ['sc_2', null],
      ]),
    );
    expect(JSON.stringify(loaded.get('sc_1'))).toBe('{"b":1,"a":["x",null]}');
  });

  test('the last export to a path is remembered', async () => {
    const path = `/project/${fresh('file')}.fountain`;
    const { runs } = storage();
    await runs.saveExport(path, { fileHash: 'a', sourceHash: 'b' });
    await runs.saveExport(path, { fileHash: 'c', sourceHash: 'd' });
    expect(await runs.lastExport(path)).toEqual({ fileHash: 'c', sourceHash: 'd' });
  });

  test('one call of unknown price makes the whole cost unknown, also when its answer is set aside', async () => {
    const { journal } = storage();
    const row = answer();
    const unpriced = { ...row, answer: { ...row.answer, cost: null } };
    await journal.settle(unpriced, callFor(unpriced));
    expect((await journal.totals()).cost).toBeNull();
    await journal.setAside(row.key, 'not readable');
    expect((await journal.totals()).cost).toBeNull();
  });
}
