import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SYSTEM_CLOCK } from '../llm/index.ts';
import { virtualClock } from './index.ts';

test('nobody wakes before time passes, and then in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }), fc.nat(1000), async (naps, ms) => {
      const clock = virtualClock();
      const woken: (readonly [number, number])[] = [];
      for (const nap of naps) void clock.sleep(nap).then(() => woken.push([nap, clock.elapsed()]));
      await clock.advance(ms);
      const due = naps.filter((nap) => nap <= ms).toSorted((a, b) => a - b);
      expect(woken).toEqual(due.map((nap) => [nap, nap]));
      expect([clock.sleeping, clock.elapsed()]).toEqual([naps.length - due.length, ms]);
      await clock.run();
      expect(woken.map(([nap]) => nap)).toEqual(naps.toSorted((a, b) => a - b));
      expect(clock.slept).toEqual(naps);
    }),
  );
});

test('who sleeps again while time passes wakes again within it', async () => {
  const clock = virtualClock({ start: 1_000_000 });
  const at: number[] = [];
  const tick = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(30);
      at.push(clock.now());
    }
  };
  void tick();
  await clock.advance(100);
  expect(at).toEqual([1_000_030, 1_000_060, 1_000_090]);
  await clock.advance(20);
  expect(at).toHaveLength(4);
  await expect(clock.run()).rejects.toThrow('100000 times');
});

test.each([true, false])('an aborted sleep rejects as that of the system does; aborted before: %s', async (before) => {
  const failure = async (sleep: typeof SYSTEM_CLOCK.sleep): Promise<unknown> => {
    const controller = new AbortController();
    if (before) controller.abort('enough');
    const slept = sleep(60_000, controller.signal).then(
      () => 'slept',
      (reason: unknown) => reason,
    );
    controller.abort('enough');
    return slept;
  };
  const clock = virtualClock();
  expect(await failure(clock.sleep)).toBe('enough');
  expect(await failure(SYSTEM_CLOCK.sleep)).toBe('enough');
  expect(clock.sleeping).toBe(0);
});

test('a signal that outlives many sleeps gathers no listeners', async () => {
  const clock = virtualClock();
  const { signal } = new AbortController();
  for (let time = 0; time < 5; time += 1) void clock.sleep(time, signal);
  await clock.run();
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('setting the date wakes nobody and moves no duration', async () => {
  const clock = virtualClock({ start: 0 });
  void clock.sleep(10);
  clock.jump(3_600_000);
  expect([clock.now(), clock.elapsed(), clock.sleeping]).toEqual([3_600_000, 0, 1]);
});

test('chance is decided by the seed, and spread over what it can be', () => {
  const draw = (seed: number): readonly number[] => {
    const { random } = virtualClock({ seed });
    return Array.from({ length: 1000 }, random);
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const each of draw(7)) tenths[Math.floor(each * 10)] = (tenths[Math.floor(each * 10)] ?? 0) + 1;
  expect(tenths.every((count) => count > 60 && count < 140)).toBe(true);
});
