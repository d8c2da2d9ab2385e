import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createLimit, ScriptGenError } from '../src/core/index.ts';
import { PlanMiss, step } from '../src/steps/index.ts';
import { openSqlite, type Storage } from '../src/storage/index.ts';
import { scriptedModel } from '../src/testing/index.ts';
import { scratch } from './support/cli.ts';
import { askWord, testRun } from './support/test-run.ts';

let folder: ReturnType<typeof scratch>;
let storage: Storage;
beforeEach(async () => {
  folder = scratch();
  storage = await openSqlite(join(folder.dir, 'x.db'));
});
afterEach(async () => {
  await storage.close();
  folder.remove();
});

test('an answer is asked for once, in this run and in any later one', async () => {
  const model = scriptedModel(() => ({ word: 'salt' }));
  expect(await step(testRun(storage, model), askWord('sea'))).toEqual({ word: 'salt' });
  expect(await step(testRun(storage, model), askWord('sea'))).toEqual({ word: 'salt' });
  expect(model.requests).toHaveLength(1);
});

test('another topic, model, prompt version of the text or take is another question', async () => {
  const model = scriptedModel(() => ({ word: 'salt' }));
  const run = testRun(storage, model);
  await step(run, askWord('sea'));
  await step(run, askWord('sky'));
  await step(run, { ...askWord('sea'), take: 1 });
  await step({ ...run, models: () => ({ model: 'scripted/other', params: {} }) }, askWord('sea'));
  await step({ ...run, models: () => ({ model: 'scripted/fake', params: { temperature: 1 } }) }, askWord('sea'));
  expect(model.requests).toHaveLength(5);
});

test('an answer that does not fit is asked about once, with its faults named, and then never again', async () => {
  const model = scriptedModel(({ messages }) => (messages.length > 2 ? { word: 'salt' } : { wort: 'Salz' }));
  expect(await step(testRun(storage, model), askWord('sea'))).toEqual({ word: 'salt' });
  expect(model.requests[1]?.messages.at(-1)?.content).toContain('word');
  await step(testRun(storage, model), askWord('sea'));
  expect(model.requests).toHaveLength(2);
});

test('where there is a model for repairs, it is asked about an answer that does not fit, and nothing else', async () => {
  const model = scriptedModel(({ messages }) => (messages.length > 2 ? { word: 'salt' } : { wort: 'Salz' }));
  const run = testRun(storage, model, { repair: { model: 'scripted/small', params: { maxOutputTokens: 50 } } });
  expect(await step(run, askWord('sea'))).toEqual({ word: 'salt' });
  expect(model.requests.map((request) => request.model)).toEqual(['scripted/fake', 'scripted/small']);
});

test('two answers that do not fit are an error that keeps both, and the next run asks anew', async () => {
  const answers = ['no JSON at all', 'nor here', { word: 'salt' }];
  const model = scriptedModel(() => answers.shift() ?? null);
  await expect(step(testRun(storage, model), askWord('sea'))).rejects.toMatchObject({ code: 'model/unreadable' });
  expect(model.requests).toHaveLength(2);
  expect(await storage.journal.totals()).toMatchObject({ calls: 2 });
  expect(await step(testRun(storage, model), askWord('sea'))).toEqual({ word: 'salt' });
  expect(model.requests).toHaveLength(3);
});

test('an answer that was cut off is not asked for again blindly', async () => {
  const whole = scriptedModel(() => '{"word": "sa');
  const model = {
    ...whole,
    answer: async (...asked: Parameters<typeof whole.answer>) => ({
      ...(await whole.answer(...asked)),
      finishReason: 'length' as const,
    }),
  };
  await expect(step(testRun(storage, model), askWord('sea'))).rejects.toMatchObject({ code: 'model/cut-off' });
  expect(whole.requests).toHaveLength(1);
});

test('a list that was cut off is gone on with, but not one that must come whole', async () => {
  const parts = ['{"words":[{"w":"sea"},{"w":"sa', '{"words":[{"w":"salt"}]}'];
  const whole = scriptedModel(({ messages }) => parts[messages.length > 2 ? 1 : 0] ?? '');
  const model = {
    ...whole,
    answer: async (...asked: Parameters<typeof whole.answer>) => {
      const answer = await whole.answer(...asked);
      return { ...answer, finishReason: answer.text.endsWith('}') ? ('stop' as const) : ('length' as const) };
    },
  };
  const item = z.object({ w: z.string() });
  const asking = (topic: string, words: z.ZodType<{ w: string }[]>) =>
    step(testRun(storage, model), { ...askWord(topic), schema: z.object({ words }) });
  expect(await asking('some', z.array(item))).toEqual({ words: [{ w: 'sea' }, { w: 'salt' }] });
  expect(whole.requests).toHaveLength(2);
  await expect(asking('two', z.array(item).length(2))).rejects.toMatchObject({ code: 'model/cut-off' });
  expect(whole.requests).toHaveLength(3);
});

test('an answer that fits and is not what was asked is asked about once, and the better one is taken', async () => {
  const short = (answer: { readonly word: string }) => (answer.word.length > 3 ? ['it is too long'] : []);
  const asking = async (topic: string, second: string) => {
    const model = scriptedModel(({ messages }) => ({ word: messages.length > 2 ? second : 'lighthouse' }));
    const answer = await step(testRun(storage, model), { ...askWord(topic), faults: short });
    return { word: answer.word, told: model.requests.at(-1)?.messages.at(-1)?.content, asked: model.requests.length };
  };
  expect(await asking('mended', 'sea')).toMatchObject({
    word: 'sea',
    told: expect.stringContaining('too long'),
    asked: 2,
  });
  expect(await asking('no better', 'ocean')).toMatchObject({ word: 'lighthouse', asked: 2 });
  expect(await asking('mended', 'sea')).toMatchObject({ word: 'sea', asked: 0 });
});

test('a plan asks nothing: what is not in the journal is recorded with its reason, and its branch stops', async () => {
  const model = scriptedModel(() => ({ word: 'salt' }));
  const first = testRun(storage, model);
  await step(first, askWord('sea'));
  const plan = testRun(storage, model, { mode: 'plan', slots: first.satisfied });
  expect(await step(plan, askWord('sea'))).toEqual({ word: 'salt' });
  await expect(step(plan, { ...askWord('sky'), slot: 'test/sea' })).rejects.toBeInstanceOf(PlanMiss);
  await expect(step(plan, askWord('sand'))).rejects.toBeInstanceOf(PlanMiss);
  expect(plan.planned.map(({ reason }) => reason)).toEqual([[{ label: 'topic', from: 'sea', to: 'sky' }], 'new']);
  expect(model.requests).toHaveLength(1);
});

test('a stopped run asks nothing new, and keeps what was in flight', async () => {
  const stop = new AbortController();
  const model = scriptedModel(async () => {
    stop.abort();
    return { word: 'salt' };
  });
  const run = testRun(storage, model, { stop: stop.signal });
  expect(await step(run, askWord('sea'))).toEqual({ word: 'salt' });
  await expect(step(run, askWord('sky'))).rejects.toMatchObject({ code: 'run/aborted' });
  expect(await step(testRun(storage, model), askWord('sea'))).toEqual({ word: 'salt' });
  expect(model.requests).toHaveLength(1);
});

test('what the model says no to is an event and an error, and is not journalled', async () => {
  const model = scriptedModel(() => new ScriptGenError({ code: 'model/refused', message: 'I would rather not' }));
  const events: string[] = [];
  const run = testRun(storage, model, { emit: (event) => events.push(event.type) });
  await expect(step(run, askWord('sea'))).rejects.toMatchObject({ code: 'model/refused' });
  expect(events).toEqual(['step-start', 'step-error']);
  expect(await storage.journal.totals()).toMatchObject({ calls: 0 });
});

test('with a batch lane, waiting is not limited; what it does not answer is asked so many at a time, at the full price', async () => {
  let [active, most, waiting] = [0, 0, 0];
  const slow = scriptedModel(() => ({ word: 'salt' }));
  const model: typeof slow = {
    ...slow,
    answer: async (...asked) => {
      active += 1;
      most = Math.max(most, active);
      await new Promise((resolve) => setImmediate(resolve));
      active -= 1;
      return slow.answer(...asked);
    },
  };
  const topics = Array.from({ length: 9 }, (_, index) => `topic ${index}`);
  let everybody: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    everybody = resolve;
  });
  const reserved: string[] = [];
  const run = testRun(storage, model, {
    limit: createLimit(2),
    lane: {
      resume: async () => undefined,
      takes: () => true,
      ask: async () => {
        waiting += 1;
        if (waiting === topics.length) everybody();
        await all;
        return undefined;
      },
      close: () => undefined,
    },
    budget: {
      reserve: async ({ lane }) => void reserved.push(lane ?? ''),
      release: async () => void reserved.push('released'),
    },
  });
  await Promise.all(topics.map((topic) => step(run, askWord(topic))));
  expect(most).toBe(2);
  const times = (what: string): number => reserved.filter((one) => one === what).length;
  expect([times('batch'), times('released'), times('interactive')]).toEqual([9, 9, 9]);
});
