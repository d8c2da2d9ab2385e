import { expect, test } from 'vitest';
import type { SuiteContext } from './context.ts';
import { answer, fresh, keys } from './samples.ts';

/** Who may take what from whom, and when. */
export function leaseTests({ open, storage }: SuiteContext): void {
  const minute = (seconds: number): number => Date.UTC(2026, 0, 1, 12, 0, seconds);

  test('a lease on another machine is waited for until it runs out', async () => {
    const away = await open({ host: 'away', clock: () => minute(0) });
    const waiting = await open({ clock: () => minute(14) });
    const late = await open({ clock: () => minute(15) });
    const { key } = answer();
    await away.journal.claim(key);
    expect(await waiting.journal.claim(key)).toEqual({ state: 'pending' });
    expect(await late.journal.claim(key)).toEqual({ state: 'claimed' });
    await away.journal.release(key); // lost, so not its own to end
    expect(await waiting.journal.claim(key)).toEqual({ state: 'pending' });
    await Promise.all([away.close(), waiting.close(), late.close()]);
  });

  test('a handle that closes gives back what it holds', async () => {
    const other = await open();
    const { key } = answer();
    const script = fresh('script');
    await other.journal.claim(key);
    await other.runs.beginRun(script, fresh('run'));
    await Promise.all([other.close(), other.close()]);
    expect(await storage().journal.claim(key)).toEqual({ state: 'claimed' });
    expect(await storage().runs.lastRun(script)).toMatchObject({ status: 'failed' });
  });

  test('an answer settled just before closing is written', async () => {
    const other = await open();
    const row = answer();
    const settled = other.journal.settle(row);
    await other.close();
    await settled;
    expect((await storage().journal.find([row.key])).size).toBe(1);
  });

  test('a key that handles race for is claimed by one of them', async () => {
    const handles = await Promise.all([open(), open(), open()]);
    const raced = keys(30);
    const claims = await Promise.all(
      handles.flatMap(({ journal }, index) => {
        const order = index % 2 ? [...raced].reverse() : raced;
        return order.map(async (key) => ({ key, ...(await journal.claim(key)) }));
      }),
    );
    const won = claims.filter(({ state }) => state === 'claimed').map(({ key }) => key);
    expect(won.sort()).toEqual([...raced].sort());
    await Promise.all(handles.map((handle) => handle.close()));
  });

  test('a run whose process is not heard of is failed and taken over', async () => {
    const away = await open({ host: 'away', clock: () => minute(0) });
    const late = await open({ clock: () => minute(15) });
    const script = fresh('script');
    const [lost, next] = [fresh('run'), fresh('run')];
    await away.runs.beginRun(script, lost);
    await late.runs.beginRun(script, next);
    await away.runs.endRun(lost, 'done'); // too late: it has ended already
    expect(await late.runs.lastRun(script)).toMatchObject({ id: next, status: 'running' });
    await late.runs.endRun(next, 'failed');
    await Promise.all([away.close(), late.close()]);
  });
}
