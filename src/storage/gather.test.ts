import { expect, test } from 'vitest';
import { createGather } from './gather.ts';

test('calls of one turn are answered by one call of the work, each with its own result', async () => {
  const batches: (readonly number[])[] = [];
  const gather = createGather<number, number>(async (items) => {
    batches.push(items);
    return items.map((item) => item * 10);
  });
  expect(await Promise.all([1, 2, 3].map(gather.add))).toEqual([10, 20, 30]);
  expect(await gather.add(4)).toBe(40);
  expect(batches).toEqual([[1, 2, 3], [4]]);
});

test('nothing resolves before the work has', async () => {
  let finish = (): void => {};
  let answered = false;
  const gather = createGather<number, number>(async (items) => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return items;
  });
  const call = gather.add(1).then(() => {
    answered = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(answered).toBe(false);
  finish();
  await call;
  expect(answered).toBe(true);
});

test('when the work fails every call of its batch fails, and the next batch is worked on', async () => {
  const gather = createGather<number, number>(async (items) => {
    if (items.includes(2)) throw new Error('disk full');
    return items;
  });
  const results = await Promise.allSettled([1, 2, 3].map(gather.add));
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await gather.add(5)).toBe(5);
});

test('idle waits for the batch under way and for those behind it', async () => {
  const done: number[] = [];
  const gather = createGather<number, number>(async (items) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    done.push(...items);
    if (items.includes(1)) void gather.add(2);
    return items;
  });
  void gather.add(1);
  await gather.idle();
  expect(done).toEqual([1, 2]);
  await gather.idle();
});
