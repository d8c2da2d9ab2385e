import { expect, test } from 'vitest';
import { limitedServer } from '../fixtures/limited-server.ts';
import { askMany, clientOf, SERVERS, sized, usedPart } from '../fixtures/many-asks.ts';
import { ANSWER, acme, NEVER, REQUEST } from '../fixtures/requests.ts';
import { virtualClock } from '../fixtures/virtual-clock.ts';
import { ModelError } from '../model-error.ts';
import type { RateLimits } from '../settings.ts';

const MINUTE = 60_000;

test.each(SERVERS.flatMap((how) => (['requests', 'tokens'] as const).map((binding) => ({ ...how, binding }))))(
  '200 asks at once provoke no 429 and use 95 % of the $binding: $kind, headers of $headers, counts $counts',
  async ({ binding, ...how }) => {
    for (const seed of [7919, 104_729, 1_299_709]) {
      const server = await askMany(how, binding, seed);
      expect(server.log.filter(({ ok }) => !ok)).toEqual([]);
      expect(server.log).toHaveLength(200);
      expect(usedPart(server, how, binding)).toBeGreaterThanOrEqual(0.95);
    }
  },
);

test('before a response says what the limits are, a few are asked and the rest waits', async () => {
  const clock = virtualClock();
  const server = limitedServer({ clock, rpm: 60, tpm: 1e6, kind: 'window', headers: 'openai', random: () => 0.5 });
  const client = clientOf(server, clock);
  await clock.run(Promise.all(Array.from({ length: 50 }, () => client.ask(REQUEST, NEVER))));
  const before = server.log.filter(({ at }) => at < server.firstHead());
  expect(before).toHaveLength(4);
});

test('a server without such headers is asked more and more side by side, and less after a 429', async () => {
  const clock = virtualClock();
  const most = 20;
  let underWay = 0;
  let refused = 0;
  const seen: number[] = [];
  const provider = acme(async () => {
    if (underWay >= most) {
      refused += 1;
      throw new ModelError({ code: 'model/rate-limited', message: 'too many', status: 429 });
    }
    underWay += 1;
    seen.push(underWay);
    await clock.sleep(1000);
    underWay -= 1;
    return ANSWER;
  });
  const client = clientOf(provider, clock, { router: { retries: 20, allowedFails: 1000 } });
  const start = clock.elapsed();
  await clock.run(Promise.all(Array.from({ length: 600 }, () => client.ask(REQUEST, NEVER))));
  expect(Math.max(...seen.slice(0, 4))).toBeLessThanOrEqual(4);
  expect(Math.max(...seen)).toBe(most);
  expect(refused).toBeLessThan(40);
  // 30 s is the best there is.
  expect(clock.elapsed() - start).toBeLessThan(50_000);
});

test.each<[string, RateLimits, number]>([
  ['requests', { rpm: 30 }, 30],
  ['tokens', { tpm: 3150 }, 3150],
])('configured limits of %s hold in any minute, without a word of the server', async (kind, limits, most) => {
  const clock = virtualClock();
  const sent: { readonly at: number; readonly amount: number }[] = [];
  const usage = { inputTokens: 110, outputTokens: 90, cachedTokens: 0 };
  const provider = acme(async () => {
    sent.push({ at: clock.elapsed(), amount: kind === 'requests' ? 1 : 200 });
    await clock.sleep(800);
    return { ...ANSWER, usage };
  });
  const client = clientOf(provider, clock, { limits });
  const request = { ...sized(110), params: { maxOutputTokens: 100 } };
  await clock.run(Promise.all(Array.from({ length: 100 }, () => client.ask(request, NEVER))));
  for (const { at } of sent) {
    const within = sent.filter((other) => other.at >= at && other.at < at + MINUTE);
    expect(within.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(most);
  }
  const last = sent.at(-1)?.at ?? 0;
  const total = sent.reduce((sum, { amount }) => sum + amount, 0);
  expect(last - (sent[0]?.at ?? 0)).toBeLessThanOrEqual((total / most) * MINUTE * 1.05);
});

test('no more are under way than is configured', async () => {
  const clock = virtualClock();
  let underWay = 0;
  let most = 0;
  const provider = acme(async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await clock.sleep(1000);
    underWay -= 1;
    return ANSWER;
  });
  const client = clientOf(provider, clock, { limits: { maxParallel: 3 } });
  await clock.run(Promise.all(Array.from({ length: 30 }, () => client.ask(REQUEST, NEVER))));
  expect(most).toBe(3);
});

test('first come, first served, and who is refused goes before those who came later', async () => {
  const clock = virtualClock();
  const order: string[] = [];
  const provider = acme(async (_, { messages }, n) => {
    if (n === 2) throw new ModelError({ code: 'model/rate-limited', message: 'wait', headers: { 'retry-after': '5' } });
    order.push(messages[0]?.content ?? '');
    await clock.sleep(1000);
    return ANSWER;
  });
  const client = clientOf(provider, clock, { limits: { maxParallel: 1 } });
  const asks = ['a', 'b', 'c', 'd', 'e'].map((content) =>
    client.ask({ ...REQUEST, messages: [{ role: 'user', content }] }, NEVER),
  );
  await clock.run(Promise.all(asks));
  // The next had its turn when the pause ended, at the same moment.
  expect(order).toEqual(['a', 'c', 'b', 'd', 'e']);
});

test('who stops waiting leaves the queue at once, and the others go on', async () => {
  const clock = virtualClock();
  const provider = acme(async () => {
    await clock.sleep(1000);
    return ANSWER;
  });
  const client = clientOf(provider, clock, { limits: { rpm: 2 } });
  const stop = new AbortController();
  const asks = Array.from({ length: 6 }, (_, n) =>
    client.ask(REQUEST, NEVER, n === 3 ? { stop: stop.signal } : {}).catch((error: unknown) => error),
  );
  await clock.pass(5000);
  stop.abort();
  expect(await asks[3]).toMatchObject({ code: 'run/aborted' });
  await clock.run(Promise.all(asks));
  expect(provider.asked).toHaveLength(5);
  expect(clock.sleeping()).toBe(0);
});

test('when nobody waits any more, no timer is left', async () => {
  const clock = virtualClock();
  const client = clientOf(
    acme(async () => ANSWER),
    clock,
    { limits: { rpm: 1 } },
  );
  await clock.run(client.ask(REQUEST, NEVER));
  const stop = new AbortController();
  const waiting = client.ask(REQUEST, stop.signal).catch((error: unknown) => error);
  await clock.pass(1000);
  expect(clock.sleeping()).toBeGreaterThan(0);
  stop.abort();
  expect(await waiting).toMatchObject({ code: 'run/aborted' });
  expect(clock.sleeping()).toBe(0);
});

test('who cannot have a turn before the deadline is told at once, or served by another', async () => {
  const clock = virtualClock();
  const provider = acme(async () => ANSWER);
  const client = clientOf(provider, clock, { limits: { rpm: 2 } });
  for (let n = 0; n < 2; n += 1) await clock.run(client.ask(REQUEST, NEVER));
  const start = clock.elapsed();
  const late = client.ask(REQUEST, NEVER, { deadlineMs: 30_000 });
  await expect(late).rejects.toMatchObject({ code: 'model/rate-limited', attempts: [] });
  expect(clock.elapsed()).toBe(start);

  const router = { fallbacks: new Map([['acme/large', ['acme/peer']]]) };
  const other = clientOf(provider, clock, { limits: { rpm: 2 }, router });
  for (let n = 0; n < 2; n += 1) await clock.run(other.ask(REQUEST, NEVER));
  expect(await clock.run(other.ask(REQUEST, NEVER, { deadlineMs: 30_000 }))).toMatchObject({ servedBy: 'acme/peer' });
});

test('while a server asks to be left alone, nobody asks it', async () => {
  const clock = virtualClock();
  const asked: number[] = [];
  const provider = acme(async (_, __, n) => {
    asked.push(clock.elapsed());
    if (n === 1)
      throw new ModelError({ code: 'model/rate-limited', message: 'wait', headers: { 'retry-after': '20' } });
    return ANSWER;
  });
  const client = clientOf(provider, clock);
  const first = client.ask(REQUEST, NEVER);
  await new Promise(setImmediate);
  const second = client.ask(REQUEST, NEVER);
  await clock.run(Promise.all([first, second]));
  expect(asked.slice(1).every((at) => at - (asked[0] ?? 0) >= 20_000)).toBe(true);
});

test('others on the same account cost refusals, and every ask is answered in time', async () => {
  const clock = virtualClock();
  const server = limitedServer({ clock, rpm: 60, tpm: 1e6, kind: 'bucket', headers: 'openai', random: () => 0.5 });
  const mine = clientOf(server, clock, { router: { retries: 20, allowedFails: 1000 } });
  const theirs = clientOf(server, clock, { router: { retries: 20, allowedFails: 1000 } });
  const asks = [mine, theirs].flatMap((client) => Array.from({ length: 100 }, () => client.ask(REQUEST, NEVER)));
  await clock.run(Promise.all(asks));
  const refused = server.log.filter(({ ok }) => !ok).length;
  expect(refused).toBeLessThan(150);
  expect(server.log.at(-1)?.at).toBeLessThan(200_000);
});

test('a request that is larger than the limit is asked when all of it is there', async () => {
  const clock = virtualClock();
  const server = limitedServer({
    clock,
    rpm: 60,
    tpm: 1000,
    kind: 'bucket',
    headers: 'openai',
    counts: 'end',
    random: () => 0,
  });
  const client = clientOf(server, clock);
  await clock.run(client.ask(sized(100), NEVER));
  const request = { ...sized(990), params: { maxOutputTokens: 5000 } };
  expect(await clock.run(client.ask(request, NEVER))).toMatchObject({ text: 'x' });
  expect(server.log.length).toBeLessThanOrEqual(3);
});
